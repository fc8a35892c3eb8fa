// SHA-256, by which results name the exact rules they were computed under.
#pragma once

#include <string>
#include <string_view>

#include "esppadom/export.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The digest as 64 lower-case hexadecimal digits. Errors: not_built when the library was built without OpenSSL.
/// Example: sha256_hex("abc") = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad".
ESPPADOM_API result<std::string> sha256_hex(std::string_view bytes);

}  // namespace esppadom::inline ESPPADOM_ABI
