#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
auto part = round<money>(scaled(exact_amount(sum), 1, 2), rounding_mode::half_up);
#else
auto part = sum / 2;
#endif
