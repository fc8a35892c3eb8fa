#include "comparison_text.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "findings_text.hpp"

namespace cli {
namespace {

using esppadom::bill_figures;
using esppadom::compared_row;
using esppadom::money;

constexpr auto right = text_table::align::right;
constexpr std::size_t shown_rows = 20;

std::string signed_amount(const std::optional<money>& sum, const speaker& to) {
  if (!sum) return "–";
  const std::string text = to.amount(*sum);
  return *sum > money() ? "+" + text : text;
}

std::string signed_hours(const std::optional<esppadom::exact_duration>& time, const speaker& to) {
  if (!time) return "–";
  const std::string text = to.hours(*time);
  return *time > esppadom::exact_duration() ? "+" + text : text;
}

std::string signed_count(const std::optional<std::int64_t>& number, const speaker& to) {
  if (!number) return "–";
  const std::string digits = to.count(static_cast<std::uint64_t>(*number < 0 ? -*number : *number));
  return *number == 0 ? digits : (*number < 0 ? "-" : "+") + digits;
}

std::string total_text(const compared_row& total, const speaker& to) {
  text_table table({{""},
                    {std::string(to.say({"these rules", "ces règles"})), right},
                    {std::string(to.say({"the other", "les autres"})), right},
                    {std::string(to.say({"difference", "écart"})), right}});
  const auto add = [&](const words& what, const auto& show, const auto& change) {
    table.add({std::string(to.say(what)), show(total.ours), show(total.other), change(total.difference)});
  };
  const auto amount = [&](const auto member) {
    return [&to, member](const bill_figures& of) { return to.amount((of.*member).value_or(money())); };
  };
  const auto change = [&](const auto member) {
    return [&to, member](const bill_figures& of) { return signed_amount(of.*member, to); };
  };
  add(
      {"funders", "financeurs"}, [&](const bill_figures& of) { return to.amount(of.funders); },
      [&](const bill_figures& of) { return signed_amount(of.funders, to); });
  add({"penalties, VAT, advances", "pénalités, TVA, avances"}, amount(&bill_figures::adjustments),
      change(&bill_figures::adjustments));
  add({"beneficiaries", "bénéficiaires"}, amount(&bill_figures::beneficiaries), change(&bill_figures::beneficiaries));
  add(
      {"hours used", "heures consommées"}, [&](const bill_figures& of) { return to.hours(*of.used); },
      [&](const bill_figures& of) { return signed_hours(of.used, to); });
  add(
      {"of these, above the plan", "dont au-delà du plan"},
      [&](const bill_figures& of) { return to.hours(*of.excess); },
      [&](const bill_figures& of) { return signed_hours(of.excess, to); });
  add(
      {"visits not billed", "interventions non facturées"},
      [&](const bill_figures& of) { return to.count(static_cast<std::uint64_t>(*of.unbilled)); },
      [&](const bill_figures& of) { return signed_count(of.unbilled, to); });
  add({"at stake there", "en jeu"}, amount(&bill_figures::at_stake), change(&bill_figures::at_stake));
  return table.str();
}

std::string family_name(const esppadom::compared_family& one, const speaker& to) {
  const auto& family = esppadom::rule_families[one.family];
  return std::string(to.french() ? family.label : family.name);
}

std::string families_text(const esppadom::bill_comparison& compared, const speaker& to) {
  std::string out = heading(to.say({"By rule", "Par règle"}));
  text_table table({{std::string(to.say({"rules", "règles"}))},
                    {std::string(to.say({"funders, alone", "financeurs, seule"})), right},
                    {std::string(to.say({"beneficiaries, alone", "bénéficiaires, seule"})), right},
                    {std::string(to.say({"funders, in order", "financeurs, en séquence"})), right},
                    {std::string(to.say({"beneficiaries, in order", "bénéficiaires, en séquence"})), right}});
  for (const auto& one : compared.families) {
    table.add({family_name(one, to), signed_amount(one.alone.funders, to), signed_amount(one.alone.beneficiaries, to),
               signed_amount(one.step.funders, to), signed_amount(one.step.beneficiaries, to)});
  }
  if (table.empty())
    return out + "  " + std::string(to.say({"the rules are the same", "les règles sont les mêmes"})) + "\n";
  out += table.str();
  for (const auto& one : compared.families) {
    std::string keys;
    for (const auto& key : one.keys)
      keys += (keys.empty() ? "" : ", ") + key.key + (key.funder.empty() ? "" : " (" + key.funder + ")");
    out += "  " + family_name(one, to) + (to.french() ? " : " : ": ") + keys + "\n";
  }
  return out;
}

money moved(const compared_row& row) {
  const auto size = [](money sum) { return sum < money() ? -sum : sum; };
  return size(row.difference.funders) + size(row.difference.beneficiaries.value_or(money()));
}

std::string rows_text(const words& title, const std::vector<compared_row>& rows, const speaker& to) {
  std::string out = heading(to.say(title));
  if (rows.empty()) return out + "  " + std::string(to.say({"no difference", "aucun écart"})) + "\n";
  std::vector<const compared_row*> shown;
  for (const auto& row : rows)
    shown.push_back(&row);
  std::stable_sort(shown.begin(), shown.end(),
                   [](const compared_row* a, const compared_row* b) { return moved(*a) > moved(*b); });
  text_table table({{""},
                    {std::string(to.say({"funders", "financeurs"})), right},
                    {std::string(to.say({"beneficiary", "bénéficiaire"})), right},
                    {std::string(to.say({"hours above the plan", "heures au-delà du plan"})), right},
                    {std::string(to.say({"visits not billed", "interventions non facturées"})), right}});
  for (std::size_t i = 0; i < shown.size() && i < shown_rows; ++i) {
    const auto& by = shown[i]->difference;
    table.add({shown[i]->name, signed_amount(by.funders, to), signed_amount(by.beneficiaries, to),
               signed_hours(by.excess, to), signed_count(by.unbilled, to)});
  }
  out += table.str();
  if (shown.size() > shown_rows) {
    out += "  " +
           to.say({"and {0} more, in the JSON", "et {0} autres, dans le JSON"}, {to.count(shown.size() - shown_rows)}) +
           "\n";
  }
  return out;
}

}  // namespace

std::string comparison_text(const esppadom::bill_comparison& compared, const esppadom::rule_book& ours,
                            const speaker& to) {
  std::string out =
      heading(to.say({"What if: {0} against {1}", "Simulation : {0} face à {1}"}, {compared.other.id, ours.id}));
  out += total_text(compared.total, to) + families_text(compared, to);
  out += rows_text({"By funder", "Par financeur"}, compared.funders, to);
  out += rows_text({"By provider", "Par prestataire"}, compared.providers, to);
  out += rows_text({"By beneficiary", "Par bénéficiaire"}, compared.beneficiaries, to);
  if (!compared.found.empty()) {
    out += heading(to.say({"Findings under the other rules", "Constats selon les autres règles"}));
    out += findings_by_kind_text(compared.found, to);
  }
  return out;
}

}  // namespace cli
