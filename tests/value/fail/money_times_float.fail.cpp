#include "esppadom/value/money.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
auto product = 12 * sum;
#else
auto product = 1.2F * sum;
#endif
