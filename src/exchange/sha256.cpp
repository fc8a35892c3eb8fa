#include "esppadom/exchange/sha256.hpp"

#include <algorithm>
#include <array>

#if ESPPADOM_WITH_OPENSSL
#include <openssl/evp.h>
#elif defined(_WIN32)
#if !defined(NOMINMAX)
#define NOMINMAX
#endif
#include <windows.h>
// After windows.h.
#include <bcrypt.h>

#include <limits>
#endif

namespace esppadom::inline ESPPADOM_ABI {
namespace {

using digest = std::array<unsigned char, 32>;

#if ESPPADOM_WITH_OPENSSL

result<digest> digest_of(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> made{};
  unsigned int length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), made.data(), &length, EVP_sha256(), nullptr) != 1)
    return error_code::unsupported;
  digest out{};
  std::copy_n(made.begin(), out.size(), out.begin());
  return out;
}

#elif defined(_WIN32)

/// Windows brings SHA-256 itself.
result<digest> digest_of(std::string_view bytes) {
  if (bytes.size() > std::numeric_limits<ULONG>::max()) return error_code::too_large;
  BCRYPT_ALG_HANDLE provider = nullptr;
  if (!BCRYPT_SUCCESS(BCryptOpenAlgorithmProvider(&provider, BCRYPT_SHA256_ALGORITHM, nullptr, 0)))
    return error_code::unsupported;
  digest out{};
  auto* input = reinterpret_cast<PUCHAR>(const_cast<char*>(bytes.data()));  // read only, whatever its type says
  const auto status = BCryptHash(provider, nullptr, 0, input, static_cast<ULONG>(bytes.size()), out.data(),
                                 static_cast<ULONG>(out.size()));
  BCryptCloseAlgorithmProvider(provider, 0);
  if (!BCRYPT_SUCCESS(status)) return error_code::unsupported;
  return out;
}

#else

result<digest> digest_of(std::string_view) { return error_code::not_built; }

#endif

}  // namespace

result<std::string> sha256_hex(std::string_view bytes) {
  digest made{};
  if (const auto error = digest_of(bytes).get(made); error != error_code::success) return error;
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out;
  out.reserve(2 * made.size());
  for (const unsigned char byte : made) {
    out.push_back(hex[byte >> 4]);
    out.push_back(hex[byte & 15]);
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
