// The ordinary message, read straight from its bytes (decision 0014).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "exchange/message_tables.hpp"
#include "exchange/xml_scope.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

/// Reads a message that is as the library writes it: known elements under their usual names, in document order, values
/// in the form they are written in. Of such a message the walker finds nothing and keeps nothing but its values.
/// Anything else is left to the walker, so that the two have to agree on the ordinary only; a law of tests/fuzz
/// compares them.
class plain_reader {
 public:
  /// Reads `text` into `object`, which has the type of `table` and is new. False when something in the text needs a
  /// second look; then `object` is to be made anew. `outer` holds what the wrapper declares.
  bool read(std::string_view text, const scope& outer, const tables::level& table, void* object);

 private:
  enum class tag_end : std::uint8_t { none, open, empty };

  bool read_level(const tables::level& table, std::string_view name, void* object);
  bool read_children(const tables::level& table, void* object);
  bool read_element(const tables::slot& slot, std::string_view name, void* object);
  bool read_leaf(const tables::slot& slot, std::string_view name, void* value);
  bool read_attribute(const tables::slot& slot, void* value);
  bool take_value(const tables::slot& slot, std::string_view text, void* value);
  bool resolve(std::string_view text);
  tag_end end_start_tag();
  bool end_element(std::string_view name);
  bool skip_blanks();
  std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

  const scope* scope_ = nullptr;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  bool has_references_ = false;
  bool has_returns_ = false;
  std::string text_;  // of one value, its entities resolved
  std::string form_;  // of one value, as the library writes it
};

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
