#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
auto twice = exact_amount(sum) * 2;
#else
auto square = exact_amount(sum) * exact_amount(sum);
#endif
