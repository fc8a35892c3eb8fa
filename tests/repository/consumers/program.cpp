// A user of the compiled library.
#include <cstdio>

#include "esppadom/library.hpp"

int main() {
  const auto version = esppadom::library_version();
  std::printf("library %.*s\n", static_cast<int>(version.size()), version.data());
  return version == esppadom::version ? 0 : 1;
}
