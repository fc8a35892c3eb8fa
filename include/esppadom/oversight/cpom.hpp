// The statement of a multi-year contract (CPOM) or of a grant (*dotation*): what was authorised, performed and billed,
// by month, service and objective; what the objectives come to, advances, balance; the envelope and its flexibility.
// Billing rules reference, section 2g (g5) and 2c (c6): that consumption statements are given, and that an envelope had
// a ratio of flexibility (experiment of 2012), is known; layout and formulas are inferred (low).
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/oversight/cpom_findings.hpp"
#include "esppadom/oversight/cpom_rules.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/int128.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/rounding_mode.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// One service of one provider in one month, whatever its contract. Hours and amounts of authorised and performed are
/// at the order's price, before participation; `billed_amount` is what funders are invoiced, credit notes taken off.
struct cpom_activity {
  std::string provider;
  local_month month;
  std::string service;
  exact_duration authorised_seconds;
  exact_duration performed_seconds;
  exact_duration billed_seconds;
  money authorised_amount;
  money performed_amount;
  money billed_amount;

  friend bool operator==(const cpom_activity&, const cpom_activity&) = default;
};

/// The contract of a provider in one month, and how its amounts are rounded (`invoicing.line_rounding`).
struct cpom_terms {
  std::string provider;
  local_month month;
  cpom_rules rules;
  rounding_mode rounding = rounding_mode::half_up;
};

/// A service in a month under one objective. An empty objective: the service belongs to none.
struct cpom_row {
  std::string provider;
  std::string objective;
  local_month month;
  std::string service;
  exact_duration authorised_seconds;
  exact_duration performed_seconds;
  exact_duration billed_seconds;
  money authorised_amount;
  money performed_amount;
  money billed_amount;
  std::optional<unit_price> unit_amount;
  std::optional<money> objective_amount;  ///< billed hours × unit amount, rounded once

  friend bool operator==(const cpom_row&, const cpom_row&) = default;
};

/// A month of a contract. The balance goes on from month to month: what the objectives came to less what was advanced;
/// below 0 the provider has been paid more than it earned.
struct cpom_month {
  std::string provider;
  local_month month;
  money objectives_amount;
  money advances;
  money balance;

  friend bool operator==(const cpom_month&, const cpom_month&) = default;
};

/// Where what was billed stands beside an envelope. Both bounds belong to `within`.
enum class envelope_position : std::uint8_t { below, within, above };

template <>
struct enum_names<envelope_position> {
  static constexpr enum_name<envelope_position> items[] = {
      {envelope_position::below, "below"}, {envelope_position::within, "within"}, {envelope_position::above, "above"}};
};

/// A contract over all months asked for, each hour once. The envelope's columns are unknown where there is none.
struct cpom_contract {
  std::string provider;
  local_month from;
  local_month to;
  exact_duration authorised_seconds;
  exact_duration performed_seconds;
  exact_duration billed_seconds;
  money authorised_amount;
  money performed_amount;
  money billed_amount;
  money objectives_amount;
  money advances;
  money balance;
  std::optional<money> envelope;
  std::optional<percentage> flexibility_pct;
  std::optional<money> lower;  ///< envelope × (1 − flexibility), to the cent
  std::optional<money> upper;  ///< envelope × (1 + flexibility), to the cent
  std::optional<envelope_position> position;
  std::optional<money> outside;  ///< billed less the bound it lies beyond, to the cent; 0.00 within

  friend bool operator==(const cpom_contract&, const cpom_contract&) = default;
};

template <>
inline constexpr auto description<cpom_row> = fields(
    field<&cpom_row::provider>("prestataire"), field<&cpom_row::objective>("objectif"), field<&cpom_row::month>("mois"),
    field<&cpom_row::service>("prestation"), field<&cpom_row::authorised_seconds>("temps autorisé (s)"),
    field<&cpom_row::performed_seconds>("temps réalisé (s)"), field<&cpom_row::billed_seconds>("temps facturé (s)"),
    field<&cpom_row::authorised_amount>("montant autorisé"), field<&cpom_row::performed_amount>("montant réalisé"),
    field<&cpom_row::billed_amount>("montant facturé"), field<&cpom_row::unit_amount>("montant par heure éligible"),
    field<&cpom_row::objective_amount>("montant de l'objectif"));

template <>
inline constexpr auto description<cpom_month> = fields(field<&cpom_month::provider>("prestataire"),
                                                       field<&cpom_month::month>("mois"),
                                                       field<&cpom_month::objectives_amount>("montant des objectifs"),
                                                       field<&cpom_month::advances>("acomptes versés"),
                                                       field<&cpom_month::balance>("solde cumulé"));

template <>
inline constexpr auto description<cpom_contract> = fields(
    field<&cpom_contract::provider>("prestataire"), field<&cpom_contract::from>("du mois"),
    field<&cpom_contract::to>("au mois"), field<&cpom_contract::authorised_seconds>("temps autorisé (s)"),
    field<&cpom_contract::performed_seconds>("temps réalisé (s)"),
    field<&cpom_contract::billed_seconds>("temps facturé (s)"),
    field<&cpom_contract::authorised_amount>("montant autorisé"),
    field<&cpom_contract::performed_amount>("montant réalisé"), field<&cpom_contract::billed_amount>("montant facturé"),
    field<&cpom_contract::objectives_amount>("montant des objectifs"),
    field<&cpom_contract::advances>("acomptes versés"), field<&cpom_contract::balance>("solde"),
    field<&cpom_contract::envelope>("enveloppe"), field<&cpom_contract::flexibility_pct>("taux de souplesse"),
    field<&cpom_contract::lower>("borne basse"), field<&cpom_contract::upper>("borne haute"),
    field<&cpom_contract::position>("position"), field<&cpom_contract::outside>("hors souplesse"));

/// The statement: `contracts` by provider, `months` by provider and month, `rows` by provider, objective, month,
/// service.
struct cpom_statement {
  std::vector<cpom_contract> contracts;
  std::vector<cpom_month> months;
  std::vector<cpom_row> rows;
  findings found;
};

/// What an envelope says of an amount, exactly: the comparison is made before anything is rounded.
struct envelope_use {
  money lower;
  money upper;
  envelope_position position = envelope_position::within;
  money outside;

  friend bool operator==(const envelope_use&, const envelope_use&) = default;
};

/// An amount beside an envelope with a flexibility in percent (none = 0). Amounts of up to 10^12 cents and percentages
/// of up to 100. What follows beyond the bounds, giving back or paying on, is open: nothing is computed of it.
/// Examples (envelope 100 000.00, 5 %): 95 000.00 and 105 000.00 are within; 94 999.99 is below by 0.01 (outside
/// −0.01), 105 000.01 above by 0.01.
constexpr envelope_use use_of_envelope(money envelope, percentage flexibility, money used, rounding_mode rounding) {
  constexpr std::int64_t whole = 1'000'000;  // a percentage of 100, in its ten-thousandths
  const auto bound = [&](std::int64_t parts) { return int128{envelope.cents} * parts; };
  const auto cents = [&](int128 exact) {
    int128 count = 0;
    if (divide(exact, whole, rounding).get(count) != error_code::success) return money::invalid();
    return money::from_cents(static_cast<std::int64_t>(count));
  };
  const int128 low = bound(whole - flexibility.e4), high = bound(whole + flexibility.e4);
  const int128 at = int128{used.cents} * whole;
  envelope_use out{cents(low), cents(high), envelope_position::within, {}};
  if (at < low) {
    out.position = envelope_position::below;
    out.outside = cents(at - low);
  } else if (at > high) {
    out.position = envelope_position::above;
    out.outside = cents(at - high);
  }
  return out;
}

namespace detail {

inline bool is_of(const cpom_objective& objective, const std::string& service) {
  return objective.services.empty() ||
         std::find(objective.services.begin(), objective.services.end(), service) != objective.services.end();
}

inline void add_activity(cpom_contract& sum, const cpom_activity& one) {
  sum.authorised_seconds += one.authorised_seconds;
  sum.performed_seconds += one.performed_seconds;
  sum.billed_seconds += one.billed_seconds;
  sum.authorised_amount += one.authorised_amount;
  sum.performed_amount += one.performed_amount;
  sum.billed_amount += one.billed_amount;
}

/// Builds the statement of one provider.
class cpom_account {
 public:
  cpom_account(cpom_statement& out, const std::string& provider, local_month from, local_month to) : out_(out) {
    contract_.provider = provider;
    contract_.from = from;
    contract_.to = to;
  }

  /// A month, in ascending order, with its activity by service.
  void add(const cpom_terms& terms, std::span<const cpom_activity* const> activity) {
    cpom_month month;
    month.provider = contract_.provider;
    month.month = terms.month;
    for (const auto& objective : terms.rules.objectives) {
      if (!objective.unit_amount) once(cpo_no_unit_amount, {objective.name, contract_.provider});
    }
    for (const auto* one : activity) {
      add_activity(contract_, *one);
      add_rows(terms, *one, month);
    }
    for (const auto& advance : terms.rules.advances) {
      if (!advance.month) once(cpo_advance_without_month, {to_string(advance.amount), contract_.provider});
      if (advance.month == terms.month) month.advances += advance.amount;
    }
    contract_.objectives_amount += month.objectives_amount;
    contract_.advances += month.advances;
    contract_.balance = month.balance = contract_.objectives_amount - contract_.advances;
    const auto& envelope = terms.rules.envelope;
    if (terms.month == contract_.from) envelope_ = envelope;
    envelope_changes_ = envelope_changes_ || envelope != envelope_;
    has_contract_ = has_contract_ || !(terms.rules == cpom_rules{});
    rounding_ = terms.rounding;
    out_.months.push_back(std::move(month));
  }

  void close() {
    if (!has_contract_) once(cpo_no_contract, {contract_.provider});
    if (envelope_changes_) {
      once(cpo_envelope_changes, {contract_.provider, to_string(contract_.from), to_string(contract_.to)});
    } else if (envelope_.amount) {
      const auto flexibility = envelope_.flexibility_pct.value_or(percentage{});
      const auto use = use_of_envelope(*envelope_.amount, flexibility, contract_.billed_amount, rounding_);
      contract_.envelope = envelope_.amount;
      contract_.flexibility_pct = envelope_.flexibility_pct;
      contract_.lower = use.lower;
      contract_.upper = use.upper;
      contract_.position = use.position;
      contract_.outside = use.outside;
    }
    out_.contracts.push_back(std::move(contract_));
  }

 private:
  void add_rows(const cpom_terms& terms, const cpom_activity& one, cpom_month& month) {
    std::string names;
    int objectives = 0;
    for (const auto& objective : terms.rules.objectives) {
      if (!is_of(objective, one.service)) continue;
      names += (objectives++ == 0 ? "" : ", ") + objective.name;
      auto row = row_of(one, objective.name);
      row.unit_amount = objective.unit_amount;
      if (objective.unit_amount) {
        row.objective_amount =
            round<money>(one.billed_seconds * *objective.unit_amount, terms.rounding).value_or(money::invalid());
        month.objectives_amount += *row.objective_amount;
      }
      out_.rows.push_back(std::move(row));
    }
    if (objectives == 0) out_.rows.push_back(row_of(one, {}));
    if (objectives > 1) once(cpo_objectives_overlap, {one.service, one.provider, names});
  }

  static cpom_row row_of(const cpom_activity& one, std::string objective) {
    return {one.provider,           std::move(objective),  one.month,          one.service,
            one.authorised_seconds, one.performed_seconds, one.billed_seconds, one.authorised_amount,
            one.performed_amount,   one.billed_amount,     std::nullopt,       std::nullopt};
  }

  void once(const finding_kind& kind, std::vector<std::string> arguments) {
    if (told_.emplace(&kind, arguments).second) out_.found.add(kind, {}, std::move(arguments));
  }

  cpom_statement& out_;
  cpom_contract contract_;
  cpom_envelope envelope_;
  rounding_mode rounding_ = rounding_mode::half_up;
  bool envelope_changes_ = false;
  bool has_contract_ = false;
  std::set<std::pair<const finding_kind*, std::vector<std::string>>> told_;
};

}  // namespace detail

/// The statement from `from` to `to`, both inclusive. `terms` hold each provider's contract for every month asked for;
/// activity of other months and of providers without terms is not looked at. Eligible are the hours billed to funders
/// (inferred, low). An advance counts in its month under the terms of that month, so that one written down in two
/// versions of the rules counts once. Months without activity stand in `months` all the same.
/// Example: 120 h billed under an objective of 3.00 € an hour, advances of 200.00 and 100.00: objectives 360.00,
/// balance 60.00.
inline cpom_statement cpom_statement_of(std::span<const cpom_activity> activity, std::span<const cpom_terms> terms,
                                        local_month from, local_month to) {
  std::map<std::pair<std::string, local_month>, std::vector<const cpom_activity*>> by_month;
  for (const auto& one : activity)
    by_month[{one.provider, one.month}].push_back(&one);
  std::map<std::string, std::map<local_month, const cpom_terms*>> contracts;
  for (const auto& one : terms) {
    if (one.month >= from && one.month <= to) contracts[one.provider][one.month] = &one;
  }
  cpom_statement out;
  for (const auto& [provider, months] : contracts) {
    detail::cpom_account account(out, provider, from, to);
    for (const auto& [month, one] : months) {
      auto& of_month = by_month[{provider, month}];
      std::sort(of_month.begin(), of_month.end(), [](const auto* a, const auto* b) { return a->service < b->service; });
      account.add(*one, of_month);
    }
    account.close();
  }
  std::stable_sort(out.rows.begin(), out.rows.end(), [](const cpom_row& a, const cpom_row& b) {
    return std::tie(a.provider, a.objective, a.month, a.service) <
           std::tie(b.provider, b.objective, b.month, b.service);
  });
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
