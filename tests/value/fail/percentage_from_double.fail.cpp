#include "esppadom/value/percentage.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto rate = percentage::from_e4(55'000);
#else
auto rate = percentage::from_percent(5.5);
#endif
