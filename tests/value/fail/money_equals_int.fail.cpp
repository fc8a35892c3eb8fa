#include "esppadom/value/money.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
bool same = sum == money::from_cents(2123);
#else
bool same = sum == 2123;
#endif
