#include "esppadom/value/local_time.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto length = civil_difference(local_time{1}, local_time{1});
#else
auto length = local_time{1} - local_time{1};
#endif
