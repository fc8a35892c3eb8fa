#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto rate = percentage::from_percent(5) + percentage::from_percent(5);
#else
auto rate = percentage::from_percent(5) * percentage::from_percent(5);
#endif
