#include "esppadom/value/duration.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto length = duration::of_minutes(30) * 1;
#else
auto length = duration::of_hours(1) * 0.5;
#endif
