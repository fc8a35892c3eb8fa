#include "esppadom/value/money.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
money price = money::from_cents(2123);
#else
money price = 2123;
#endif
