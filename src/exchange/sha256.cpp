#include "esppadom/exchange/sha256.hpp"

#if ESPPADOM_WITH_OPENSSL
#include <openssl/evp.h>

#include <array>
#endif

namespace esppadom::inline ESPPADOM_ABI {

#if ESPPADOM_WITH_OPENSSL

result<std::string> sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1)
    return error_code::unsupported;
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out;
  out.reserve(2 * std::size_t{length});
  for (unsigned int i = 0; i < length; ++i) {
    out.push_back(hex[digest[i] >> 4]);
    out.push_back(hex[digest[i] & 15]);
  }
  return out;
}

#else

result<std::string> sha256_hex(std::string_view) { return error_code::not_built; }

#endif

}  // namespace esppadom::inline ESPPADOM_ABI
