#include "esppadom/library.hpp"

#define ESPPADOM_TEXT_OF(x) #x
#define ESPPADOM_TEXT(x) ESPPADOM_TEXT_OF(x)

namespace esppadom::inline ESPPADOM_ABI {

std::string_view library_version() noexcept {
  return ESPPADOM_TEXT(ESPPADOM_VERSION_MAJOR) "." ESPPADOM_TEXT(ESPPADOM_VERSION_MINOR) "." ESPPADOM_TEXT(
      ESPPADOM_VERSION_PATCH);
}

}  // namespace esppadom::inline ESPPADOM_ABI
