// What departs from the ordinary visit: extra minutes, beneficiaries who cannot be under télégestion, declarative
// visits, double visits, visits that did not take place as foreseen. Billing rules reference, section 2g.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/billing/visit.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/percentage.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// How visits may be entered without stamps.
enum class declarative_mode : std::uint8_t { none, per_visit, monthly };

template <>
struct enum_names<declarative_mode> {
  static constexpr enum_name<declarative_mode> items[] = {{declarative_mode::none, "none"},
                                                          {declarative_mode::per_visit, "per_visit"},
                                                          {declarative_mode::monthly, "monthly"}};
};

/// The time billed for a beneficiary who cannot be under télégestion.
enum class incompatible_source : std::uint8_t { planned, declared };

template <>
struct enum_names<incompatible_source> {
  static constexpr enum_name<incompatible_source> items[] = {{incompatible_source::planned, "planned"},
                                                             {incompatible_source::declared, "declared"}};
};

/// Who pays extra minutes.
enum class extra_minutes_bearer : std::uint8_t { funder, beneficiary, provider };

template <>
struct enum_names<extra_minutes_bearer> {
  static constexpr enum_name<extra_minutes_bearer> items[] = {{extra_minutes_bearer::funder, "funder"},
                                                              {extra_minutes_bearer::beneficiary, "beneficiary"},
                                                              {extra_minutes_bearer::provider, "provider"}};
};

// -- parameters -------------------------------------------------------------------------------------------------------

struct declarative_rules {
  declarative_mode mode = declarative_mode::none;
  std::optional<percentage> quota;
  bool proof_required = false;
  percentage price_share = percentage::from_percent(100);

  friend bool operator==(const declarative_rules&, const declarative_rules&) = default;
};

struct incompatible_rules {
  bool status = false;
  std::optional<std::string> decision_ref;
  incompatible_source source = incompatible_source::planned;
  bool approval_required = true;
  std::vector<std::string> reasons;
  bool in_rates = false;

  friend bool operator==(const incompatible_rules&, const incompatible_rules&) = default;
};

struct double_visit_rules {
  bool allowed = false;
  std::int64_t plan_factor = 2;
  std::int64_t pay_factor = 2;

  friend bool operator==(const double_visit_rules&, const double_visit_rules&) = default;
};

struct extra_minutes_rules {
  bool allowed = false;
  std::optional<std::string> code;
  std::optional<extra_minutes_bearer> bearer;
  std::optional<duration> monthly_cap;
  bool counts_in_plan = true;
  bool counts_as_correction = false;
  std::vector<std::string> reasons;

  friend bool operator==(const extra_minutes_rules&, const extra_minutes_rules&) = default;
};

/// The share of the price that stays payable, by reason; no value = the rule set says nothing.
struct payable_share_rules {
  std::optional<percentage> waiting;
  std::optional<percentage> beneficiary_absent;
  std::optional<percentage> care_refused;

  friend bool operator==(const payable_share_rules&, const payable_share_rules&) = default;
};

template <>
inline constexpr auto description<declarative_rules> = fields(
    parameter<&declarative_rules::mode>("mode", "saisie déclarative", standing::known)
        .built_only({declarative_mode::none, declarative_mode::per_visit}),
    parameter<&declarative_rules::quota>("quota_pct", "part déclarative admise", standing::open)
        .in(parameter_unit::percent)
        .between(0, 100)
        .not_built(),
    parameter<&declarative_rules::proof_required>("proof_required", "justificatif exigé", standing::open).not_built(),
    parameter<&declarative_rules::price_share>("price_pct", "part du prix payée", standing::open)
        .in(parameter_unit::percent)
        .between(0, 100));

template <>
inline constexpr auto description<incompatible_rules> =
    fields(parameter<&incompatible_rules::status>("status", "bénéficiaire incompatible", standing::known),
           parameter<&incompatible_rules::decision_ref>("decision_ref", "référence de la décision", standing::known),
           parameter<&incompatible_rules::source>("duration_source", "temps facturé", standing::known),
           parameter<&incompatible_rules::approval_required>("approval_required", "accord du financeur exigé",
                                                             standing::known),
           parameter<&incompatible_rules::reasons>("reasons", "motifs d'incompatibilité", standing::open).not_built(),
           parameter<&incompatible_rules::in_rates>("in_rates", "compte dans les taux", standing::known));

template <>
inline constexpr auto description<double_visit_rules> =
    fields(parameter<&double_visit_rules::allowed>("allowed", "double intervention admise", standing::inferred_medium)
               .not_built(),
           parameter<&double_visit_rules::plan_factor>("plan_factor", "décompte du plan", standing::open)
               .in(parameter_unit::count)
               .between(1, 2)
               .not_built(),
           parameter<&double_visit_rules::pay_factor>("pay_factor", "décompte du prix", standing::open)
               .in(parameter_unit::count)
               .between(1, 2)
               .not_built());

template <>
inline constexpr auto description<extra_minutes_rules> =
    fields(parameter<&extra_minutes_rules::allowed>("allowed", "minutes complémentaires admises", standing::known),
           parameter<&extra_minutes_rules::code>("code", "code de correction du producteur", standing::open),
           parameter<&extra_minutes_rules::bearer>("bearer", "à la charge de", standing::open),
           parameter<&extra_minutes_rules::monthly_cap>("monthly_cap_min", "plafond mensuel", standing::open)
               .in(parameter_unit::minutes)
               .between(0, 44640)
               .not_built(),
           parameter<&extra_minutes_rules::counts_in_plan>("counts_in_plan", "comptent dans le plan", standing::open),
           parameter<&extra_minutes_rules::counts_as_correction>("counts_as_correction", "comptent comme correction",
                                                                 standing::open),
           parameter<&extra_minutes_rules::reasons>("reasons", "motifs autorisés", standing::open));

template <>
inline constexpr auto description<payable_share_rules> = fields(
    parameter<&payable_share_rules::waiting>("WAITING", "attente à la porte", standing::open)
        .in(parameter_unit::percent)
        .between(0, 100)
        .not_built(),
    parameter<&payable_share_rules::beneficiary_absent>("BENEFICIARY_ABSENT", "bénéficiaire absent", standing::open)
        .in(parameter_unit::percent)
        .between(0, 100)
        .not_built(),
    parameter<&payable_share_rules::care_refused>("CARE_REFUSED", "soin refusé", standing::open)
        .in(parameter_unit::percent)
        .between(0, 100)
        .not_built());

}  // namespace esppadom::inline ESPPADOM_ABI
