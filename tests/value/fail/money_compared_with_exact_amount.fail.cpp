#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
bool less = exact_amount(sum) < exact_amount();
#else
bool less = sum < exact_amount();
#endif
