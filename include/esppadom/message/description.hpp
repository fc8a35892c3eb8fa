// How a struct is described, once: reader, writer, checks, JSON, CSV columns, schemas and documentation all walk the
// same constexpr tree. A message is described with `element`, `within` and `empty` (it has XML); a value that only
// exists as JSON or CSV (circumstances, ledger, results) with `field`; a rule family with `parameter`.
//
//   template <> inline constexpr auto description<period> = fields(
//       element<&period::start>(qdt / "StartDateTime" | also(ram / "StartDateTime"), "début", standing::known), …);
//
// The member pointer is a template argument: it folds away, and the field's name comes from it. Kind and occurrence
// come from the member's type: `T` once, `std::optional<T>` 0..1, `std::vector<T>` 0..n; a described struct is a group.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/value/rare.hpp"
#include "esppadom/value/standing.hpp"
#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The namespaces of the message family. Documents may use any prefix and any version of them.
enum class name_space : std::uint8_t {
  message,  ///< the wrapper, the root and its three children; its URI depends on the message
  ram,      ///< trade elements
  pie,      ///< everything inside a party
  qdt,      ///< start and end of most periods, identifiers and names of a service
  none,     ///< not qualified: attributes
};

inline constexpr name_space msg = name_space::message;
inline constexpr name_space ram = name_space::ram;
inline constexpr name_space pie = name_space::pie;
inline constexpr name_space qdt = name_space::qdt;

/// A qualified XML name.
struct xml_name {
  name_space space = name_space::none;
  std::string_view local;

  friend constexpr bool operator==(const xml_name&, const xml_name&) = default;
};

constexpr xml_name operator/(name_space space, std::string_view local) { return {space, local}; }

/// Names under which an element is read; the first is the one that is written.
struct xml_names {
  xml_name written;
  std::array<xml_name, 3> aliases{};
  std::uint8_t alias_count = 0;

  constexpr xml_names(xml_name name) : written(name) {}  // NOLINT(google-explicit-constructor): reads as a name

  constexpr bool matches(const xml_name& name) const {
    if (name == written) return true;
    for (std::uint8_t i = 0; i < alias_count; ++i) {
      if (name == aliases[i]) return true;
    }
    return false;
  }
};

struct xml_alias {
  xml_name name;
};
constexpr xml_alias also(xml_name name) { return {name}; }
constexpr xml_names operator|(xml_names names, xml_alias alias) {
  names.aliases.at(names.alias_count++) = alias.name;
  return names;
}
constexpr xml_names operator|(xml_name name, xml_alias alias) { return xml_names{name} | alias; }

/// A list of codes a field takes its values from (of a quantity: its unit). An empty identifier means: no list.
struct code_list {
  std::string_view id;
  std::string_view agency;
  bool local_too = false;  ///< codes of lists that the parties agree on may stand beside it

  friend constexpr bool operator==(const code_list&, const code_list&) = default;
};

/// What is less certain about an element than the element itself: "namespace", "repetition", "meaning".
struct doubt {
  std::string_view about;
  standing evidence = standing::known;
};

/// The standing of an element of a group that stands in several places: that of the group at each place.
struct as_group_tag {};
inline constexpr as_group_tag as_group{};

// -- lists of entries
// --------------------------------------------------------------------------------------------------

namespace detail {
template <std::size_t Index, class Entry>
struct entry_at {
  Entry entry;
};

template <class Indices, class... Entries>
struct entry_list;
template <std::size_t... Indices, class... Entries>
struct entry_list<std::index_sequence<Indices...>, Entries...> : entry_at<Indices, Entries>... {
  static constexpr std::size_t size = sizeof...(Entries);

  /// Calls `visit(entry)` for each, in order.
  template <class Visitor>
  constexpr void for_each(Visitor&& visit) const {
    (visit(static_cast<const entry_at<Indices, Entries>&>(*this).entry), ...);
  }
};
}  // namespace detail

/// Entries of many types in their order. A tuple would do; the compiler makes this several times faster, and there are
/// hundreds of them.
template <class... Entries>
using entry_list = detail::entry_list<std::index_sequence_for<Entries...>, Entries...>;

/// The entry at a place of a list.
template <std::size_t Index, class Entry>
constexpr const Entry& entry_of(const detail::entry_at<Index, Entry>& list) {
  return list.entry;
}

// -- entries ----------------------------------------------------------------------------------------------------------

/// A member written as an XML element of its own.
template <auto Member>
struct element_entry {
  static constexpr auto member = Member;
  xml_names names;
  std::string_view label;  ///< French
  standing evidence = standing::open;
  code_list codes{};
  bool at_least_one = false;                ///< for vectors: 1..n instead of 0..n
  bool has_evidence_of_group = false;       ///< `evidence` is that of the group around it
  bool is_mandatory = false;                ///< 1 wherever the level around it is, though the member is optional
  bool is_written_once = false;             ///< the library writes exactly one, whatever it accepts
  bool may_be_empty = false;                ///< production writes the element without a value
  bool is_token = false;                    ///< text without line breaks or blanks at its ends
  std::uint8_t length = 0;                  ///< of a token, in characters; 0 = any
  bool is_complete = false;                 ///< of a group: all its members are mandatory at this place
  bool inner_written_once = false;          ///< of a group: the library writes each of its members at this place
  std::array<std::string_view, 2> inner{};  ///< of a group of two: the labels of its members at this place
  doubt but{};

  /// An identifier, a number, a postcode: blanks at its ends mean nothing.
  constexpr element_entry token(std::uint8_t characters = 0) const {
    auto copy = *this;
    copy.is_token = true;
    copy.length = characters;
    return copy;
  }
  constexpr element_entry mandatory() const {
    auto copy = *this;
    copy.is_mandatory = true;
    return copy;
  }
  constexpr element_entry written_once() const {
    auto copy = *this;
    copy.is_written_once = true;
    return copy;
  }
  constexpr element_entry or_empty() const {
    auto copy = *this;
    copy.may_be_empty = true;
    return copy;
  }
  /// What the members of a period are called here.
  constexpr element_entry sides(std::string_view first, std::string_view second) const {
    auto copy = *this;
    copy.inner = {first, second};
    return copy;
  }
  constexpr element_entry complete() const {
    auto copy = *this;
    copy.is_complete = true;
    return copy;
  }
  constexpr element_entry sides_written_once() const {
    auto copy = *this;
    copy.inner_written_once = true;
    return copy;
  }
  constexpr element_entry though(std::string_view about, standing evidence_of_it) const {
    auto copy = *this;
    copy.but = {about, evidence_of_it};
    return copy;
  }
};

/// A member whose value may stand as text directly inside the group's own element (variant V13 of stamps).
template <auto Member>
struct own_text_entry {
  static constexpr auto member = Member;
};

/// An XML level that has no struct of its own.
template <class... Entries>
struct within_entry {
  xml_names names;
  std::string_view label;  ///< French; empty where the public documents give none
  standing evidence = standing::open;
  bool optional = false;
  entry_list<Entries...> entries;
};

/// An element that is always written and always empty.
struct empty_entry {
  xml_names names;
  std::string_view label;  ///< French
  standing evidence = standing::open;
};

/// A member that exists only outside XML: JSON, CSV.
template <auto Member>
struct field_entry {
  static constexpr auto member = Member;
  std::string_view label;  ///< French
  standing evidence = standing::inferred_medium;
  code_list codes{};
};

/// The unit in which a rule file writes a parameter. What the library holds is in the member's type.
enum class parameter_unit : std::uint8_t { none, minutes, seconds, hours, days, months, percent, euros, metres, count };

/// A parameter of a rule family.
template <auto Member>
struct parameter_entry {
  static constexpr auto member = Member;
  std::string_view key;
  std::string_view label;  ///< French
  standing evidence = standing::open;
  parameter_unit unit = parameter_unit::none;
  std::int64_t minimum = std::int64_t{-1} << 62;  ///< in the unit of the file, inclusive
  std::int64_t maximum = std::int64_t{1} << 62;
  bool neutral_only = false;                ///< the family is not built: only the neutral value may be set
  std::uint64_t built = ~std::uint64_t{0};  ///< enumerations: bit i is set when value i is built
  std::array<std::int64_t, 8> choices{};    ///< the only values allowed, in the unit of the file…
  std::uint8_t choice_count = 0;            ///< …when there are any

  constexpr parameter_entry in(parameter_unit value) const {
    auto copy = *this;
    copy.unit = value;
    return copy;
  }
  constexpr parameter_entry between(std::int64_t least, std::int64_t most) const {
    auto copy = *this;
    copy.minimum = least;
    copy.maximum = most;
    return copy;
  }
  constexpr parameter_entry one_of(std::initializer_list<std::int64_t> values) const {
    auto copy = *this;
    for (auto value : values)
      copy.choices.at(copy.choice_count++) = value;
    return copy;
  }
  constexpr parameter_entry not_built() const {
    auto copy = *this;
    copy.neutral_only = true;
    return copy;
  }
  template <class Enumeration>
  constexpr parameter_entry built_only(std::initializer_list<Enumeration> values) const {
    auto copy = *this;
    copy.built = 0;
    for (auto value : values)
      copy.built |= std::uint64_t{1} << static_cast<unsigned>(value);
    return copy;
  }
};

/// A parameter that is a group of parameters.
template <auto Member>
struct parameters_entry {
  static constexpr auto member = Member;
  std::string_view key;
  std::string_view label;  ///< French
};

// -- how entries are written down -------------------------------------------------------------------------------------

struct at_least_one_tag {};
inline constexpr at_least_one_tag at_least_one{};

template <auto Member>
constexpr element_entry<Member> element(xml_names names, std::string_view label, standing evidence,
                                        code_list codes = {}) {
  return {names, label, evidence, codes};
}
template <auto Member>
constexpr element_entry<Member> element(xml_names names, std::string_view label, standing evidence, at_least_one_tag,
                                        code_list codes = {}) {
  auto entry = element<Member>(names, label, evidence, codes);
  entry.at_least_one = true;
  return entry;
}
template <auto Member>
constexpr element_entry<Member> element(xml_names names, std::string_view label, as_group_tag, code_list codes = {}) {
  auto entry = element<Member>(names, label, standing::open, codes);
  entry.has_evidence_of_group = true;
  return entry;
}
template <auto Member>
constexpr own_text_entry<Member> own_text() {
  return {};
}
template <class... Entries>
constexpr within_entry<Entries...> within(xml_names names, std::string_view label, standing evidence,
                                          Entries... entries) {
  return {names, label, evidence, false, {{entries}...}};
}
template <class... Entries>
constexpr within_entry<Entries...> may_be_within(xml_names names, std::string_view label, standing evidence,
                                                 Entries... entries) {
  return {names, label, evidence, true, {{entries}...}};
}
constexpr empty_entry empty(xml_names names, std::string_view label, standing evidence) {
  return {names, label, evidence};
}
template <auto Member>
constexpr field_entry<Member> field(std::string_view label, standing evidence = standing::inferred_medium,
                                    code_list codes = {}) {
  return {label, evidence, codes};
}
template <auto Member>
constexpr parameter_entry<Member> parameter(std::string_view key, std::string_view label, standing evidence) {
  parameter_entry<Member> entry;
  entry.key = key;
  entry.label = label;
  entry.evidence = evidence;
  return entry;
}
template <auto Member>
constexpr parameters_entry<Member> parameters(std::string_view key, std::string_view label) {
  return {key, label};
}
template <class... Entries>
constexpr entry_list<Entries...> fields(Entries... entries) {
  return {{entries}...};
}

/// The description of a struct: a list of entries in document order. Specialise it beside the struct.
template <class T>
inline constexpr auto description = nullptr;

template <class T>
concept described = !std::is_same_v<std::remove_cvref_t<decltype(description<T>)>, std::nullptr_t>;

/// How messages of one kind stand in a document: the namespace of their own, the wrapper and the message element.
struct document_form {
  std::string_view uri;  ///< of `msg`
  standing uri_evidence = standing::open;
  xml_name wrapper;
  std::string_view wrapper_label;  ///< French
  standing wrapper_evidence = standing::open;
  xml_name message;
  std::string_view message_label;  ///< French
  standing message_evidence = standing::open;
  std::string_view messages;  ///< the name of the list of messages in the model: "orders"
  bool at_least_one = true;
  bool is_written_once = false;  ///< one message a file
};

/// The form of the documents of a message; specialised beside its description.
template <class Message>
inline constexpr document_form document_of{};

/// Specialise as true for a described struct of two members that JSON writes as an entry of an object: the first member
/// is the key, the second the value. `std::vector<code_class>` is then `{"COA": "START_CORRECTED", …}`.
template <class T>
inline constexpr bool keyed_entry = false;

// -- what a description can be asked ----------------------------------------------------------------------------------

namespace detail {
template <auto Member>
constexpr std::string_view member_name() {
#if defined(_MSC_VER) && !defined(__clang__)
  std::string_view text = __FUNCSIG__;
  text = text.substr(0, text.rfind(">(void)"));
#else
  std::string_view text = __PRETTY_FUNCTION__;
  const auto from = text.find("Member = ");
  text = text.substr(from);
  text = text.substr(0, text.find_first_of(";]"));
#endif
  text.remove_prefix(text.rfind(':') + 1);
  while (!text.empty() && (text.back() == ')' || text.back() == ' '))
    text.remove_suffix(1);
  return text;
}

template <class>
struct member_traits;
template <class Owner, class Type>
struct member_traits<Type Owner::*> {
  using owner = Owner;
  using type = Type;
};
}  // namespace detail

/// The name of a member: `member_name<&delivery::beneficiary>` is "beneficiary".
template <auto Member>
inline constexpr std::string_view member_name = detail::member_name<Member>();

template <auto Member>
using member_type = typename detail::member_traits<std::remove_cv_t<decltype(Member)>>::type;

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_optional<rare<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};

/// What a member holds once occurrence is taken off: `T` of `T`, `std::optional<T>`, `rare<T>` and `std::vector<T>`.
template <class T>
struct value_of {
  using type = T;
};
template <class T>
struct value_of<std::optional<T>> {
  using type = T;
};
template <class T>
struct value_of<rare<T>> {
  using type = T;
};
template <class T>
struct value_of<std::vector<T>> {
  using type = T;
};
template <class T>
using value_of_t = typename value_of<T>::type;

namespace detail {
template <class Visitor, class List>
constexpr void for_each_member_in(const List& entries, Visitor&& visit);

template <class Visitor, class... Entries>
constexpr void visit_entry(const within_entry<Entries...>& entry, Visitor&& visit) {
  for_each_member_in(entry.entries, visit);
}
template <class Visitor>
constexpr void visit_entry(const empty_entry&, Visitor&&) {}
template <class Visitor, auto Member>
constexpr void visit_entry(const own_text_entry<Member>&, Visitor&&) {}
template <class Visitor, class Entry>
requires requires { Entry::member; }
constexpr void visit_entry(const Entry& entry, Visitor&& visit) { visit(entry); }

template <class Visitor, class List>
constexpr void for_each_member_in(const List& entries, Visitor&& visit) {
  entries.for_each([&](const auto& entry) { visit_entry(entry, visit); });
}
}  // namespace detail

/// Calls `visit(entry)` for every member of `T` in document order, through the XML levels that have no struct.
template <described T, class Visitor>
constexpr void for_each_member(Visitor&& visit) {
  detail::for_each_member_in(description<T>, visit);
}

/// The key of an entry in JSON: a parameter's own key, otherwise the member's name.
template <class Entry>
constexpr std::string_view key_of(const Entry& entry) {
  if constexpr (requires { entry.key; }) {
    return entry.key;
  } else {
    return member_name<Entry::member>;
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI
