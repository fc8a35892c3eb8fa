#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto twice = duration::of_hours(1) * 2;
#else
auto square = duration::of_hours(1) * duration::of_hours(1);
#endif
