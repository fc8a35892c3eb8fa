#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
auto total = exact_amount(sum) + exact_amount(sum);
#else
auto total = exact_amount(sum) + sum;
#endif
