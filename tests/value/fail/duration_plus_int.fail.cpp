#include "esppadom/value/duration.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto length = duration::of_hours(1) + duration::of_seconds(60);
#else
auto length = duration::of_hours(1) + 60;
#endif
