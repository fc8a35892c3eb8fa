// A vendor who embeds the library in a shared object of his own and hides nothing.
#include <string>
#include <typeinfo>

#include "esppadom/library.hpp"
#include "esppadom/value/exact_amount.hpp"

// The name that this copy of the library has at run time, and what it answers; for example
// "N8esppadom4v0_15moneyE 6.13 library 0.1.0".
extern "C" const char* vendor_answer() {
  using namespace esppadom;
  const exact_amount gross = duration::of_seconds(3675) * unit_price::from_euros(6);
  static std::string answer;
  answer = typeid(money).name();
  answer += " " + to_string(round<money>(gross, rounding_mode::half_up).value());
  answer += " library " + std::string(library_version());
  return answer.c_str();
}
