#include "esppadom/value/rounding_mode.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto quotient = divide(5, 4, rounding_mode::half_up);
#else
auto quotient = divide(2.5, 2, rounding_mode::half_up);
#endif
