// esppadom apa: what the national scale of APA leaves a beneficiary to pay, for one situation or for many rows.

#include <algorithm>
#include <array>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commands.hpp"
#include "esppadom/billing/apa.hpp"
#include "esppadom/billing/findings.hpp"
#include "esppadom/exchange/csv.hpp"
#include "findings_text.hpp"
#include "output.hpp"

namespace cli {
namespace {

using esppadom::apa_scale;
using esppadom::apa_share;
using esppadom::apa_situation;
using esppadom::error_code;
using esppadom::findings;
using esppadom::money;
using esppadom::rounding_mode;

std::string places(const esppadom::fraction& value, unsigned count) {
  return to_string(esppadom::round(value, count, rounding_mode::half_up).value_or(esppadom::decimal()));
}

// The four results as they are written: amounts to a hundredth of a cent, the rate to six decimals, what is paid in
// cents.
struct shown_share {
  std::string accepted;
  std::string participation;
  std::string rate;
  std::string paid;
};

shown_share shown(const apa_share& share) {
  return {places(share.accepted, 4), places(share.participation, 4), places(share.rate, 6), to_string(share.paid)};
}

// -- one situation ----------------------------------------------------------------------------------------------------

struct question {
  esppadom::local_date day;
  std::optional<money> mtp;
  apa_situation of;
};

money amount_of(std::string_view option, const std::string& text, const speaker& to) {
  const auto value = esppadom::parse_money(text);
  if (!value) wrong_value(option, text, {"an amount such as 1500.00", "un montant comme 1500.00"}, to);
  return *value;
}

question asked(const apa_options& options, const speaker& to) {
  for (const auto& [name, text] : {std::pair{"--date", options.date},
                                   {"--gir", options.gir},
                                   {"--plan", options.plan},
                                   {"--resources", options.resources}}) {
    if (text.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {name}));
  }
  question out;
  const auto day = esppadom::parse_local_date(options.date);
  if (!day) wrong_value("--date", options.date, {"a date YYYY-MM-DD", "une date AAAA-MM-JJ"}, to);
  out.day = *day;
  if (options.gir.size() != 1 || options.gir[0] < '1' || options.gir[0] > '6') {
    wrong_value("--gir", options.gir, {"a number from 1 to 6", "un nombre de 1 à 6"}, to);
  }
  out.of.gir = options.gir[0] - '0';
  out.of.plan = amount_of("--plan", options.plan, to);
  out.of.resources = amount_of("--resources", options.resources, to);
  out.of.couple = options.couple;
  if (!options.mtp.empty()) out.mtp = amount_of("--mtp", options.mtp, to);
  return out;
}

// Why there is no answer, in words.
std::string refusal(const question& what, const speaker& to) {
  if (!apa_scale_on(what.day, what.mtp)) {
    return to.say(
        {"the national scale of {0} is not known (MTP not published, or before October 2004); --mtp gives the "
         "MTP of 1 January",
         "le barème national du {0} n'est pas connu (MTP non publiée, ou date antérieure à octobre 2004) ; "
         "--mtp donne la MTP du 1er janvier"},
        {to.date(what.day)});
  }
  if (what.of.gir > 4) {
    return std::string(to.say({"GIR 5 and 6 give no right to APA", "les GIR 5 et 6 n'ouvrent pas droit à l'APA"}));
  }
  return std::string(to.say({"plan and resources must lie between 0 and 1 000 000 euros",
                             "le plan et les ressources doivent être compris entre 0 et 1 000 000 d'euros"}));
}

std::string json_of(const question& what, const apa_scale& scale, const apa_share& share) {
  const auto result = shown(share);
  const auto text = [](std::string_view key, const std::string& value) {
    return "  \"" + std::string(key) + "\": \"" + value + "\",\n";
  };
  return "{\n" + text("schema", "esppadom/apa/1") + text("date", to_string(what.day)) +
         "  \"gir\": " + std::to_string(what.of.gir) + ",\n" + text("plan", to_string(what.of.plan)) +
         text("resources", to_string(what.of.resources)) + "  \"couple\": " + (what.of.couple ? "true" : "false") +
         ",\n" + text("mtp", to_string(scale.mtp)) + text("floor", to_string(scale.floor)) +
         text("accepted", result.accepted) + text("participation", result.participation) +
         text("participation_exact", to_string(share.participation)) + text("rate", result.rate) +
         text("rate_exact", to_string(share.rate)) + "  \"apa_paid\": \"" + result.paid + "\"\n}\n";
}

std::string text_of(const question& what, const apa_scale& scale, const apa_share& share, const speaker& to) {
  const auto sum = [&](const esppadom::fraction& value) {
    const auto cents = esppadom::round(value, 2, rounding_mode::half_up).value_or(esppadom::decimal());
    return to.amount(money::from_decimal(cents).value_or(money()));
  };
  const auto percent = esppadom::round(share.rate * esppadom::fraction(100), 4, rounding_mode::half_up);
  text_table table({{"", text_table::align::left}, {"", text_table::align::right}});
  const auto row = [&](const words& label, std::string value) {
    table.add({std::string(to.say(label)), std::move(value)});
  };
  row({"MTP of 1 January", "MTP du 1er janvier"}, to.amount(scale.mtp));
  row({"plan", "plan d'aide"}, to.amount(what.of.plan));
  row({"accepted (at most the ceiling of the GIR)", "accepté (au plus le plafond du GIR)"}, sum(share.accepted));
  row({"rate of participation", "taux de participation"}, to.percent(to_string(percent.value_or(esppadom::decimal()))));
  row({"left to the beneficiary", "à la charge du bénéficiaire"}, sum(share.participation));
  row({"APA paid", "APA versée"}, to.amount(share.paid));
  std::string out = heading(to.say({"APA on {0}, GIR {1}", "APA au {0}, GIR {1}"},
                                   {to.date(what.day), std::to_string(what.of.gir)})) +
                    table.str();
  if (share.paid == money() && share.accepted > share.participation) {
    out += to.say({"\n  Not paid: less than {0} a month (3 hours of SMIC).\n",
                   "\n  Non versée : moins de {0} par mois (3 heures de SMIC).\n"},
                  {to.amount(scale.floor)});
  }
  return out;
}

outcome answer_one(const apa_options& options, const speaker& to) {
  const question what = asked(options, to);
  const output_format format = format_of(options.format, false, to);
  apa_scale scale;
  apa_share share;
  error_code error = apa_scale_on(what.day, what.mtp).get(scale);
  if (error == error_code::success) error = apa_share_of(scale, what.of).get(share);
  if (error != error_code::success) throw cannot_go_on(refusal(what, to));
  emit(format == output_format::json ? json_of(what, scale, share) : text_of(what, scale, share, to), to);
  return outcome::fine;
}

// -- many rows --------------------------------------------------------------------------------------------------------

constexpr std::array result_columns{"accepted", "participation", "taux", "apa_paid"};

// Where the columns stand in a row; npos = not there.
class columns {
 public:
  explicit columns(const std::vector<std::string_view>& names) {
    for (const std::string_view name : names)
      names_.emplace_back(name);
  }
  [[nodiscard]] std::size_t at(std::string_view name) const {
    const auto found = std::find(names_.begin(), names_.end(), name);
    return found == names_.end() ? std::string::npos : static_cast<std::size_t>(found - names_.begin());
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
};

std::optional<bool> truth_of(std::string_view text) {
  if (text == "1" || text == "true") return true;
  if (text == "0" || text == "false") return false;
  return std::nullopt;
}

// The question a row asks, or the column that holds no such value.
std::optional<question> question_of(const std::vector<std::string_view>& fields, const columns& where,
                                    std::string_view& wrong) {
  const auto field = [&](std::string_view name) {
    const std::size_t at = where.at(name);
    wrong = name;
    return at < fields.size() ? fields[at] : std::string_view{};
  };
  question out;
  const auto year = esppadom::parse_local_month(std::string(field("year")) + "-01");
  if (!year) return std::nullopt;
  out.day = year->first_day();
  if (where.at("mtp") != std::string::npos) {
    const auto mtp = esppadom::parse_money(field("mtp"));
    if (!mtp) return std::nullopt;
    out.mtp = *mtp;
  }
  std::string_view gir = field("gir");
  if (gir.starts_with("gir_")) gir.remove_prefix(4);
  if (gir.size() != 1 || gir[0] < '1' || gir[0] > '6') return std::nullopt;
  out.of.gir = gir[0] - '0';
  const auto plan = esppadom::parse_money(field("plan"));
  if (!plan) return std::nullopt;
  const auto resources = esppadom::parse_money(field("resources"));
  if (!resources) return std::nullopt;
  const auto couple = truth_of(field("couple"));
  if (!couple) return std::nullopt;
  out.of.plan = *plan;
  out.of.resources = *resources;
  out.of.couple = *couple;
  return out;
}

void report(std::uint64_t line, std::string_view column, const std::string& file, findings& found) {
  esppadom::finding out;
  out.kind = &esppadom::bil_no_apa_answer;
  out.file = file;
  out.line = line;
  out.arguments = {std::string(column)};
  found.add(std::move(out));
}

// The four results of a row; empty, with a finding, when there are none.
std::array<std::string, 4> results_of(const std::vector<std::string_view>& fields, const columns& where,
                                      std::uint64_t line, const std::string& file, findings& found) {
  std::string_view wrong;
  const auto what = question_of(fields, where, wrong);
  if (what) {
    apa_scale scale;
    wrong = "year";
    if (apa_scale_on(what->day, what->mtp).get(scale) == error_code::success) {
      apa_share share;
      wrong = what->of.gir > 4 ? "gir" : "plan, resources";
      if (apa_share_of(scale, what->of).get(share) == error_code::success) {
        const auto out = shown(share);
        return {out.accepted, out.participation, out.rate, out.paid};
      }
    }
  }
  report(line, wrong, file, found);
  return {};
}

outcome answer_rows(const apa_options& options, const speaker& to) {
  findings found;
  esppadom::byte_source source;
  if (esppadom::bytes_of_file(options.csv).get(source) != error_code::success) {
    throw cannot_go_on(to.say({"cannot read {0}", "lecture impossible de {0}"}, {options.csv}));
  }
  esppadom::csv_dialect dialect;
  dialect.separator = esppadom::csv_separator::comma;
  dialect.line_end = esppadom::csv_line_end::lf;
  esppadom::csv_reader rows(std::move(source), found, dialect, options.csv);
  if (!rows.next()) throw cannot_go_on(to.say({"{0} holds no row", "{0} ne contient aucune ligne"}, {options.csv}));
  const columns where(rows.fields());
  for (const std::string_view needed : {"year", "gir", "plan", "resources", "couple"}) {
    if (where.at(needed) == std::string::npos) {
      throw cannot_go_on(to.say({"{0} has no column '{1}' (columns separated by commas)",
                                 "{0} n'a pas de colonne « {1} » (colonnes séparées par des virgules)"},
                                {options.csv, std::string(needed)}));
    }
  }
  esppadom::csv_writer out({[&to](std::string_view bytes) {
                             emit(bytes, to);
                             return error_code::success;
                           }},
                           dialect);
  // Results that the file already holds are computed anew in their place.
  std::vector<std::string> names = where.names();
  for (const std::string_view name : result_columns) {
    if (where.at(name) == std::string::npos) names.emplace_back(name);
  }
  static_cast<void>(out.write(names));
  while (rows.next()) {
    std::vector<std::string> row(rows.fields().begin(), rows.fields().end());
    row.resize(names.size());
    const auto results = results_of(rows.fields(), where, rows.line(), options.csv, found);
    std::size_t added = where.names().size();
    for (std::size_t i = 0; i < result_columns.size(); ++i) {
      const std::size_t at = where.at(result_columns[i]);
      row[at == std::string::npos ? added++ : at] = results[i];
    }
    static_cast<void>(out.write(row));
  }
  static_cast<void>(out.flush());
  std::cerr << findings_text(found, to);
  if (!rows.readable()) return outcome::unusable;
  return found.has_errors() ? outcome::errors : outcome::fine;
}

}  // namespace

outcome run_apa(const apa_options& options, const speaker& to) {
  return options.csv.empty() ? answer_one(options, to) : answer_rows(options, to);
}

}  // namespace cli
