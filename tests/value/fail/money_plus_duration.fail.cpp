#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
auto total = sum + money::from_cents(5);
#else
auto total = sum + duration::of_minutes(5);
#endif
