#include "esppadom/value/exact_duration.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto length = exact_duration::of_ratio(1, 2);
#else
auto length = exact_duration::of_ratio(0.5, 1);
#endif
