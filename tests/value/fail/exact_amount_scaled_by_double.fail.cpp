#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
auto part = scaled(exact_amount(sum), 2, 5);
#else
auto part = scaled(exact_amount(sum), 1, 2.5);
#endif
