// Texts kept once: identifiers come back in message after message, and a number takes less room than a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/message/party.hpp"
#include "esppadom/value/identifier.hpp"
#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace batch {

/// Numbers for texts, blanks collapsed; 0 is the empty text. A text of n bytes takes about n + 16 bytes.
class text_store {
 public:
  std::uint32_t number_of(std::string_view text) {
    const std::string plain = collapsed(text);
    if (plain.empty()) return 0;
    if ((ends_.size() + 1) * 4 > slots_.size() * 3) grow();
    for (std::size_t at = hash_of(plain) & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at] == 0) {
        letters_ += plain;
        ends_.push_back(letters_.size());
        slots_[at] = static_cast<std::uint32_t>(ends_.size());
        return slots_[at];
      }
      if (text_of(slots_[at]) == plain) return slots_[at];
    }
  }

  [[nodiscard]] std::string_view text_of(std::uint32_t number) const {
    if (number == 0) return {};
    const std::size_t begin = number == 1 ? 0 : ends_[number - 2];
    return std::string_view(letters_).substr(begin, ends_[number - 1] - begin);
  }

  [[nodiscard]] std::size_t size() const { return ends_.size(); }

 private:
  static std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a, then mixed: the table is a power of two
    for (const char c : text)
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    hash ^= hash >> 29U;
    return hash * 0xBF58476D1CE4E5B9U >> 7U;
  }

  void grow() {
    std::vector<std::uint32_t> larger(slots_.empty() ? 64 : slots_.size() * 2);
    for (std::uint32_t number = 1; number <= ends_.size(); ++number) {
      std::size_t at = hash_of(text_of(number)) & (larger.size() - 1);
      while (larger[at] != 0)
        at = (at + 1) & (larger.size() - 1);
      larger[at] = number;
    }
    slots_ = std::move(larger);
  }

  std::string letters_;
  std::vector<std::size_t> ends_;
  std::vector<std::uint32_t> slots_;
};

/// Parties by all their identifiers, kept once each. 0 is a party without identifier.
class party_store {
 public:
  std::uint32_t number_of(const std::vector<identifier>& ids) {
    std::string all;
    for (const identifier& one : ids) {
      if (one.empty()) continue;
      if (!all.empty()) all.push_back(between_ids);
      all += collapsed(one.value) + between_parts + collapsed(one.scheme_id) + between_parts +
             collapsed(one.scheme_agency_name);
    }
    const std::uint32_t number = texts_.number_of(all);
    if (number > keys_.size()) keys_.push_back(first_ids_.number_of(ids_of(number).front().value));
    return number;
  }

  /// Equal for parties whose first identifiers have the same text: for grouping, where schemes do not count.
  [[nodiscard]] std::uint32_t key_of(std::uint32_t number) const { return number == 0 ? 0 : keys_[number - 1]; }

  /// Whether two parties have an identifier in common (messages reference, section 8.4). An unknown party contradicts
  /// nobody.
  [[nodiscard]] bool may_be_same(std::uint32_t a, std::uint32_t b) const {
    if (a == b || a == 0 || b == 0) return true;
    for (const identifier& one : ids_of(a)) {
      for (const identifier& other : ids_of(b)) {
        if (one == other) return true;
      }
    }
    return false;
  }

 private:
  static constexpr char between_ids = '\x1F';
  static constexpr char between_parts = '\x1E';

  static std::string_view cut(std::string_view& text, char at) {
    const std::string_view out = text.substr(0, text.find(at));
    text.remove_prefix(out.size() < text.size() ? out.size() + 1 : out.size());
    return out;
  }

  [[nodiscard]] std::vector<identifier> ids_of(std::uint32_t number) const {
    std::vector<identifier> out;
    for (std::string_view rest = texts_.text_of(number); !rest.empty();) {
      std::string_view one = cut(rest, between_ids);
      identifier id;
      id.value = cut(one, between_parts);
      id.scheme_id = cut(one, between_parts);
      id.scheme_agency_name = one;
      out.push_back(std::move(id));
    }
    return out;
  }

  text_store texts_;
  text_store first_ids_;
  std::vector<std::uint32_t> keys_;
};

}  // namespace batch
}  // namespace esppadom::inline ESPPADOM_ABI
