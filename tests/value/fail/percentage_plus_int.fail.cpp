#include "esppadom/value/percentage.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto rate = percentage::from_percent(5) + percentage::from_percent(1);
#else
auto rate = percentage::from_percent(5) + 1;
#endif
