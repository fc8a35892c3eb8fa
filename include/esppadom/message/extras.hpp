// What a document carried that its description does not know. Extras travel with the struct they were found in, are
// ignored by ==, and are written back in profile `round_trip`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "esppadom/value/enum_names.hpp"
#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// One thing kept. Elements and markup stand after the known sibling `after` (its repetition number `occurrence`) of
/// their level; attributes, lexical forms and aliases belong to the element that ends `level` (its repetition number
/// `occurrence`).
struct extra {
  enum class kind : std::uint8_t {
    element,    ///< `content` is the element as XML
    attribute,  ///< `name` and `content` are the attribute's
    text,       ///< `content` is text where none was expected, or a value that could not be read
    lexical,    ///< `content` is how a value was written, `name` the field
    markup,     ///< `content` is a comment or processing instruction as XML
    alias,      ///< `content` is the qualified name an element was written with, another than the usual one
    order,      ///< `content` is the order in which the known elements of the level stood, separated by blanks
    absent,     ///< the mandatory element `name` was not there
  };
  kind what = kind::element;
  std::string level;  ///< local names from the struct's own element down, separated by '/'; empty = the struct itself
  std::string after;  ///< local name of the known sibling before it; empty = before the first
  std::uint32_t occurrence = 0;  ///< which repetition of `after`, or of the element that ends `level`, from 0
  std::string name;
  std::string content;

  friend bool operator==(const extra&, const extra&) = default;
};

template <>
struct enum_names<extra::kind> {
  static constexpr enum_name<extra::kind> items[] = {
      {extra::kind::element, "element"}, {extra::kind::attribute, "attribute"}, {extra::kind::text, "text"},
      {extra::kind::lexical, "lexical"}, {extra::kind::markup, "markup"},       {extra::kind::alias, "alias"},
      {extra::kind::order, "order"},     {extra::kind::absent, "absent"}};
};

struct extras_t {
  std::vector<extra> items;

  bool empty() const { return items.empty(); }

  /// Two messages that say the same are equal, whatever else they carry.
  friend constexpr bool operator==(const extras_t&, const extras_t&) { return true; }
};

}  // namespace esppadom::inline ESPPADOM_ABI
