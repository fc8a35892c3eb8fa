#include "esppadom/value/unit_price.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
bool less = unit_price::from_money(sum) < unit_price::from_cents(5);
#else
bool less = sum < unit_price::from_cents(5);
#endif
