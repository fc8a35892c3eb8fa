#include "exchange/message_tables.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace tables {

bool has_content(const level& where, const void* object) {
  for (std::size_t i = 0; i < where.count; ++i) {
    const slot& entry = where.slots[i];
    if (entry.what == kind::within) {
      if (has_content(*entry.inner, object)) return true;
    } else if (entry.count != nullptr && !entry.own_text && entry.count(object) > 0) {
      return true;
    }
  }
  return false;
}

}  // namespace tables
}  // namespace esppadom::inline ESPPADOM_ABI
