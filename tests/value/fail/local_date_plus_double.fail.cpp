#include "esppadom/value/local_date.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto day = local_date{1} + 1;
#else
auto day = local_date{1} + 0.5;
#endif
