#include "esppadom/value/money.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto price = money::from_cents(2123);
#else
auto price = money::from_cents(21.23);
#endif
