#include "esppadom/value/money.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
auto product = sum * 1;
#else
auto product = sum * true;
#endif
