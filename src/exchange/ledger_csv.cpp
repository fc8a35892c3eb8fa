#include "esppadom/exchange/ledger_csv.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/exchange/csv.hpp"
#include "esppadom/exchange/ledger_findings.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

constexpr std::string_view bom = "\xEF\xBB\xBF";

/// "12:30" or "12:30:15" hours; none for anything else.
std::optional<exact_duration> time_of(std::string_view text) {
  std::array<std::int64_t, 3> parts{};
  std::size_t count = 0;
  while (count < 3) {
    const auto end = std::min(text.find(':'), text.size());
    const auto digits = text.substr(0, end);
    if (digits.empty() || digits.size() > 7) return std::nullopt;
    for (const char c : digits) {
      if (c < '0' || c > '9') return std::nullopt;
      parts[count] = parts[count] * 10 + (c - '0');
    }
    if (count > 0 && (digits.size() != 2 || parts[count] > 59)) return std::nullopt;
    ++count;
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
    if (count == 3) return std::nullopt;
  }
  if (count < 2) return std::nullopt;
  return exact_duration(duration::of_seconds(parts[0] * 3600 + parts[1] * 60 + parts[2]));
}

class opening_reader {
 public:
  opening_reader(std::string_view rule_book, findings& out, std::string_view file) : out_(out), file_(file) {
    ledger_.rule_book = std::string(rule_book);
  }

  result<ledger> read(std::string_view bytes) {
    if (bytes.starts_with(bom)) bytes.remove_prefix(bom.size());
    csv_reader rows(bytes_of(bytes), out_, {}, std::string(file_));
    if (!rows.next()) {
      fault(led_missing_column, {"kind"});
    } else {
      for (std::size_t i = 0; i < rows.fields().size(); ++i)
        columns_.emplace(std::string(rows.fields()[i]), i);
      if (!columns_.contains("kind")) fault(led_missing_column, {"kind"});
    }
    while (!failed_ && rows.next()) {
      row_ = &rows;
      take();
    }
    if (failed_ || out_.has_errors()) return error_code::invalid_value;
    finish();
    return std::move(ledger_);
  }

 private:
  void take() {
    const auto kind = text("kind");
    if (kind == "lot" || kind == "used") {
      take_time(kind == "lot" ? opening_kind::lot : opening_kind::used);
    } else if (kind == "document") {
      take_document();
    } else if (kind == "advance") {
      take_advance();
    } else {
      bad("kind", "lot, used, document, advance");
    }
  }

  void take_time(opening_kind kind) {
    opening_time one;
    one.kind = kind;
    const auto beneficiary = needed("beneficiary");
    one.pool = needed("pool");
    one.month = month("month");
    const auto time = time_of(text("time"));
    if (!time) bad("time", "h:mm");
    one.time = time.value_or(exact_duration{});
    if (!seen_.insert({std::string(name_of(kind)), beneficiary, one.pool, to_string(one.month)}).second)
      fault(led_repeated, {std::string(name_of(kind)) + " " + one.pool + " " + to_string(one.month)});
    auto& part = parts_[beneficiary];
    part.beneficiary = beneficiary;
    part.opening.push_back(std::move(one));
  }

  void take_document() {
    issued_document one;
    one.id = needed("document");
    const auto type = parse_enum<document_type>(text("type"));
    if (!type || *type == document_type::pro_forma) bad("type", "main, complementary, credit_note");
    one.type = type.value_or(document_type::main);
    one.month = month("month");
    one.billed_in = month("billed_in");
    one.provider = needed("provider");
    one.funder = needed("funder");
    one.kind = text("kind_of_document");
    const auto issued = parse_local_time(text("issued_at"));
    if (!issued) bad("issued_at", "YYYY-MM-DDThh:mm:ss");
    one.issued_at = issued.value_or(local_time{});
    one.total = one.due = amount();
    if (!seen_.insert({"document", one.id, "", ""}).second) fault(led_repeated, {one.id});
    ledger_.documents.push_back(std::move(one));
  }

  void take_advance() {
    document_adjustment one;
    one.reason = adjustment_reason::advance;
    one.month = month("month");
    one.billed_in = month("billed_in");
    one.provider = needed("provider");
    one.funder = needed("funder");
    one.amount = amount();
    if (!seen_.insert({"advance", one.provider, one.funder, to_string(one.month)}).second)
      fault(led_repeated, {"advance " + one.provider + " " + one.funder + " " + to_string(one.month)});
    ledger_.adjustments.push_back(std::move(one));
  }

  void finish() {
    const auto by_time = [](const opening_time& a, const opening_time& b) {
      return std::tie(a.pool, a.month, a.kind) < std::tie(b.pool, b.month, b.kind);
    };
    for (auto& [name, part] : parts_) {
      std::sort(part.opening.begin(), part.opening.end(), by_time);
      ledger_.beneficiaries.push_back(std::move(part));
    }
    std::sort(ledger_.documents.begin(), ledger_.documents.end(),
              [](const issued_document& a, const issued_document& b) { return a.id < b.id; });
  }

  std::string text(std::string_view column) {
    const auto at = columns_.find(column);
    if (at == columns_.end() || at->second >= row_->fields().size()) return {};
    return std::string(row_->fields()[at->second]);
  }

  std::string needed(std::string_view column) {
    if (!columns_.contains(column)) fault(led_missing_column, {std::string(column)});
    auto value = text(column);
    if (value.empty()) bad(column, "…");
    return value;
  }

  local_month month(std::string_view column) {
    const auto value = parse_local_month(text(column));
    if (!value) bad(column, "YYYY-MM");
    return value.value_or(local_month{});
  }

  money amount() {
    const auto value = parse_money(text("amount"));
    if (!value || *value < money{}) bad("amount", "0.00");
    return value.value_or(money{});
  }

  void bad(std::string_view column, std::string_view expected) {
    fault(led_bad_value, {std::string(column), std::string(expected)});
  }

  void fault(const finding_kind& kind, std::vector<std::string> arguments) {
    failed_ = true;
    finding one;
    one.kind = &kind;
    one.file = std::string(file_);
    one.line = row_ ? row_->line() : 1;
    one.arguments = std::move(arguments);
    out_.add(std::move(one));
  }

  findings& out_;
  std::string_view file_;
  const csv_reader* row_ = nullptr;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::map<std::string, beneficiary_ledger> parts_;
  std::set<std::tuple<std::string, std::string, std::string, std::string>> seen_;
  ledger ledger_;
  bool failed_ = false;
};

}  // namespace

result<ledger> read_ledger_csv(std::string_view bytes, std::string_view rule_book, findings& out,
                               std::string_view file) {
  return opening_reader(rule_book, out, file).read(bytes);
}

}  // namespace esppadom::inline ESPPADOM_ABI
