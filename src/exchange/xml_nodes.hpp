// Small questions about the tree of pugixml, asked all over the walker.
#pragma once

#include <bit>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include <pugixml.hpp>

#include "esppadom/value/text.hpp"
#include "exchange/xml_scope.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

// Whether a handle is null, asked without a call into pugixml: a handle is one pointer.
template <class Handle>
inline bool is_null(const Handle& handle) {
  static_assert(std::is_trivially_copyable_v<Handle> && sizeof(Handle) == sizeof(void*));
  return std::bit_cast<void*>(handle) == nullptr;
}

inline bool is_declaration(const char* attribute) {
  return *attribute == 'x' && std::strncmp(attribute, "xmlns", 5) == 0 && (attribute[5] == '\0' || attribute[5] == ':');
}

inline std::string_view declared_prefix(const char* attribute) {
  return attribute[5] == ':' ? std::string_view(attribute + 6) : std::string_view{};
}

inline bool declares_namespaces(pugi::xml_attribute attribute) {
  for (; !is_null(attribute); attribute = attribute.next_attribute()) {
    if (is_declaration(attribute.name())) return true;
  }
  return false;
}

inline void declare(scope& into, pugi::xml_node node) {
  for (const auto attribute : node.attributes()) {
    if (is_declaration(attribute.name())) into.declare(declared_prefix(attribute.name()), attribute.value());
  }
}

inline bool all_blank(std::string_view text) { return trimmed(text).empty(); }

inline std::string markup_of(pugi::xml_node node) {
  std::string out;
  if (node.type() == pugi::node_comment) {
    out.append("<!--").append(node.value()).append("-->");
  } else {
    out.append("<?").append(node.name());
    if (*node.value() != '\0') out.append(" ").append(node.value());
    out.append("?>");
  }
  return out;
}

inline bool is_text(pugi::xml_node node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
