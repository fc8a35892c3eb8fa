// What crosses the border to Java, as data: every struct and choice that a request or an answer reaches, with its
// members in the order in which they are written. The Java classes are printed from it; its hash tells whether a jar
// and a library belong together.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "esppadom/message/field_list.hpp"
#include "wire.hpp"

namespace java {

enum class occurrence { one, optional, list };

struct layout_member {
  std::string_view name;
  std::string_view type;  ///< a word of `type_name`, or the name of a struct or choice
  occurrence times = occurrence::one;
  std::string_view label;     ///< French
  std::string_view standing;  ///< empty where the value is the library's own
  std::string fallback;       ///< of a choice, a boolean, an integer or a text: the value of a new struct
};

struct layout_type {
  std::string_view name;
  bool is_choice = false;
  bool has_extras = false;
  std::vector<layout_member> members;
  std::vector<std::string_view> choices;
};

/// The word for a value that is neither a described struct nor a choice; empty for these.
template <class T>
constexpr std::string_view type_name() {
  using namespace esppadom;
  if constexpr (std::is_same_v<T, std::string>) return "text";
  if constexpr (std::is_same_v<T, bytes>) return "bytes";
  if constexpr (std::is_same_v<T, bool>) return "boolean";
  if constexpr (std::is_same_v<T, decimal>) return "decimal";
  if constexpr (std::is_same_v<T, money>) return "money";
  if constexpr (std::is_same_v<T, unit_price>) return "unit_price";
  if constexpr (std::is_same_v<T, percentage>) return "percentage";
  if constexpr (std::is_same_v<T, quantity>) return "quantity";
  if constexpr (std::is_same_v<T, duration>) return "duration";
  if constexpr (std::is_same_v<T, exact_duration>) return "exact_duration";
  if constexpr (std::is_same_v<T, local_date>) return "date";
  if constexpr (std::is_same_v<T, local_month>) return "month";
  if constexpr (std::is_same_v<T, local_time>) return "time";
  if constexpr (std::is_same_v<T, identifier>) return "identifier";
  if constexpr (std::is_same_v<T, code>) return "code";
  if constexpr (std::is_same_v<T, measure>) return "measure";
  if constexpr (std::is_same_v<T, amount>) return "amount";
  if constexpr (std::is_same_v<T, price>) return "price";
  if constexpr (std::is_same_v<T, extra>) return "extra";
  if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) return "integer";
  return {};
}

class layout {
 public:
  template <esppadom::described T>
  void add() {
    const std::string_view name = esppadom::detail::struct_name<T>();
    if (knows(name)) return;
    types_.push_back({name, false, has_extras<T>, {}, {}});
    const std::size_t at = types_.size() - 1;
    esppadom::for_each_member<T>([&]<class Entry>(const Entry& entry) {
      using member = esppadom::member_type<Entry::member>;
      using value = esppadom::value_of_t<member>;
      layout_member out;
      out.name = esppadom::member_name<Entry::member>;
      out.type = add_value<value>();
      out.label = entry.label;
      if constexpr (requires { entry.names; }) {
        out.standing = entry.has_evidence_of_group ? std::string_view() : esppadom::name_of(entry.evidence);
      }
      if constexpr (std::is_same_v<member, value>) out.fallback = fallback_of(T{}.*(Entry::member));
      if (esppadom::is_optional<member>::value) out.times = occurrence::optional;
      if (esppadom::is_vector<member>::value) out.times = occurrence::list;
      types_[at].members.push_back(out);
    });
  }

  [[nodiscard]] const std::vector<layout_type>& types() const { return types_; }

  /// The whole as text: what the hash is taken of.
  [[nodiscard]] std::string text() const {
    std::string out = "esppadom/java/1\n";
    for (const auto& type : types_) {
      out += std::string(type.name) + (type.has_extras ? "+extras" : "") + "\n";
      for (const auto& one : type.members)
        out += "  " + std::string(one.name) + " " + std::string(one.type) + " " +
               std::to_string(static_cast<int>(one.times)) + "\n";
      for (const auto& one : type.choices)
        out += "  " + std::string(one) + "\n";
    }
    return out;
  }

 private:
  template <class V>
  static std::string fallback_of(const V& value) {
    if constexpr (std::is_enum_v<V>) return std::string(esppadom::name_of(value));
    if constexpr (std::is_same_v<V, bool>) return value ? "true" : "false";
    if constexpr (std::is_integral_v<V> && !std::is_same_v<V, bool>) return std::to_string(value);
    if constexpr (std::is_same_v<V, std::string>) return value;
    return {};
  }

  [[nodiscard]] bool knows(std::string_view name) const {
    return std::any_of(types_.begin(), types_.end(), [&](const auto& one) { return one.name == name; });
  }

  template <class T>
  std::string_view add_value() {
    if constexpr (esppadom::described<T>) {
      add<T>();
      return esppadom::detail::struct_name<T>();
    } else if constexpr (std::is_enum_v<T>) {
      const std::string_view name = esppadom::detail::struct_name<T>();
      if (knows(name)) return name;
      layout_type out{name, true, false, {}, {}};
      for (const auto& item : esppadom::enum_names<T>::items)
        out.choices.push_back(item.name);
      types_.push_back(std::move(out));
      return name;
    } else {
      static_assert(!type_name<T>().empty(), "a type that has no form at the border");
      return type_name<T>();
    }
  }

  std::vector<layout_type> types_;
};

/// FNV-1a, 64 bits: tells builds apart, protects against nothing.
constexpr std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text)
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

}  // namespace java
