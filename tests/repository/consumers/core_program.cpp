// A user of the headers alone: 61 min 15 s at 6 € an hour are 6.125 €, half up 6.13 €.
#include <cstdio>

#include "esppadom/value/exact_amount.hpp"

int main() {
  using namespace esppadom;
  const exact_amount gross = duration::of_seconds(3675) * unit_price::from_euros(6);
  money total;
  if (round<money>(gross, rounding_mode::half_up).get(total) != error_code::success) return 1;
  std::printf("%s\n", to_string(total).c_str());
  return total == money::from_cents(613) ? 0 : 1;
}
