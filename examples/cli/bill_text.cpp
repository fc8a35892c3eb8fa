#include "bill_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "esppadom/bill/summary.hpp"
#include "esppadom/billing/reason_words.hpp"
#include "findings_text.hpp"

namespace cli {
namespace {

using esppadom::bill_summary;
using esppadom::document_type;

constexpr auto right = text_table::align::right;

std::string number(std::int64_t value, const speaker& to) { return to.count(static_cast<std::uint64_t>(value)); }

words document_words(document_type type) {
  switch (type) {
    case document_type::complementary:
      return {"supplementary invoices", "factures complémentaires"};
    case document_type::credit_note:
      return {"credit notes (given back)", "avoirs (à restituer)"};
    case document_type::pro_forma:
      return {"pro forma", "pro forma"};
    default:
      return {"main invoices", "factures principales"};
  }
}

std::string input_text(const esppadom::bill_request& request, const read_counts& counts, const speaker& to) {
  text_table table({{""}, {"", right}});
  table.add({std::string(to.say({"orders read", "commandes lues"})), to.count(counts.orders)});
  table.add({std::string(to.say({"DELIVERY messages read", "messages DELIVERY lus"})), to.count(counts.deliveries)});
  table.add({std::string(to.say({"visits they report", "interventions rapportées"})),
             to.count(request.messages.visits().size() + request.messages.nameless().size())});
  return table.str();
}

std::string documents_text(const bill_summary& summary, const speaker& to) {
  std::string out = heading(to.say({"Documents", "Documents"}));
  text_table table(
      {{""}, {std::string(to.say({"number", "nombre"})), right}, {std::string(to.say({"total", "total"})), right}});
  for (const auto& row : summary.documents)
    table.add({std::string(to.say(document_words(row.type))), number(row.count, to), to.amount(row.total)});
  if (table.empty()) return out + "  " + std::string(to.say({"nothing to invoice", "rien à facturer"})) + "\n";
  return out + table.str();
}

std::string payers_text(const bill_summary& summary, const speaker& to) {
  std::string out = heading(to.say({"Who pays", "Qui paie"}));
  text_table table({{std::string(to.say({"payer", "payeur"}))}, {std::string(to.say({"amount", "montant"})), right}});
  esppadom::money total;
  for (const auto& row : summary.funders) {
    table.add({row.funder, to.amount(row.total)});
    total += row.total;
  }
  table.add({std::string(to.say({"beneficiaries", "bénéficiaires"})), to.amount(summary.beneficiaries)});
  table.add({"total", to.amount(total + summary.beneficiaries)});
  return out + table.str();
}

std::string hours_text(const bill_summary& summary, esppadom::local_month month, const speaker& to) {
  std::string out = heading(to.say({"Hours of {0}", "Heures : {0}"}, {to.month(month)}));
  const auto& hours = summary.hours;
  text_table table({{""}, {"", right}});
  const auto add = [&](const words& what, const esppadom::exact_duration& time, bool always) {
    if (always || time != esppadom::exact_duration()) table.add({std::string(to.say(what)), to.hours(time)});
  };
  add({"authorised by the plans", "autorisées par les plans"}, hours.plan, true);
  add({"used", "consommées"}, hours.used, true);
  add({"  of these, without a limited plan", "  dont sans plan limité"}, hours.used_without_plan, false);
  add({"  of these, on the month's own plan", "  dont sur le plan du mois"}, hours.own, false);
  add({"  of these, on hours carried over", "  dont sur le report"}, hours.carried, true);
  add({"  of these, in advance", "  dont par anticipation"}, hours.advance, false);
  add({"in excess", "en dépassement"}, hours.excess, true);
  add({"carry-over expired", "report périmé"}, hours.expired, false);
  return out + table.str();
}

std::string unbilled_text(const bill_summary& summary, const speaker& to) {
  std::string out = heading(to.say({"Not billed, and why", "Non facturé, et pourquoi"}));
  text_table table({{std::string(to.say({"reason", "motif"}))},
                    {std::string(to.say({"visits", "interventions"})), right},
                    {std::string(to.say({"at stake", "en jeu"})), right},
                    {""}});
  for (const auto& row : summary.unbilled) {
    const std::string unknown = row.without_price == 0 ? std::string()
                                                       : to.say({"({0} without known price)", "({0} sans prix connu)"},
                                                                {number(row.without_price, to)});
    table.add(
        {std::string(words_of(row.reason).in(to.language())), number(row.count, to), to.amount(row.at_stake), unknown});
  }
  if (table.empty()) return out + "  " + std::string(to.say({"everything is billed", "tout est facturé"})) + "\n";
  return out + table.str();
}

words penalty_words(esppadom::correction_penalty penalty) {
  using enum esppadom::correction_penalty;
  switch (penalty) {
    case alert:
      return {"alert only", "alerte seule"};
    case refuse_excess:
      return {"visits beyond the threshold refused", "interventions au-delà du seuil refusées"};
    case reduction:
      return {"reduction", "réfaction"};
    case tiers:
      return {"reduction by tiers", "réfaction par paliers"};
    case bonus:
      return {"bonus, measured only", "bonus, mesuré seulement"};
    case none:
      break;
  }
  return {"undocumented corrections refused", "corrections non justifiées refusées"};
}

std::string penalties_text(const esppadom::bill_result& result, const speaker& to) {
  text_table table({{std::string(to.say({"provider", "prestataire"}))},
                    {std::string(to.say({"funder", "financeur"}))},
                    {std::string(to.say({"month", "mois"}))},
                    {std::string(to.say({"rate", "taux"})), right},
                    {std::string(to.say({"consequence", "conséquence"}))},
                    {std::string(to.say({"amount", "montant"})), right}});
  for (const auto& row : result.penalties) {
    if (row.exceeds || row.amount != esppadom::money()) {
      table.add({row.provider, row.funder, to.month(row.month), to.percent(row.rate_pct),
                 std::string(to.say(penalty_words(row.penalty))), to.amount(row.amount)});
    }
  }
  if (table.empty()) return {};
  return heading(to.say({"Penalties on the correction rate", "Pénalités sur le taux de correction"})) + table.str();
}

std::string held_text(const esppadom::bill_result& result, const speaker& to) {
  text_table table({{std::string(to.say({"provider", "prestataire"}))},
                    {std::string(to.say({"funder", "financeur"}))},
                    {std::string(to.say({"month", "mois"}))},
                    {std::string(to.say({"reason", "motif"}))},
                    {std::string(to.say({"amount", "montant"})), right}});
  for (const auto& row : result.held) {
    table.add({row.provider, row.funder, to.month(row.month), std::string(words_of(row.reason).in(to.language())),
               to.amount(row.amount)});
  }
  if (table.empty()) return {};
  return heading(to.say({"Due, but on no document yet", "Dû, mais sur aucun document à ce stade"})) + table.str();
}

std::string all_findings_text(const esppadom::findings& found, const speaker& to) {
  std::string out = heading(to.say({"Findings", "Constats"}));
  if (found.empty()) return out + "  " + std::string(to.say({"none", "aucun"})) + "\n";
  return out + findings_by_kind_text(found, to) + "  " + findings_count_text(found, to) + "\n";
}

std::string title(const esppadom::bill_request& request, const speaker& to) {
  const std::string text = to.say({"Billing of {0}, as known on {1}", "Facturation : {0}, arrêtée au {1}"},
                                  {to.month(request.month), to.date(request.as_of)});
  const bool pro_forma = request.with.stage == esppadom::issue_stage::pro_forma;
  return text + (pro_forma ? " (pro forma)" : "") + "\n\n";
}

words unit_words(const std::optional<esppadom::correction_unit>& unit) {
  if (!unit) return {"in several units", "en plusieurs unités"};
  switch (*unit) {
    case esppadom::correction_unit::by_stamp:
      return {"by stamp", "par horodatage"};
    case esppadom::correction_unit::by_minutes:
      return {"by minutes", "par minutes"};
    default:
      return {"by visit", "par intervention"};
  }
}

words group_words(esppadom::correction_group by) {
  switch (by) {
    case esppadom::correction_group::beneficiary:
      return {"beneficiary", "bénéficiaire"};
    case esppadom::correction_group::caregiver:
      return {"caregiver", "intervenant"};
    case esppadom::correction_group::service:
      return {"service", "prestation"};
    default:
      return {"provider", "prestataire"};
  }
}

}  // namespace

std::string rates_text(const esppadom::rate_table& rates, const speaker& to) {
  using esppadom::correction_rate;
  constexpr auto right = text_table::align::right;
  text_table table({{std::string(to.say(group_words(rates.by)))},
                    {std::string(to.say({"month", "mois"}))},
                    {std::string(to.say({"visits", "interventions"})), right},
                    {std::string(to.say({"corrected", "corrigées"})), right},
                    {std::string(to.say({"rate", "taux"})), right}});
  const auto add = [&](const std::string& who, const std::string& when, const esppadom::correction_tally& tally,
                       const std::optional<esppadom::correction_unit>& unit) {
    const auto percent = unit ? to_percent(correction_rate(tally, *unit)) : std::nullopt;
    table.add({who, when, to.count(static_cast<std::uint64_t>(tally.interventions)),
               to.count(static_cast<std::uint64_t>(tally.corrected)), to.percent(percent)});
  };
  for (const auto& row : rates.rows)
    add(row.group.empty() ? "–" : row.group, to.month(row.month), row.tally, row.unit);
  add("total", "", rates.total(), rates.unit());
  const auto unit = rates.rows.empty() ? words{"no visit", "aucune intervention"} : unit_words(rates.unit());
  std::string out = heading(to.say({"Correction rate, {0}", "Taux de correction, {0}"}, {std::string(to.say(unit))}));
  out += table.str();
  const bool invoiced = rates.population == esppadom::rated_population::invoiced;
  out += "  " +
         std::string(to.say(invoiced ? words{"taken over the visits on invoices", "sur les interventions facturées"}
                                     : words{"taken over all visits that the rules do not exclude (no invoices given)",
                                             "sur toutes les interventions que les règles n'excluent pas (sans "
                                             "factures)"})) +
         "\n";
  return out;
}

std::string bill_text(const esppadom::bill_request& request, const esppadom::bill_result& result,
                      const read_counts& counts, const esppadom::findings& found, const speaker& to) {
  const auto summary = summarise(result);
  return title(request, to) + input_text(request, counts, to) + documents_text(summary, to) + payers_text(summary, to) +
         hours_text(summary, request.month, to) + unbilled_text(summary, to) + held_text(result, to) +
         rates_text(table_of(result.rates), to) + penalties_text(result, to) + all_findings_text(found, to);
}

}  // namespace cli
