#include "esppadom/value/money.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
auto product = sum * 2;
#else
auto product = sum * sum;
#endif
