// Small questions about the tree of pugixml, asked all over the walker.
#pragma once

#include <bit>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include <pugixml.hpp>

#include "esppadom/value/paired_words.hpp"
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

// Where the parser gave up, in words.
inline paired_words words_of(pugi::xml_parse_status status) {
  switch (status) {
    case pugi::status_out_of_memory:
      return {"out of memory", "mémoire insuffisante"};
    case pugi::status_unrecognized_tag:
      return {"a '<' that begins no tag", "un « < » qui n'ouvre aucune balise"};
    case pugi::status_bad_pi:
      return {"declaration or processing instruction", "déclaration ou instruction de traitement"};
    case pugi::status_bad_comment:
      return {"comment", "commentaire"};
    case pugi::status_bad_cdata:
      return {"CDATA section", "section CDATA"};
    case pugi::status_bad_pcdata:
      return {"text", "texte"};
    case pugi::status_bad_start_element:
      return {"start tag", "balise ouvrante"};
    case pugi::status_bad_attribute:
      return {"attribute", "attribut"};
    case pugi::status_bad_end_element:
      return {"end tag", "balise fermante"};
    case pugi::status_end_element_mismatch:
      return {"an end tag that does not go with its start tag", "une balise fermante qui ne répond pas à l'ouvrante"};
    case pugi::status_no_document_element:
      return {"no element", "aucun élément"};
    default:
      return {"markup", "balisage"};
  }
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
