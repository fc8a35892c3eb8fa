#include "exchange/explanation_words.hpp"

#include <array>
#include <utility>

#include "esppadom/bill/explain_document_labels.hpp"
#include "esppadom/bill/explain_labels.hpp"
#include "esppadom/exchange/value_format.hpp"
#include "esppadom/rules/scope_words.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace detail {
namespace {

struct purpose_row {
  const trace_label* label;
  paired_words words;
};

// What each part of an explanation answers.
constexpr std::array purposes{
    purpose_row{&trace_labels::billable_time,
                {"Which time counts, from the stamps to the time that is billed.",
                 "Quel temps compte, des horodatages au temps facturé."}},
    purpose_row{&trace_labels::extra_minutes,
                {"Minutes added by a manager, and those the rules accept.",
                 "Minutes ajoutées par un responsable, et celles que les règles acceptent."}},
    purpose_row{&trace_labels::totals,
                {"The total of several visits is rounded once; the difference lies on the latest.",
                 "Le total de plusieurs interventions est arrondi une fois ; l'écart est porté par la dernière."}},
    purpose_row{&trace_labels::hourly_price,
                {"The price of one hour, from the order or from the rules.",
                 "Le prix d'une heure, selon la commande ou les règles."}},
    purpose_row{&trace_labels::pricing,
                {"The visit is cut where a surcharge begins or ends; each segment has its price.",
                 "L'intervention est coupée là où une majoration commence ou finit ; chaque segment a son prix."}},
    purpose_row{&trace_labels::funding,
                {"The price is offered to the funders in their order; what they leave is the beneficiary's, or whose "
                 "the rules say.",
                 "Le prix est proposé aux financeurs dans leur ordre ; ce qu'ils laissent revient au bénéficiaire, ou "
                 "à qui les règles le disent."}},
    purpose_row{&trace_labels::funder,
                {"What this funder still had before the visit.",
                 "Ce que ce financeur avait encore avant "
                 "l'intervention."}},
    purpose_row{&trace_labels::pool,
                {"What the plan of the period leaves, after earlier visits and with hours carried over.",
                 "Ce que le plan de la période laisse, après les interventions précédentes et avec les heures "
                 "reportées."}},
    purpose_row{&trace_labels::granted,
                {"What each order line grants, for the days of the period that count.",
                 "Ce que chaque ligne de commande accorde, pour les jours de la période qui comptent."}},
    purpose_row{&trace_labels::result,
                {"Who bears which part of the price. The parts add up to the price.",
                 "Qui supporte quelle part du prix. La somme des parts est le prix."}},
    purpose_row{&trace_labels::line,
                {"The visit and the others of its line, brought to cents.",
                 "L'intervention et les autres de sa ligne, ramenées aux centimes."}},
    purpose_row{
        &trace_labels::rounded_together,
        {"The invoice is brought to cents once; its cents go to the lines by largest remainder.",
         "La facture est ramenée aux centimes une fois ; ses centimes vont aux lignes par le plus fort reste."}},
    purpose_row{
        &trace_labels::national_scale,
        {"What the national scale of APA asks of the beneficiary, from the plan and the resources of the month.",
         "Ce que le barème national de l'APA demande au bénéficiaire, selon le plan et les ressources du mois."}},
    purpose_row{&trace_labels::fixed_participation,
                {"The amount of the month, and what each line in turn bears of it.",
                 "Le montant du mois, et ce que chaque ligne en supporte à son tour."}},
    purpose_row{&trace_labels::document_lines,
                {"What the funder pays of each line; the visits of a line are explained with --delivery.",
                 "Ce que le financeur paie de chaque ligne ; les interventions s'expliquent avec --delivery."}},
    purpose_row{&trace_labels::penalty,
                {"Which correction rate was judged, against which threshold, and what follows for this document.",
                 "Quel taux de correction a été jugé, face à quel seuil, et ce qui en résulte pour ce document."}},
    purpose_row{&trace_labels::vat,
                {"Amounts without VAT, then the VAT of each rate, rounded once.",
                 "Les montants hors taxes, puis la TVA de chaque taux, arrondie une fois."}},
    purpose_row{&trace_labels::document_total,
                {"The total less the advances that are recovered on this document.",
                 "Le total moins les acomptes récupérés sur ce document."}},
    purpose_row{&trace_labels::recovery,
                {"What is left of the advance, and how much of it this document may take.",
                 "Ce qui reste de l'acompte, et combien ce document peut en reprendre."}},
    purpose_row{&trace_labels::new_advance,
                {"Granted beside this document, to be recovered later.",
                 "Accordé en même temps que ce document, à récupérer plus tard."}},
    purpose_row{&trace_labels::forecast_of_line,
                {"Its hours of the month to come at the funder's rate, less participations.",
                 "Ses heures du mois à venir au tarif du financeur, moins les participations."}},
};

// In the space of numbers: a narrow one in French, none in English.
constexpr std::string_view french_group = "\u202F";
constexpr std::string_view french_blank = "\u00A0";

std::string grouped(const std::string& digits, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && (digits.size() - i) % 3 == 0) out += between;
    out += digits[i];
  }
  return out;
}

std::string two(std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

// floor(value × 10^places) and whether that is all of it; nothing when it does not fit.
std::optional<std::pair<int128, bool>> cut_off(const trace_number& value, int places) {
  int128 whole = value.numerator / value.denominator;
  int128 rest = value.numerator % value.denominator;
  for (int i = 0; i < places; ++i) {
    int128 next = 0;
    if (checked_mul(rest, int128{10}, next) || checked_mul(whole, int128{10}, whole)) return std::nullopt;
    whole += next / value.denominator;
    rest = next % value.denominator;
  }
  return std::pair(whole, rest == 0);
}

}  // namespace

trace_unit unit_of_operand(const trace_step& step, std::size_t at) {
  if (step.operation == trace_operation::multiply) return trace_unit::none;
  if (step.operation == trace_operation::cut) return trace_unit::instant;
  if (step.unit == trace_unit::instant) return at == 0 ? trace_unit::instant : trace_unit::second;
  return step.unit;
}

std::string_view unit_name_of_operand(const trace_step& step, std::size_t at) {
  const auto& number = step.operands[at].number;
  if (step.operation == trace_operation::multiply) return number == trace_number{1, 3600} ? "h/s" : "ratio";
  return name_of(unit_of_operand(step, at));
}

std::string explainer::decimals(const trace_number& value, int least, int most) const {
  trace_number size = value;
  const bool negative = size.numerator < 0;
  if (negative) size.numerator = -size.numerator;
  for (int places = least; places <= most; ++places) {
    const auto part = cut_off(size, places);
    if (!part) break;
    if (!part->second && places < most) continue;
    std::string digits = to_string(part->first);
    while (static_cast<int>(digits.size()) <= places)
      digits.insert(digits.begin(), '0');
    const auto point = digits.size() - static_cast<std::size_t>(places);
    std::string out = part->second ? "" : std::string("≈") + std::string(french() ? french_blank : "");
    if (negative) out += "−";
    out += grouped(digits.substr(0, point), say(",", french_group));
    if (places > 0) out += std::string(say(".", ",")) + digits.substr(point);
    return out;
  }
  return to_string(value);
}

std::string explainer::time(const trace_number& value) const {
  trace_number size = value;
  const bool negative = size.numerator < 0;
  if (negative) size.numerator = -size.numerator;
  const int128 whole = size.numerator / size.denominator;
  if (!fits_int64(whole)) return to_string(value) + " s";
  const auto seconds = static_cast<std::int64_t>(whole);
  const std::int64_t hours = seconds / 3600, minutes = seconds / 60 % 60, rest = seconds % 60;
  const bool is_whole = size.numerator % size.denominator == 0;
  std::string out;
  if (hours != 0) out = grouped(std::to_string(hours), say(",", french_group)) + " h";
  if (hours != 0 || minutes != 0) {
    if (!out.empty()) out += ' ';
    out += (hours != 0 ? two(minutes) : std::to_string(minutes)) + " min";
  }
  if (rest != 0 || !is_whole || out.empty()) {
    const trace_number tail{rest * size.denominator + size.numerator % size.denominator, size.denominator};
    auto shown = decimals(tail, 0, 3);
    const bool cut = shown.starts_with("≈");
    if (cut) shown = shown.substr(shown.find_first_of("0123456789"));
    if (!out.empty()) out += ' ';
    out += shown + " s";
    if (cut) out = "≈ " + out;
  }
  return (negative ? "−" : "") + out;
}

std::string explainer::number(const trace_number& value, trace_unit unit, bool is_clock_reading) const {
  if (value.denominator == 0) return std::string(say("invalid", "invalide"));
  switch (unit) {
    case trace_unit::second:
      return time(value);
    case trace_unit::instant: {
      if (!calendar_ || !fits_int64(value.numerator) || value.denominator != 1) return to_string(value);
      const auto seconds = static_cast<std::int64_t>(value.numerator);
      const local_time at = is_clock_reading ? local_time{seconds, 0} : line_of(*calendar_).reading({seconds});
      const auto iso = to_string(at);  // YYYY-MM-DDThh:mm:ss
      if (iso.size() < 19) return iso;
      if (!french()) return iso.substr(0, 10) + " " + iso.substr(11, 8);
      return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4) + " " + iso.substr(11, 8);
    }
    case trace_unit::euro:
      return french() ? decimals(value, 2, 6) + std::string(french_blank) + "€" : "€" + decimals(value, 2, 6);
    case trace_unit::euro_per_hour:
      return french() ? decimals(value, 2, 6) + std::string(french_blank) + "€/h" : "€" + decimals(value, 2, 6) + "/h";
    case trace_unit::ratio: {
      int128 hundredfold = 0;
      if (checked_mul(value.numerator, int128{100}, hundredfold)) return to_string(value);
      return decimals({hundredfold, value.denominator}, 0, 6) + std::string(say("%", "\u00A0%"));
    }
    case trace_unit::none:
      break;
  }
  return decimals(value, 0, 6);
}

bool explainer::is_clock(const trace_step& step) const {
  return step.label == &trace_labels::clock_reading || step.label == &trace_labels::rounded_reading;
}

std::string explainer::value_of(std::int32_t at) const {
  const auto& step = log_.steps()[static_cast<std::size_t>(at)];
  return step.operation == trace_operation::group ? std::string() : number(step.result, step.unit, is_clock(step));
}

std::string explainer::about(std::string_view text) const {
  for (const auto& item : enum_names<beneficiary_reason>::items) {
    if (item.name != text) continue;
    switch (item.value) {
      case beneficiary_reason::participation:
        return std::string(say("participation", "participation"));
      case beneficiary_reason::over_tariff:
        return std::string(say("price above the tariff", "prix au-dessus du tarif"));
      case beneficiary_reason::over_plan:
        return std::string(say("above the plan", "au-delà du plan"));
      case beneficiary_reason::extra_minutes:
        return std::string(say("extra minutes", "minutes complémentaires"));
      case beneficiary_reason::cancelled:
        return std::string(say("cancelled visit", "intervention annulée"));
      case beneficiary_reason::not_funded:
        return std::string(say("no funder", "sans financeur"));
      case beneficiary_reason::surcharge:
        return std::string(say("surcharge", "majoration"));
    }
  }
  if (text == "day") return std::string(say("of the day", "du jour"));
  if (text == "month") return std::string(say("of the month", "du mois"));
  for (const auto& item : enum_names<surcharge_kind>::items) {
    if (item.name != text) continue;
    switch (item.value) {
      case surcharge_kind::none:
        return std::string(say("none", "aucune"));
      case surcharge_kind::saturday:
        return std::string(say("Saturday", "samedi"));
      case surcharge_kind::sunday:
        return std::string(say("Sunday", "dimanche"));
      case surcharge_kind::public_holiday:
        return std::string(say("public holiday", "jour férié"));
      case surcharge_kind::first_of_january:
        return std::string(say("1 January", "1er janvier"));
      case surcharge_kind::first_of_may:
        return std::string(say("1 May", "1er mai"));
      case surcharge_kind::christmas:
        return std::string(say("Christmas", "Noël"));
      case surcharge_kind::evening:
        return std::string(say("evening", "soirée"));
      case surcharge_kind::custom:
        return std::string(say("special hours", "plage particulière"));
    }
  }
  if (const auto day = parse_local_date(text); day && french())
    return std::string(text.substr(8, 2)) + "/" + std::string(text.substr(5, 2)) + "/" + std::string(text.substr(0, 4));
  const auto month_named = parse_local_month(text);
  return month_named ? month(*month_named) : std::string(text);
}

std::string explainer::month(local_month value) const { return value_format(in_).month(value); }

std::string explainer::title(std::int32_t at) const {
  const auto& step = log_.steps()[static_cast<std::size_t>(at)];
  std::string out;
  if (step.label) {
    out = say(step.label->en, step.label->fr);
  } else if (const auto source = log_.sources().find(at); source != log_.sources().end()) {
    out = french() && !source->second.label.empty() ? source->second.label : step.parameter;
  } else {
    out = step.parameter;
  }
  if (const auto text = log_.abouts().find(at); text != log_.abouts().end()) out += " (" + about(text->second) + ")";
  return out;
}

std::string explainer::source(const explained_source& from) const {
  std::string out = from.key;
  if (!from.funder.empty()) out += " [" + from.funder + "]";
  if (!from.version || *from.version >= book_.versions.size())
    return out + std::string(say(", neutral value", ", valeur neutre"));
  const auto& version = book_.versions[*from.version];
  const auto& scope = version.scope;
  std::string of;
  for (const auto* field : {&scope.departement, &scope.funder, &scope.provider, &scope.service, &scope.beneficiary}) {
    if (*field) of = **field;
  }
  out +=
      ", " + label_of(version) + " (" + std::string(words_of(scope.level).in(in_)) + (of.empty() ? "" : " " + of) + ")";
  if (version.source.text && !version.source.text->empty()) out += ", " + *version.source.text;
  return out;
}

trace_number explainer::number_of(const trace_operand& operand) const {
  return operand.step >= 0 ? log_.result(operand.step) : operand.number;
}

std::string explainer::operand(const trace_step& step, std::size_t at) const {
  const auto& one = step.operands[at];
  if (one.step >= 0) return title(one.step) + " [" + value_of(one.step) + "]";
  if (step.operation == trace_operation::multiply && one.number == trace_number{1, 3600})
    return std::string(say("1/3600 (hours in a second)", "1/3600 (heures par seconde)"));
  return number(one.number, unit_of_operand(step, at), is_clock(step));
}

std::string explainer::joined(const trace_step& step, std::string_view between) const {
  std::string out;
  for (std::size_t i = 0; i < step.operands.size(); ++i) {
    if (i != 0) out += between;
    out += operand(step, i);
  }
  return out;
}

std::string explainer::rounding(const trace_step& step) const {
  static constexpr std::array modes{
      std::pair{trace_mode::up, paired_words{"away from zero", "en s'éloignant de zéro"}},
      std::pair{trace_mode::down, paired_words{"towards zero", "vers zéro"}},
      std::pair{trace_mode::ceiling, paired_words{"upwards", "au supérieur"}},
      std::pair{trace_mode::floor, paired_words{"downwards", "à l'inférieur"}},
      std::pair{trace_mode::half_up, paired_words{"to the nearest, a half up",
                                                  "au plus proche, la moitié au "
                                                  "supérieur"}},
      std::pair{trace_mode::half_down,
                paired_words{"to the nearest, a half down", "au plus proche, la moitié à l'inférieur"}},
      std::pair{trace_mode::half_even, paired_words{"to the nearest, a half to the even neighbour",
                                                    "au plus proche, la moitié vers le multiple pair"}},
      std::pair{trace_mode::threshold,
                paired_words{"upwards from the threshold on", "au supérieur à partir du seuil"}}};
  std::string how;
  for (const auto& [mode, words] : modes) {
    if (mode == step.mode) how = words.in(in_);
  }
  std::string out = operand(step, 0) + std::string(say(", rounded to a multiple of ", ", arrondi au multiple de ")) +
                    operand(step, 1) + ", " + how;
  if (step.operands.size() > 2) out += " " + operand(step, 2);
  return out;
}

std::string explainer::choice(const trace_step& step) const {
  const auto a = number_of(step.operands[0]), b = number_of(step.operands[1]);
  const auto left = fraction::of(a.numerator, a.denominator), right = fraction::of(b.numerator, b.denominator);
  const bool holds = step.mode == trace_mode::less            ? left < right
                     : step.mode == trace_mode::less_or_equal ? !(left > right)
                                                              : left == right;
  const auto relation = step.mode == trace_mode::less ? (holds ? say(" is less than ", " est inférieur à ")
                                                               : say(" is not less than ", " n'est pas inférieur à "))
                        : step.mode == trace_mode::less_or_equal
                            ? (holds ? say(" does not exceed ", " ne dépasse pas ") : say(" exceeds ", " dépasse "))
                            : (holds ? say(" equals ", " est égal à ") : say(" differs from ", " diffère de "));
  return operand(step, 0) + std::string(relation) + operand(step, 1) + std::string(say(": ", " : on retient ")) +
         operand(step, holds ? 2 : 3);
}

// Where a value of the national scale of APA stands (src/data/national/apa.json).
std::string_view explainer::of_scale(std::string_view key) const {
  if (key.starts_with("mtp")) return say("amount published for 1 January", "montant publié, au 1er janvier");
  if (key.starts_with("ceilings")) return say("CASF, article D232-9-1", "CASF, article D232-9-1");
  return say("CASF, article R232-11", "CASF, article R232-11");
}

std::string explainer::sentence(std::int32_t at) const {
  const auto& step = log_.steps()[static_cast<std::size_t>(at)];
  const auto result = value_of(at);
  const auto equals = " = " + result;
  switch (step.operation) {
    case trace_operation::group:
      return std::string(purpose(at));
    case trace_operation::input:
      return result + std::string(say(" (given)", " (donnée reçue ou acquise)"));
    case trace_operation::parameter:
    case trace_operation::look_up: {
      const auto from = log_.sources().find(at);
      std::string out = result;
      if (step.operation == trace_operation::look_up) {
        out += " (";
        for (std::size_t i = 0; i < step.operands.size(); ++i)
          out += (i == 0 ? "" : ", ") + about(step.operands[i].text);
        if (step.parameter == "national.apa") out += ", " + std::string(of_scale(step.operands.front().text));
        out += ")";
      }
      if (from != log_.sources().end()) out += std::string(say(" (rule ", " (règle ")) + source(from->second) + ")";
      return out;
    }
    case trace_operation::add:
      return (step.operands.size() == 1 ? joined(step, "") : joined(step, " + ")) + equals;
    case trace_operation::subtract:
      return joined(step, " − ") + equals;
    case trace_operation::multiply:
      return joined(step, " × ") + equals;
    case trace_operation::divide:
      return joined(step, " ÷ ") + equals;
    case trace_operation::minimum:
      return std::string(say("the least of ", "la plus petite valeur entre ")) + joined(step, say(" and ", " et ")) +
             equals;
    case trace_operation::maximum:
      return std::string(say("the greatest of ", "la plus grande valeur entre ")) + joined(step, say(" and ", " et ")) +
             equals;
    case trace_operation::round: {
      const auto before = number_of(step.operands[0]);
      const auto gap = fraction::of(step.result.numerator, step.result.denominator) -
                       fraction::of(before.numerator, before.denominator);
      std::string out = rounding(step) + equals;
      if (!gap.is_valid()) return out;
      const auto unit = step.unit == trace_unit::instant ? trace_unit::second : step.unit;
      return out + std::string(say(" (residual ", " (écart ")) + number({gap.numerator(), gap.denominator()}, unit) +
             ")";
    }
    case trace_operation::choose:
      return choice(step);
    case trace_operation::cut:
      return std::string(say("the part of ", "la part de ")) + operand(step, 0) + " – " + operand(step, 1) +
             std::string(say(" that lies within ", " comprise dans ")) + operand(step, 2) + " – " + operand(step, 3) +
             equals;
  }
  return result;
}

std::string_view explainer::purpose(std::int32_t at) const {
  const auto& step = log_.steps()[static_cast<std::size_t>(at)];
  if (step.operation != trace_operation::group) return {};
  for (const auto& row : purposes) {
    if (row.label == step.label) return row.words.in(in_);
  }
  return {};
}

std::string explainer::party(const explained_share& share) const {
  switch (share.party) {
    case explained_party::funder:
      return std::string(say("funder ", "financeur ")) + share.payer;
    case explained_party::beneficiary:
      return std::string(say("beneficiary", "bénéficiaire")) +
             (share.reason ? " (" + about(name_of(*share.reason)) + ")" : "");
    case explained_party::provider:
      return std::string(say("provider", "prestataire"));
    case explained_party::nobody:
      break;
  }
  return std::string(say("billed to nobody", "facturé à personne"));
}

}  // namespace detail

std::string sentence_of(const explanation& one, const rule_book& book, std::int32_t step, language in) {
  return detail::explainer(one, book, in).sentence(step);
}

std::string title_of(const explanation& one, std::int32_t step, language in) {
  const rule_book none;
  return detail::explainer(one, none, in).title(step);
}

}  // namespace esppadom::inline ESPPADOM_ABI
