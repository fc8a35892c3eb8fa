// A path after checking: the steps from a message to a value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "exchange/field_tree.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

inline const type_node& without_maybe(const type_node& node) {
  return node.what == type_node::shape::maybe ? *node.inner : node;
}

/// One step down: a member, then, when that is a list, which item of it.
struct path_step {
  enum class select : std::uint8_t { none, open, index, equal, other };

  const member_node* member = nullptr;
  const derived_node* derived = nullptr;  ///< instead of a member, at the end
  select how = select::none;
  std::size_t index = 0;
  std::vector<path_step> key;  ///< from the item to what is compared
  std::string value;           ///< with what
};

struct compiled_path {
  field_subject subject = field_subject::delivery;
  std::string text;
  std::vector<path_step> steps;
  const type_node* end = nullptr;  ///< null for a derived value
  field_type type = field_type::text;
  std::size_t open = 0;

  static const compiled_path* of(const field_selector& path) { return path.path_.get(); }

  /// The selector of a path, or why there is none.
  static result<field_selector> selector(result<compiled_path> made) {
    if (!made) return made.error();
    field_selector out;
    out.path_ = std::make_shared<const compiled_path>(std::move(*made));
    return out;
  }
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
