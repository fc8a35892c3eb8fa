#include "esppadom/value/exact_duration.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto length = scaled(exact_duration(duration::of_hours(1)), 1, 2);
#else
auto length = scaled(exact_duration(duration::of_hours(1)), 0.5, 1);
#endif
