#include "esppadom/value/exact_duration.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
bool less = exact_duration(duration::of_hours(1)) < exact_duration();
#else
bool less = duration::of_hours(1) < exact_duration();
#endif
