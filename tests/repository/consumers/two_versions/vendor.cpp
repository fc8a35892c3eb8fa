// A vendor who embeds the library in a shared object of his own and hides nothing.
#include <string>
#include <typeinfo>

#include "esppadom/library.hpp"
#include "esppadom/value/result.hpp"

// The name that this copy of the library has at run time, and what it answers; for example
// "N8esppadom4v0_16resultIiEE library 0.1.0".
extern "C" const char* vendor_answer() {
  static const std::string answer =
      std::string(typeid(esppadom::result<int>).name()) + " library " + std::string(esppadom::library_version());
  return answer.c_str();
}
