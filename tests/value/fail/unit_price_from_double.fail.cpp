#include "esppadom/value/unit_price.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto price = unit_price::from_e6(24'580'000);
#else
auto price = unit_price::from_e6(24.58);
#endif
