// Which prefix means which namespace of the family. Any version of a namespace is the namespace: what stands before the
// last ':' of its URI decides (messages reference, sections 6 and 7).
#pragma once

#include <array>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/xml.hpp"
#include "exchange/xml_markup.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

enum class family : std::uint8_t { message, ram, pie, qdt, unqualified_data_type, no_namespace, foreign };

constexpr family family_of(name_space space) {
  switch (space) {
    case name_space::message:
      return family::message;
    case name_space::ram:
      return family::ram;
    case name_space::pie:
      return family::pie;
    case name_space::qdt:
      return family::qdt;
    default:
      return family::no_namespace;
  }
}

constexpr family family_of_uri(std::string_view uri) {
  if (uri.empty()) return family::no_namespace;
  constexpr std::string_view standard = "urn:un:unece:uncefact:data:standard:";
  if (!uri.starts_with(standard)) return family::foreign;
  uri.remove_prefix(standard.size());
  const std::string_view name = uri.substr(0, uri.rfind(':'));
  if (name == "ReusableAggregateBusinessInformationEntity") return family::ram;
  if (name == "PersonInformationEntity") return family::pie;
  if (name == "QualifiedDataType") return family::qdt;
  if (name == "UnqualifiedDataType") return family::unqualified_data_type;
  if (name == "CrossIndustryDespatchAdvice" || name == "CrossIndustryOrder" || name == "CrossIndustryInvoice") {
    return family::message;
  }
  return family::foreign;
}

/// More than the longest name of the family takes, whatever its prefix (a prefix is compared byte by byte).
inline constexpr std::size_t name_padding = 128;

/// The declarations in force at one place.
class scope {
 public:
  /// Adds a declaration, which hides an earlier one of the same prefix.
  void declare(std::string_view prefix, std::string_view uri) {
    for (auto& known : bindings_) {
      if (known.prefix == prefix) {
        known.uri = uri;
        choose();
        return;
      }
    }
    bindings_.push_back({std::string(prefix), std::string(uri)});
    choose();
  }

  [[nodiscard]] bool declares(std::string_view prefix) const {
    for (const auto& known : bindings_) {
      if (known.prefix == prefix) return true;
    }
    return false;
  }

  [[nodiscard]] std::string_view uri_of(std::string_view prefix) const {
    for (const auto& known : bindings_) {
      if (known.prefix == prefix) return known.uri;
    }
    return {};
  }

  /// A prefix that is declared nowhere says nothing: such names are found as those without a namespace are.
  [[nodiscard]] family resolve(std::string_view prefix) const {
    for (const auto& known : bindings_) {
      if (known.prefix == prefix) return family_of_uri(known.uri);
    }
    return prefix == "xml" ? family::foreign : family::no_namespace;
  }

  /// The usual prefix of a namespace of the family: the first that was declared for it.
  struct usual_prefix {
    bool known = false;
    std::string prefix;
  };
  [[nodiscard]] const usual_prefix& usual(name_space space) const { return usual_[static_cast<std::size_t>(space)]; }

  /// Whether a name is the one a description asks for, written with the usual prefix. At least `name_padding` bytes
  /// must be readable at `name`.
  [[nodiscard]] bool is_usual(const char* name, const xml_name& wanted) const {
    const usual_prefix& expected = usual_[static_cast<std::size_t>(wanted.space)];
    if (!expected.known) return false;
    for (const char c : expected.prefix) {
      if (*name++ != c) return false;
    }
    if (!expected.prefix.empty() && *name++ != ':') return false;
    return name[wanted.local.size()] == '\0' && std::memcmp(name, wanted.local.data(), wanted.local.size()) == 0;
  }

  /// The length of the name a description asks for, written with the usual prefix, when `text` begins with it; else 0.
  [[nodiscard]] std::size_t usual_length(std::string_view text, const xml_name& wanted) const {
    const usual_prefix& expected = usual(wanted.space);
    const std::size_t start = expected.prefix.empty() ? 0 : expected.prefix.size() + 1;
    const std::size_t length = start + wanted.local.size();
    if (!expected.known || text.size() <= length || !is_name_end(text[length])) return 0;
    if (std::memcmp(text.data() + start, wanted.local.data(), wanted.local.size()) != 0) return 0;
    return start == 0 || (text[start - 1] == ':' && text.starts_with(expected.prefix)) ? length : 0;
  }

  /// The usual qualified name.
  [[nodiscard]] std::string qualified(const xml_name& name) const {
    const usual_prefix& expected = usual(name.space);
    std::string out = expected.prefix;
    if (!out.empty()) out.push_back(':');
    out += name.local;
    return out;
  }

  [[nodiscard]] const std::vector<namespace_binding>& bindings() const { return bindings_; }

 private:
  void choose() {
    usual_ = {};
    for (const auto& known : bindings_) {
      const family found = family_of_uri(known.uri);
      if (found > family::qdt) continue;
      auto& entry = usual_[static_cast<std::size_t>(found)];
      if (!entry.known) entry = {true, known.prefix};
    }
  }

  std::vector<namespace_binding> bindings_;
  std::array<usual_prefix, 5> usual_;
};

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
