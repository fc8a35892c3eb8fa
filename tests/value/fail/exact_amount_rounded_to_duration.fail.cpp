#include "esppadom/value/exact_amount.hpp"

using namespace esppadom;

constexpr money sum = money::from_cents(2123);
#ifdef ESPPADOM_CONTROL
auto cut = round<unit_price>(exact_amount(sum), rounding_mode::half_up);
#else
auto cut = round<duration>(exact_amount(sum), rounding_mode::half_up);
#endif
