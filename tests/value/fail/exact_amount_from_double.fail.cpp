#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

#ifdef ESPPADOM_CONTROL
auto amount = exact_amount::from_numerator(1);
#else
auto amount = exact_amount::from_numerator(1e28);
#endif
