#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto length = exact_duration(duration::of_hours(1)) + exact_hours(quantity::from_units(1));
#else
auto length = duration::of_hours(1) + quantity::from_units(1);
#endif
