#include "esppadom/exchange/apa_report.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/billing/findings.hpp"
#include "esppadom/exchange/csv.hpp"
#include "esppadom/exchange/csv_findings.hpp"
#include "exchange/csv_header.hpp"
#include "exchange/json_write.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

std::string places(const fraction& value, unsigned count) {
  return to_string(round(value, count, rounding_mode::half_up).value_or(decimal()));
}

// The four results as they are written: amounts to a hundredth of a cent, the rate to six decimals, what is paid in
// cents.
constexpr std::array result_columns{"accepted", "participation", "taux", "apa_paid"};
std::array<std::string, 4> results_of(const apa_share& share) {
  return {places(share.accepted, 4), places(share.participation, 4), places(share.rate, 6), to_string(share.paid)};
}

// -- a table ----------------------------------------------------------------------------------------------------------

// Where the columns stand in a row; npos = not there.
class columns {
 public:
  explicit columns(const std::vector<std::string_view>& names) : names_(names.begin(), names.end()) {}
  std::size_t at(std::string_view name) const {
    const auto found = std::find(names_.begin(), names_.end(), name);
    return found == names_.end() ? std::string::npos : static_cast<std::size_t>(found - names_.begin());
  }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
};

// What people and spreadsheets write for yes and no.
std::optional<bool> truth_of(std::string_view text) {
  std::string word(text);
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  for (const std::string_view yes : {"1", "true", "vrai", "yes", "oui"})
    if (word == yes) return true;
  for (const std::string_view no : {"0", "false", "faux", "no", "non"})
    if (word == no) return false;
  return std::nullopt;
}

// An amount with a decimal point or, as French spreadsheets write it, a decimal comma. Three digits behind it would be
// thousands.
std::optional<money> amount_of(std::string_view text) {
  std::string plain(text);
  if (plain.find('.') == std::string::npos) std::replace(plain.begin(), plain.end(), ',', '.');
  if (const auto point = plain.find('.'); point != std::string::npos && plain.size() - point > 3) return std::nullopt;
  const auto value = parse_money(plain);
  if (!value) return std::nullopt;
  return *value;
}

// The question a row asks, or the column that holds no such value.
std::optional<apa_question> question_of(const std::vector<std::string_view>& fields, const columns& where,
                                        std::string_view& wrong) {
  const auto field = [&](std::string_view name) {
    const std::size_t at = where.at(name);
    wrong = name;
    return at < fields.size() ? fields[at] : std::string_view{};
  };
  apa_question out;
  const auto year = parse_local_month(std::string(field("year")) + "-01");
  if (!year) return std::nullopt;
  out.day = year->first_day();
  if (where.at("mtp") != std::string::npos) {
    const std::string_view text = field("mtp");
    out.mtp = amount_of(text);
    if (!out.mtp && !text.empty()) return std::nullopt;
  }
  std::string_view gir = field("gir");
  if (gir.starts_with("gir_")) gir.remove_prefix(4);
  if (gir.size() != 1 || gir[0] < '1' || gir[0] > '6') return std::nullopt;
  out.of.gir = gir[0] - '0';
  const auto plan = amount_of(field("plan"));
  if (!plan) return std::nullopt;
  const auto resources = amount_of(field("resources"));
  if (!resources) return std::nullopt;
  const auto couple = truth_of(field("couple"));
  if (!couple) return std::nullopt;
  out.of.plan = *plan;
  out.of.resources = *resources;
  out.of.couple = *couple;
  return out;
}

// The results of a row; none, and what is wrong, when there are none.
std::optional<std::array<std::string, 4>> answer_row(const std::vector<std::string_view>& fields, const columns& where,
                                                     std::string_view& wrong) {
  const auto asked = question_of(fields, where, wrong);
  if (!asked) return std::nullopt;
  const auto answer = answer_of(*asked);
  if (answer) return results_of(answer->share);
  const bool known = apa_scale_on(asked->day, asked->mtp).has_value();
  wrong = !known ? "year" : asked->of.gir > 4 ? "gir" : "plan, resources";
  return std::nullopt;
}

// The separator of the first line; what was read of it comes again.
csv_separator separator_of(byte_source& source) {
  constexpr std::size_t most = 4096;
  std::string begun(most, '\0');
  std::size_t length = 0;
  error_code error = error_code::success;
  while (length < most && begun.find('\n') == std::string::npos) {
    std::size_t more = 0;
    error = source.read(begun.data() + length, most - length).get(more);
    if (error != error_code::success || more == 0) break;
    length += more;
  }
  begun.resize(length);
  const csv_separator separator = detail::separator_in(begun);
  source.read = [begun = std::move(begun), error, rest = std::move(source.read), done = std::size_t{0}](
                    char* into, std::size_t capacity) mutable -> result<std::size_t> {
    if (done < begun.size()) {
      const std::size_t count = begun.copy(into, capacity, done);
      done += count;
      return count;
    }
    if (error != error_code::success) return error;
    return rest(into, capacity);
  };
  return separator;
}

void report(const finding_kind& kind, const std::string& file, csv_place place, std::vector<std::string> arguments,
            findings& found) {
  finding out;
  out.kind = &kind;
  out.file = file;
  out.line = place.line;
  out.column = place.column;
  out.arguments = std::move(arguments);
  found.add(std::move(out));
}

// The titles of the table that is written; none, with a finding, when the table cannot be used.
std::optional<columns> header_of(csv_reader& rows, const std::string& file, findings& found) {
  if (!rows.next()) {
    report(csv_empty_file, file, {}, {}, found);
    return std::nullopt;
  }
  columns out(rows.fields());
  bool good = true;
  for (const std::string_view needed : {"year", "gir", "plan", "resources", "couple"}) {
    if (out.at(needed) != std::string::npos) continue;
    report(csv_missing_column, file, {rows.line(), 0}, {std::string(needed)}, found);
    good = false;
  }
  if (!good) return std::nullopt;
  return out;
}

}  // namespace

std::string write_json(const apa_answer& answer) {
  const auto results = results_of(answer.share);
  std::string out;
  detail::json_writer to(out, json_layout::indented);
  const auto text = [&to](std::string_view key, std::string_view value) {
    to.key(key);
    to.string(value);
  };
  to.begin_object();
  text("schema", "esppadom/apa/1");
  text("date", to_string(answer.asked.day));
  to.key("gir");
  to.integer(answer.asked.of.gir);
  text("plan", to_string(answer.asked.of.plan));
  text("resources", to_string(answer.asked.of.resources));
  to.key("couple");
  to.raw(answer.asked.of.couple ? "true" : "false");
  text("mtp", to_string(answer.scale.mtp));
  text("floor", to_string(answer.scale.floor));
  text("accepted", results[0]);
  text("participation", results[1]);
  text("participation_exact", to_string(answer.share.participation));
  text("rate", results[2]);
  text("rate_exact", to_string(answer.share.rate));
  text("apa_paid", results[3]);
  to.end_object();
  return out + "\n";
}

error_code answer_apa_table(byte_source source, byte_sink to, const std::string& file, findings& found) {
  csv_dialect dialect;
  dialect.separator = separator_of(source);
  dialect.line_end = csv_line_end::lf;
  csv_reader rows(std::move(source), found, dialect, file);
  const auto where = header_of(rows, file, found);
  if (!where) return rows.readable() ? error_code::missing : error_code::unreadable;
  csv_writer out(std::move(to), dialect);
  std::vector<std::string> names = where->names();
  for (const std::string_view name : result_columns) {
    if (where->at(name) == std::string::npos) names.emplace_back(name);
  }
  error_code e = out.write(names);
  while (e == error_code::success && rows.next()) {
    std::vector<std::string> row(rows.fields().begin(), rows.fields().end());
    row.resize(names.size());
    std::string_view wrong;
    const auto results = answer_row(rows.fields(), *where, wrong);
    if (!results) report(bil_no_apa_answer, file, rows.place(where->at(wrong)), {std::string(wrong)}, found);
    std::size_t added = where->names().size();
    for (std::size_t i = 0; i < result_columns.size(); ++i) {
      const std::size_t at = where->at(result_columns.at(i));
      row[at == std::string::npos ? added++ : at] = results ? results->at(i) : std::string();
    }
    e = out.write(row);
  }
  if (e == error_code::success) e = out.flush();
  if (e != error_code::success) return e;
  return rows.readable() ? error_code::success : error_code::unreadable;
}

}  // namespace esppadom::inline ESPPADOM_ABI
