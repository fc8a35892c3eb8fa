#include "esppadom/value/decimal.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
decimal number{15, 1};
#else
decimal number{1.5, 0};
#endif
