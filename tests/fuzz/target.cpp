// The entry that libFuzzer calls. ESPPADOM_FUZZ_LAW names the law (laws.hpp) this target tries to break.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "fuzz/laws.hpp"
#include "fuzz/plain_law.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace esppadom_laws;
  const std::string broken = ESPPADOM_FUZZ_LAW(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
