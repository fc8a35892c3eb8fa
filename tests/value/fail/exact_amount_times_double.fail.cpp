#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
auto part = exact_amount(sum) * percentage::from_percent(20);
#else
auto part = exact_amount(sum) * 0.2;
#endif
