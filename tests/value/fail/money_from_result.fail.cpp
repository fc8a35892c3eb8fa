#include "esppadom/value/money.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
money read = parse_money("21.23").value();
#else
money read = parse_money("21.23");
#endif
