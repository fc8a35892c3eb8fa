#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
auto amount = duration::of_hours(1) * unit_price::from_money(sum);
#else
auto amount = duration::of_hours(1) * sum;
#endif
