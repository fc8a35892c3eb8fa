#include "esppadom/value/local_date.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto days = local_date{1} - local_month{1}.first_day();
#else
auto days = local_date{1} - local_month{1};
#endif
