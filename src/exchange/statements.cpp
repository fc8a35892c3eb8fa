#include "esppadom/exchange/statements.hpp"

#include <map>
#include <utility>

#include "esppadom/exchange/json.hpp"
#include "esppadom/exchange/sha256.hpp"
#include "esppadom/oversight/statement_findings.hpp"
#include "exchange/json_write.hpp"

#if ESPPADOM_WITH_JSON
#include "exchange/json_read.hpp"
#endif

namespace esppadom::inline ESPPADOM_ABI {
namespace {

constexpr json_write_options sealed_form{json_layout::compact, json_absent::shown};

void report(const finding_kind& kind, const kept_statement& about, std::vector<std::string> arguments,
            findings& found) {
  finding one;
  one.kind = &kind;
  one.file = about.name;
  one.arguments = std::move(arguments);
  found.add(std::move(one));
}

#if ESPPADOM_WITH_JSON
// Reads one file; none after a finding.
std::optional<sealed_service_fait> read_sealed(const kept_statement& kept, findings& found) {
  sealed_service_fait read;
  const json_read_options options{json_strictness::strict, {}, kept.name};
  if (detail::read_json_text<sealed_service_fait>(kept.bytes, found, options).get(read) != error_code::success)
    return std::nullopt;
  if (write_json(read) != kept.bytes) {
    report(sft_not_as_written, kept, {}, found);
    return std::nullopt;
  }
  std::string content;
  if (sha256_hex(detail::json_text_of(read.statement, sealed_form)).get(content) != error_code::success ||
      content != read.seal) {
    report(sft_altered, kept, {read.seal, content}, found);
    return std::nullopt;
  }
  return read;
}
#else
std::optional<sealed_service_fait> read_sealed(const kept_statement& kept, findings& found) {
  report(sft_not_as_written, kept, {}, found);
  return std::nullopt;
}
#endif

}  // namespace

result<sealed_service_fait> seal(service_fait statement) {
  sealed_service_fait out{std::move(statement), {}};
  const auto error = sha256_hex(detail::json_text_of(out.statement, sealed_form)).get(out.seal);
  if (error != error_code::success) return error;
  return out;
}

result<std::vector<sealed_service_fait>> service_fait_chain(const beneficiary_ledger& facts, local_month first,
                                                            local_month last, std::optional<std::string> before,
                                                            std::optional<int> keep_years) {
  std::vector<sealed_service_fait> chain;
  for (auto month = first; month <= last; ++month) {
    auto statement = service_fait_of(facts, month);
    statement.previous = before;
    if (keep_years) {
      const auto end = local_date::of(month.year() + *keep_years, 12, 31);
      if (!end) return error_code::out_of_range;
      statement.keep_until = *end;
    }
    sealed_service_fait sealed;
    if (const auto error = seal(std::move(statement)).get(sealed); error != error_code::success) return error;
    before = sealed.seal;
    chain.push_back(std::move(sealed));
  }
  return chain;
}

std::string write_json(const sealed_service_fait& statement) {
  return detail::json_text_of(statement, sealed_form) + "\n";
}

bool verify_chain(std::span<const kept_statement> kept, const std::optional<std::string>& head, findings& found) {
  const auto before = found.count(severity::error);
  std::map<std::pair<std::string, local_month>, std::pair<sealed_service_fait, const kept_statement*>> chain;
  for (const auto& file : kept) {
    auto read = read_sealed(file, found);
    if (!read) continue;
    const std::pair key{read->statement.beneficiary, read->statement.month};
    if (!chain.try_emplace(key, std::move(*read), &file).second)
      report(sft_two_of_a_month, file, {to_string(key.second)}, found);
  }
  const sealed_service_fait* last = nullptr;
  const kept_statement* last_file = nullptr;
  for (const auto& [key, entry] : chain) {
    const auto& [sealed, file] = entry;
    const auto& statement = sealed.statement;
    const auto month = to_string(statement.month);
    const bool follows = last && last->statement.beneficiary == statement.beneficiary;
    if (follows && last->statement.month + 1 == statement.month) {
      if (statement.previous != last->seal)
        report(sft_chain_broken, *file, {month, statement.previous.value_or("–"), last->seal}, found);
    } else if (follows || statement.previous) {
      report(sft_chain_begins_late, *file, {month}, found);
    }
    last = &sealed;
    last_file = file;
  }
  if (head && (!last || last->seal != *head))
    report(sft_other_head, last ? *last_file : kept_statement{}, {last ? last->seal : std::string("–"), *head}, found);
  return found.count(severity::error) == before;
}

std::optional<std::string> seal_of(const kept_statement& kept, findings& found) {
  auto read = read_sealed(kept, found);
  if (!read) return std::nullopt;
  return std::move(read->seal);
}

plain_table table_of(std::span<const balance_row> rows) { return table_of_rows(rows); }

}  // namespace esppadom::inline ESPPADOM_ABI
