#include "esppadom/value/money.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto price = money::from_cents(2150);
#else
auto price = money::from_euros(21.5);
#endif
