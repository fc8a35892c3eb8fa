// esppadom apa: what the national scale of APA leaves a beneficiary to pay, for one situation or for many rows.

#include <iostream>
#include <string>
#include <string_view>
#include <utility>

#include "commands.hpp"
#include "esppadom/exchange/apa_report.hpp"
#include "findings_text.hpp"
#include "output.hpp"

namespace cli {
namespace {

using esppadom::apa_answer;
using esppadom::apa_question;
using esppadom::error_code;
using esppadom::findings;
using esppadom::money;
using esppadom::rounding_mode;

// -- one situation ----------------------------------------------------------------------------------------------------

money amount_of(std::string_view option, const std::string& text, const speaker& to) {
  const auto value = esppadom::parse_money(text);
  if (!value) wrong_value(option, text, {"an amount such as 1500.00", "un montant comme 1500.00"}, to);
  return *value;
}

apa_question asked(const apa_options& options, const speaker& to) {
  for (const auto& [name, text] : {std::pair{"--date", options.date},
                                   {"--gir", options.gir},
                                   {"--plan", options.plan},
                                   {"--resources", options.resources}}) {
    if (text.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {name}));
  }
  apa_question out;
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
std::string refusal(const apa_question& what, const speaker& to) {
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

std::string text_of(const apa_answer& answer, const speaker& to) {
  const auto& [what, scale, share] = answer;
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
  const apa_question what = asked(options, to);
  const output_format format = format_of(options.format, false, to);
  apa_answer answer;
  if (answer_of(what).get(answer) != error_code::success) throw cannot_go_on(refusal(what, to));
  emit(format == output_format::json ? write_json(answer) : text_of(answer, to), to);
  return outcome::fine;
}

// -- many rows --------------------------------------------------------------------------------------------------------

// The table says everything a question has: an option beside it would be ignored.
void only_rows(const apa_options& options, const speaker& to) {
  const std::pair<const char*, bool> others[] = {{"--date", !options.date.empty()},
                                                 {"--gir", !options.gir.empty()},
                                                 {"--plan", !options.plan.empty()},
                                                 {"--resources", !options.resources.empty()},
                                                 {"--couple", options.couple},
                                                 {"--mtp", !options.mtp.empty()},
                                                 {"--format", options.format != apa_options().format}};
  for (const auto& [name, given] : others) {
    if (given) throw usage_error(to.say({"{0} does not go with --csv", "{0} ne va pas avec --csv"}, {name}));
  }
}

// Every row that has no answer, for no JSON lists them beside the table.
void tell(const findings& found, const speaker& to) {
  for (const auto& group : grouped(found)) {
    std::cerr << severity_word(group.kind->level, to) << " " << group.kind->code << " (" << to.count(group.count)
              << ")\n";
    for (const auto* one : group.kept) {
      std::cerr << "  " << one->file;
      for (const auto number : {one->line, one->column})
        if (number > 0) std::cerr << ":" << number;
      std::cerr << "\n    " << message(*one, to.language()) << "\n";
    }
    if (group.count > group.kept.size())
      std::cerr << to.say({"  … and {0} more\n", "  … et {0} autres\n"}, {to.count(group.count - group.kept.size())});
  }
}

outcome answer_rows(const apa_options& options, const speaker& to) {
  only_rows(options, to);
  esppadom::byte_source rows;
  if (esppadom::bytes_of_file(options.csv).get(rows) != error_code::success) {
    throw cannot_go_on(to.say({"cannot read {0}", "lecture impossible de {0}"}, {options.csv}));
  }
  findings found;
  const esppadom::byte_sink shown{[&to](std::string_view bytes) {
    emit(bytes, to);
    return error_code::success;
  }};
  const error_code error = answer_apa_table(std::move(rows), shown, options.csv, found);
  tell(found, to);
  if (error != error_code::success) return outcome::unusable;
  return found.has_errors() ? outcome::errors : outcome::fine;
}

}  // namespace

outcome run_apa(const apa_options& options, const speaker& to) {
  return options.csv.empty() ? answer_one(options, to) : answer_rows(options, to);
}

}  // namespace cli
