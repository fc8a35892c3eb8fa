#include "esppadom/value/unit_price.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
auto total = unit_price::from_money(sum) + unit_price::from_cents(5);
#else
auto total = sum + unit_price::from_cents(5);
#endif
