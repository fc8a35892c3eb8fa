// A user of the compiled library.
#include <cstdio>

#include "esppadom/exchange/xml.hpp"
#include "esppadom/library.hpp"

int main() {
  const auto version = esppadom::library_version();
  esppadom::findings found;
  const auto read = esppadom::parse_deliveries("<order/>", found);
  std::printf("library %.*s\n", static_cast<int>(version.size()), version.data());
  return version == esppadom::version && read.messages.empty() && !found.empty() ? 0 : 1;
}
