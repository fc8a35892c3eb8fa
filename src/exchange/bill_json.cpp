#include "esppadom/exchange/bill_json.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/bill/summary.hpp"
#include "esppadom/exchange/ledger_findings.hpp"
#include "esppadom/exchange/sha256.hpp"
#include "exchange/bill_comparison_json.hpp"
#include "exchange/csv_rows.hpp"
#include "exchange/json_report.hpp"
#include "exchange/json_write.hpp"
#include "exchange/sealed_ledger.hpp"

#if ESPPADOM_WITH_JSON
#include "exchange/json_read.hpp"
#endif

namespace esppadom::inline ESPPADOM_ABI {

namespace {

/// What is sealed: the canonical JSON of the facts.
std::string sealed_text_of(const ledger& facts) {
  return detail::json_text_of(facts, {json_layout::compact, json_absent::left_out});
}

constexpr std::string_view seal_begin = R"(,"seal":")";
constexpr std::string_view seal_end = "\"}";

}  // namespace

#if ESPPADOM_WITH_JSON

namespace {

void report_seal(const finding_kind& kind, std::string_view file, std::vector<std::string> arguments, findings& out) {
  finding one;
  one.kind = &kind;
  one.path = "/seal";
  one.file = file;
  one.arguments = std::move(arguments);
  out.add(std::move(one));
}

/// Whether a text is as the library wrote it: then its facts need not be written once more to know their seal.
bool is_as_written(std::string_view text) {
  constexpr std::size_t length = seal_begin.size() + 64 + seal_end.size();
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.size() < length || !text.ends_with(seal_end)) return false;
  const auto end = text.substr(text.size() - length);
  if (!end.starts_with(seal_begin)) return false;
  std::string sealed;
  sealed.reserve(text.size() - length + 1);
  sealed.append(text.substr(0, text.size() - length)).push_back('}');
  return sha256_hex(sealed).value_or("") == end.substr(seal_begin.size(), 64);
}

/// Whether the facts are those that were sealed, however the file lays them out.
bool is_as_sealed(const detail::sealed_ledger& read, std::string_view file, findings& out) {
  if (!read.seal) {
    report_seal(led_no_seal, file, {"the file has none", "le fichier n'en porte pas"}, out);
    return true;
  }
  std::string content;
  if (sha256_hex(sealed_text_of(read)).get(content) != error_code::success) {
    report_seal(led_no_seal, file, {"this build has no SHA-256", "cette version est construite sans SHA-256"}, out);
    return true;
  }
  if (content == *read.seal) return true;
  report_seal(led_altered, file, {detail::quoted_for_finding(*read.seal), content}, out);
  return false;
}

}  // namespace

result<ledger> read_ledger_json(std::string_view bytes, findings& out, const json_read_options& options) {
  const bool as_written = is_as_written(bytes);
  detail::sealed_ledger read;
  const auto error = detail::read_json_text<detail::sealed_ledger>(bytes, out, options).get(read);
  if (error != error_code::success) return error;
  if (!as_written && !is_as_sealed(read, options.file, out)) return error_code::invalid_value;
  return std::move(static_cast<ledger&>(read));
}

#else
result<ledger> read_ledger_json(std::string_view, findings&, const json_read_options&) { return error_code::not_built; }
#endif

std::string write_json(const ledger& value) {
  auto text = sealed_text_of(value);
  if (const auto seal = sha256_hex(text)) {
    text.pop_back();
    text.append(seal_begin).append(*seal).append(seal_end);
  }
  return text + "\n";
}

std::string write_csv(const rate_table& rates) {
  detail::csv_rows out;
  out.add({std::string(name_of(rates.by)), "month", "interventions", "corrected", "rate_pct"});
  for (const group_rate& row : rates.rows) {
    out.add({row.group, to_string(row.month), std::to_string(row.tally.interventions),
             std::to_string(row.tally.corrected), to_percent(correction_rate(row.tally, row.unit)).value_or("")});
  }
  return std::move(out).text();
}

std::string write_json(const rate_table& rates, const findings& found, language in) {
  std::string out;
  detail::json_writer to(out, json_layout::indented);
  to.begin_object();
  to.key("schema");
  to.string("esppadom/correction-rate/1");
  detail::write_rates(to, rates);
  detail::write_findings(to, found, in);
  to.end_object();
  return out + "\n";
}

std::string write_bill_json(const bill_request& request, const bill_result& result, const findings& found, language in,
                            const bill_comparison* compared) {
  using namespace detail;
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  write_shown(to, "schema", std::string("esppadom/bill/1"));
  write_shown(to, "month", request.month);
  write_shown(to, "as_of", request.as_of);
  write_shown(to, "issued_at", request.with.issued_at);
  write_shown(to, "transaction_id", request.with.transaction_id);
  write_shown(to, "stage", request.with.stage);
  write_shown(to, "rule_book", request.rules.id);
  write_shown(to, "rule_sets", result.rule_sets);
  write_shown(to, "invoices", result.invoices);
  write_shown(to, "beneficiary_invoices", result.beneficiary_invoices);
  write_shown(to, "payments", result.payments);
  write_shown(to, "smoothing", result.smoothing);
  write_shown(to, "unbilled", result.unbilled);
  to.key("correction_rate");
  to.begin_object();
  write_rates(to, table_of(result.rates));
  to.end_object();
  write_shown(to, "penalties", result.penalties);
  write_shown(to, "held", result.held);
  write_shown(to, "advances", result.advances);
  write_shown(to, "slips", result.slips);
  write_shown(to, "summary", summarise(result));
  if (compared) write_comparison(to, *compared, request.rules, in);
  write_findings(to, found, in);
  to.end_object();
  return out + "\n";
}

}  // namespace esppadom::inline ESPPADOM_ABI
