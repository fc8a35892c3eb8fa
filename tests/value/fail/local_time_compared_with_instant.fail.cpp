#include "esppadom/value/local_time.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
bool less = local_time{1} < paris::to_local(instant{1});
#else
bool less = local_time{1} < instant{1};
#endif
