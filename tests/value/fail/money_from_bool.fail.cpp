#include "esppadom/value/money.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto price = money::from_cents(1);
#else
auto price = money::from_cents(true);
#endif
