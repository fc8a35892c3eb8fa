#include "esppadom/value/money.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
bool any = sum != money() ? true : false;
#else
bool any = sum ? true : false;
#endif
