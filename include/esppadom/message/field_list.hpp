// The descriptions as one tree of plain values: every element of a message in document order with its place in the
// model, occurrence, French label, code list and standing. Documentation and schemas are printed from this tree; it
// says nothing that the descriptions do not say. The paths that CSV mappings and other languages use are listed by
// `list_fields` (exchange/fields.hpp), which also reads and sets what stands there.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/message/extras.hpp"
#include "esppadom/message/period.hpp"
#include "esppadom/value/code.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/identifier.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a field holds.
enum class field_kind : std::uint8_t {
  group,       ///< a struct: fields of its own
  level,       ///< an XML level of the struct around it; no field of the model
  empty,       ///< an element without content; no field of the model
  text,        ///< free text
  token,       ///< text without line breaks or blanks at its ends
  code,        ///< a code, its list and the agency of the list
  identifier,  ///< an identifier, its scheme and the agency of the scheme
  time,        ///< French civil time to the second
  date,        ///< a day; XML writes its midnight
  month,       ///< a month
  quantity,    ///< a decimal number and its unit
  amount,      ///< euros and cents, and the currency
  price,       ///< an amount of up to six decimals, and the currency
  money,       ///< euros and cents without a currency
  percentage,  ///< up to four decimals
  indicator,   ///< true or false
  integer,     ///< a whole number
  choice,      ///< one of a few words
};

template <>
struct enum_names<field_kind> {
  static constexpr enum_name<field_kind> items[] = {{field_kind::group, "group"},
                                                    {field_kind::level, "level"},
                                                    {field_kind::empty, "empty"},
                                                    {field_kind::text, "text"},
                                                    {field_kind::token, "token"},
                                                    {field_kind::code, "code"},
                                                    {field_kind::identifier, "identifier"},
                                                    {field_kind::time, "time"},
                                                    {field_kind::date, "date"},
                                                    {field_kind::month, "month"},
                                                    {field_kind::quantity, "quantity"},
                                                    {field_kind::amount, "amount"},
                                                    {field_kind::price, "price"},
                                                    {field_kind::money, "money"},
                                                    {field_kind::percentage, "percentage"},
                                                    {field_kind::indicator, "indicator"},
                                                    {field_kind::integer, "integer"},
                                                    {field_kind::choice, "choice"}};
};

/// One element of a message, or one field of a value that has no XML.
struct field_node {
  field_kind kind = field_kind::group;
  const xml_names* names = nullptr;  ///< null for what has no element
  std::string_view member;           ///< the name of the field; empty for levels
  std::string_view type;             ///< of a group: the name of its struct
  std::string_view label;            ///< French
  standing evidence = standing::open;
  doubt but;  ///< what is less certain than the element
  code_list codes;
  bool mandatory = false;                 ///< at least one, wherever the level around it is
  bool repeated = false;                  ///< more than one is accepted
  bool written_once = false;              ///< the library writes exactly one
  bool may_be_empty = false;              ///< production writes the element without a value
  bool optional_member = false;           ///< absent in JSON without being missing
  bool may_be_own_text = false;           ///< also read as text of the element around it
  bool has_extras = false;                ///< of a group: what was not understood is kept beside it
  std::uint8_t length = 0;                ///< of a token, in characters; 0 = any
  std::vector<std::string_view> choices;  ///< of a choice
  std::vector<field_node> children;       ///< in document order

  /// Occurrence as the message tables write it: "1", "0..1", "0..n" or "1..n".
  [[nodiscard]] std::string_view occurrence() const {
    if (repeated) return mandatory ? "1..n" : "0..n";
    return mandatory ? "1" : "0..1";
  }
};

namespace detail {

template <class T>
constexpr std::string_view struct_name() {
#if defined(_MSC_VER) && !defined(__clang__)
  std::string_view text = __FUNCSIG__;
  text = text.substr(0, text.rfind(">(void)"));
  text.remove_prefix(text.rfind("struct_name<") + 12);
#else
  std::string_view text = __PRETTY_FUNCTION__;
  text = text.substr(text.find("T = ") + 4);
  text = text.substr(0, text.find_first_of(";]"));
#endif
  if (const auto colon = text.rfind(':'); colon != std::string_view::npos) text.remove_prefix(colon + 1);
  return text;
}

template <class T>
constexpr field_kind kind_of_field() {
  if constexpr (described<T>) {
    return field_kind::group;
  } else if constexpr (std::is_same_v<T, std::string>) {
    return field_kind::text;
  } else if constexpr (std::is_same_v<T, esppadom::code>) {
    return field_kind::code;
  } else if constexpr (std::is_same_v<T, esppadom::identifier>) {
    return field_kind::identifier;
  } else if constexpr (std::is_same_v<T, local_time>) {
    return field_kind::time;
  } else if constexpr (std::is_same_v<T, local_date>) {
    return field_kind::date;
  } else if constexpr (std::is_same_v<T, local_month>) {
    return field_kind::month;
  } else if constexpr (std::is_same_v<T, measure>) {
    return field_kind::quantity;
  } else if constexpr (std::is_same_v<T, esppadom::amount>) {
    return field_kind::amount;
  } else if constexpr (std::is_same_v<T, esppadom::price>) {
    return field_kind::price;
  } else if constexpr (std::is_same_v<T, money>) {
    return field_kind::money;
  } else if constexpr (std::is_same_v<T, percentage>) {
    return field_kind::percentage;
  } else if constexpr (std::is_same_v<T, bool>) {
    return field_kind::indicator;
  } else if constexpr (std::is_enum_v<T>) {
    return field_kind::choice;
  } else {
    static_assert(std::is_integral_v<T>, "a type that field listings do not know");
    return field_kind::integer;
  }
}

/// What the place of a group says of the members in it.
struct field_place {
  standing evidence = standing::open;
  std::array<std::string_view, 2> labels{};
  bool complete = false;
  bool written_once = false;
};

template <class List>
void add_fields(std::vector<field_node>& to, const List& entries, const field_place& place);

template <class Value>
field_node node_of_value() {
  using value = value_of_t<Value>;
  field_node out;
  out.kind = kind_of_field<value>();
  out.mandatory = !is_optional<Value>::value && !is_vector<Value>::value;
  out.optional_member = !out.mandatory;
  out.repeated = is_vector<Value>::value;
  if constexpr (described<value>) {
    out.type = struct_name<value>();
    out.has_extras = requires(const value& v) { v.extras.items; };
  }
  if constexpr (std::is_enum_v<value>) {
    for (const auto& item : enum_names<value>::items)
      out.choices.push_back(item.name);
  }
  return out;
}

template <auto Member>
void add_field(std::vector<field_node>& to, const element_entry<Member>& entry, const field_place& place) {
  using value = value_of_t<member_type<Member>>;
  const bool own_text = !to.empty() && to.back().may_be_own_text && to.back().member == esppadom::member_name<Member>;
  if (own_text) to.pop_back();
  const std::size_t index = to.size();
  field_node node = node_of_value<member_type<Member>>();
  node.names = &entry.names;
  node.member = esppadom::member_name<Member>;
  node.label = index < place.labels.size() && !place.labels[index].empty() ? place.labels[index] : entry.label;
  node.evidence = entry.has_evidence_of_group ? place.evidence : entry.evidence;
  if (entry.but.evidence > node.evidence) node.but = entry.but;
  node.codes = entry.codes;
  node.mandatory = node.mandatory || entry.at_least_one || entry.is_mandatory || place.complete;
  node.written_once = entry.is_written_once || place.written_once;
  node.may_be_empty = entry.may_be_empty;
  node.may_be_own_text = own_text;
  node.length = entry.length;
  if (entry.is_token) node.kind = field_kind::token;
  if constexpr (described<value>) {
    add_fields(node.children, description<value>,
               {node.evidence, entry.inner, entry.is_complete, entry.inner_written_once});
  }
  to.push_back(std::move(node));
}

// The element of the same member follows and takes this node's place.
template <auto Member>
void add_field(std::vector<field_node>& to, const own_text_entry<Member>&, const field_place&) {
  field_node node;
  node.member = esppadom::member_name<Member>;
  node.may_be_own_text = true;
  to.push_back(std::move(node));
}

template <class... Entries>
void add_field(std::vector<field_node>& to, const within_entry<Entries...>& entry, const field_place& place) {
  field_node node;
  node.kind = field_kind::level;
  node.names = &entry.names;
  node.label = entry.label;
  node.evidence = entry.evidence;
  node.mandatory = !entry.optional;
  add_fields(node.children, entry.entries, {place.evidence, {}, false, false});
  to.push_back(std::move(node));
}

inline void add_field(std::vector<field_node>& to, const empty_entry& entry, const field_place&) {
  field_node node;
  node.kind = field_kind::empty;
  node.names = &entry.names;
  node.label = entry.label;
  node.evidence = entry.evidence;
  node.mandatory = true;
  to.push_back(std::move(node));
}

template <auto Member>
void add_field(std::vector<field_node>& to, const field_entry<Member>& entry, const field_place&) {
  using value = value_of_t<member_type<Member>>;
  field_node node = node_of_value<member_type<Member>>();
  node.member = esppadom::member_name<Member>;
  node.label = entry.label;
  node.evidence = entry.evidence;
  node.codes = entry.codes;
  if constexpr (described<value>) add_fields(node.children, description<value>, {entry.evidence, {}, false, false});
  to.push_back(std::move(node));
}

template <class List>
void add_fields(std::vector<field_node>& to, const List& entries, const field_place& place) {
  entries.for_each([&](const auto& entry) { add_field(to, entry, place); });
}

}  // namespace detail

/// Everything a described value consists of, as the children of a group. Example: the third field of
/// `field_list<delivery>()` below its second level is `issued_at`, element `ram:IssueDateTime`, "date d'émission",
/// occurrence 1, known.
template <described T>
field_node field_list() {
  field_node root = detail::node_of_value<T>();
  detail::add_fields(root.children, description<T>, {});
  return root;
}

/// The name of a field below a prefix: "lines[]." and `service` give "lines[].service"; levels have none.
inline std::string field_path(std::string_view prefix, const field_node& node) {
  if (node.member.empty()) return {};
  return std::string(prefix) + std::string(node.member) + (node.repeated ? "[]" : "");
}

/// Calls `visit(node, depth, path)` for the nodes below `root` in document order; `path` is the name of the field in
/// the model, empty for levels. `visit` returns whether to go into the node.
template <class Visitor>
void for_each_field(const field_node& root, Visitor&& visit, std::size_t depth = 0, const std::string& prefix = {}) {
  for (const field_node& node : root.children) {
    const std::string path = field_path(prefix, node);
    if (visit(node, depth, path)) for_each_field(node, visit, depth + 1, path.empty() ? prefix : path + ".");
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI
