#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto product = unit_price::from_euros(2) * 3;
#else
auto product = unit_price::from_euros(2) * unit_price::from_euros(3);
#endif
