#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
money cut = round<money>(exact_amount(sum), rounding_mode::half_up).value();
#else
money cut = exact_amount(sum);
#endif
