#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto twice = quantity::from_units(2) * 2;
#else
auto square = quantity::from_units(2) * quantity::from_units(2);
#endif
