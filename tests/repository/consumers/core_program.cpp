// A user of the headers alone.
#include <cstdio>

#include "esppadom/value/result.hpp"

int main() {
  const auto message = esppadom::error_message(esppadom::error_code::overflow, esppadom::language::english);
  std::printf("%.*s\n", static_cast<int>(message.size()), message.data());
  return message.empty() ? 1 : 0;
}
