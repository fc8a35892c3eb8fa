#pragma once

// What the library has to say about data: findings. Each has a stable code, a severity, a place, and texts in French
// and English that say what was found and what to do next.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/standing.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// How much a finding matters: an error means that what it concerns cannot be relied on or billed.
enum class severity { info, warning, error };

template <>
struct enum_names<severity> {
  static constexpr enum_name<severity> items[] = {
      {severity::info, "info"}, {severity::warning, "warning"}, {severity::error, "error"}};
};

/// A kind of finding. Each layer declares its own as `inline constexpr finding_kind`; the code is `ESP-<AREA>-<nnn>`
/// and never changes its meaning. Texts hold placeholders {0}, {1}, … for the arguments of the finding.
struct finding_kind {
  std::string_view code;
  severity level = severity::error;
  std::string_view en;
  std::string_view fr;
  std::string_view remedy_en;
  std::string_view remedy_fr;
  std::string_view why_en{};  ///< for the documentation: what rule is behind, what follows in practice
  std::string_view why_fr{};
  standing evidence = standing::known;  ///< of the rule behind
};

/// One thing found. `kind` points to a constant of the library and is not owned; line and column are 1-based, 0 when
/// unknown. Arguments must not hold personal data: identifiers of documents and values of codes, not names or birth
/// dates.
struct finding {
  const finding_kind* kind = nullptr;
  std::string document;  ///< id of the message or other document, empty when unknown
  std::string path;      ///< where in it
  std::string file;
  std::uint64_t line = 0;
  std::uint64_t column = 0;
  std::vector<std::string> arguments;

  [[nodiscard]] std::string_view code() const { return kind == nullptr ? std::string_view() : kind->code; }
  [[nodiscard]] severity level() const { return kind == nullptr ? severity::error : kind->level; }
};

namespace detail {

// Replaces {n} by the argument n. A placeholder without argument stays as it is, and so do other braces.
inline void append_filled(std::string& out, std::string_view text, const std::vector<std::string>& arguments) {
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) return;
    text.remove_prefix(open);
    std::size_t at = 1;
    std::size_t index = 0;
    while (at < text.size() && at < 4 && text[at] >= '0' && text[at] <= '9') {
      index = index * 10 + static_cast<std::size_t>(text[at++] - '0');
    }
    if (at > 1 && at < text.size() && text[at] == '}' && index < arguments.size()) {
      out += arguments[index];
      text.remove_prefix(at + 1);
    } else {
      out.push_back('{');
      text.remove_prefix(1);
    }
  }
}

}  // namespace detail

/// The text of a finding for users: what was found, then what to do. The place is not part of it.
inline std::string message(const finding& found, language in) {
  if (found.kind == nullptr) return {};
  const bool fr = in == language::french;
  const std::string_view remedy = fr ? found.kind->remedy_fr : found.kind->remedy_en;
  std::string out;
  detail::append_filled(out, fr ? found.kind->fr : found.kind->en, found.arguments);
  if (!remedy.empty()) {
    out.push_back(' ');
    detail::append_filled(out, remedy, found.arguments);
  }
  return out;
}

/// A total order for reports: file, line, column, document, path, code, arguments.
inline bool finding_less(const finding& a, const finding& b) {
  if (const auto c = a.file <=> b.file; c != 0) return c < 0;
  if (const auto c = a.line <=> b.line; c != 0) return c < 0;
  if (const auto c = a.column <=> b.column; c != 0) return c < 0;
  if (const auto c = a.document <=> b.document; c != 0) return c < 0;
  if (const auto c = a.path <=> b.path; c != 0) return c < 0;
  if (const auto c = a.code() <=> b.code(); c != 0) return c < 0;
  return a.arguments < b.arguments;
}

/// Findings that were counted but no longer kept, of one kind.
struct dropped_findings {
  const finding_kind* kind = nullptr;
  std::uint64_t count = 0;
};

/// Collects findings within bounds: up to `limit` are kept, further ones are only counted by kind, so that a broken
/// file of millions of messages neither fills the memory nor goes unnoticed. Counts always include what was dropped.
class findings {
 public:
  static constexpr std::size_t default_limit = 10'000;

  findings() = default;
  explicit findings(std::size_t limit) : limit_(limit) {}

  void add(finding found) {
    count(found.kind, 1);
    if (items_.size() < limit_) {
      items_.push_back(std::move(found));
    } else {
      drop(found.kind, 1);
    }
  }

  /// Adds a finding about a document, without a place in a file.
  void add(const finding_kind& kind, std::string document, std::vector<std::string> arguments = {}) {
    finding found;
    found.kind = &kind;
    found.document = std::move(document);
    found.arguments = std::move(arguments);
    add(std::move(found));
  }

  /// Adds the findings of another collector after the present ones.
  void merge(findings other) {
    items_.reserve(items_.size() + (other.items_.size() < limit_ ? other.items_.size() : 0));
    for (finding& found : other.items_)
      add(std::move(found));
    for (const dropped_findings& entry : other.dropped_) {
      count(entry.kind, entry.count);
      drop(entry.kind, entry.count);
    }
  }

  /// The kept findings, in the order in which they were added.
  [[nodiscard]] const std::vector<finding>& items() const { return items_; }
  /// The same for changing places and order; findings are added through the collector only, which counts them.
  [[nodiscard]] std::vector<finding>& items() { return items_; }

  /// What was dropped, one entry a kind, in the order in which kinds were first dropped.
  [[nodiscard]] const std::vector<dropped_findings>& dropped() const { return dropped_; }

  [[nodiscard]] std::uint64_t count(severity level) const { return counts_[static_cast<std::size_t>(level)]; }
  [[nodiscard]] std::uint64_t total() const { return counts_[0] + counts_[1] + counts_[2]; }
  [[nodiscard]] bool has_errors() const { return count(severity::error) != 0; }
  [[nodiscard]] bool empty() const { return total() == 0; }
  [[nodiscard]] std::size_t limit() const { return limit_; }

 private:
  void count(const finding_kind* kind, std::uint64_t number) {
    counts_[static_cast<std::size_t>(kind == nullptr ? severity::error : kind->level)] += number;
  }

  void drop(const finding_kind* kind, std::uint64_t number) {
    for (dropped_findings& entry : dropped_) {
      if (entry.kind == kind) {
        entry.count += number;
        return;
      }
    }
    dropped_.push_back({kind, number});
  }

  std::size_t limit_ = default_limit;
  std::vector<finding> items_;
  std::vector<dropped_findings> dropped_;
  std::uint64_t counts_[3] = {0, 0, 0};
};

}  // namespace esppadom::inline ESPPADOM_ABI
