// The parameters of invoicing: which documents there are, what is late, advances, numbers, cents and VAT.
// Billing rules reference, sections 2f and 4.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "esppadom/message/description.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/percentage.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What makes visits share one document, beside month and payer.
enum class invoice_granularity : std::uint8_t {
  provider,
  provider_service,
  provider_service_district,
  provider_beneficiary,
  provider_service_beneficiary,
};

template <>
struct enum_names<invoice_granularity> {
  static constexpr enum_name<invoice_granularity> items[] = {
      {invoice_granularity::provider, "provider"},
      {invoice_granularity::provider_service, "provider_service"},
      {invoice_granularity::provider_service_district, "provider_service_district"},
      {invoice_granularity::provider_beneficiary, "provider_beneficiary"},
      {invoice_granularity::provider_service_beneficiary, "provider_service_beneficiary"}};
};

/// How a credit is documented: a credit note of its own, or a negative line of the next invoice.
enum class credit_note_form : std::uint8_t { separate, negative_line };

template <>
struct enum_names<credit_note_form> {
  static constexpr enum_name<credit_note_form> items[] = {{credit_note_form::separate, "separate"},
                                                          {credit_note_form::negative_line, "negative_line"}};
};

/// What an exceptional advance is a percentage of.
enum class advance_base : std::uint8_t { forecast, avg_months };

template <>
struct enum_names<advance_base> {
  static constexpr enum_name<advance_base> items[] = {{advance_base::forecast, "forecast"},
                                                      {advance_base::avg_months, "avg_months"}};
};

/// When an exceptional advance is recovered.
enum class advance_recovery : std::uint8_t { next, spread };

template <>
struct enum_names<advance_recovery> {
  static constexpr enum_name<advance_recovery> items[] = {{advance_recovery::next, "next"},
                                                          {advance_recovery::spread, "spread"}};
};

/// What a tariff changed for the past does to what is already billed.
enum class retroactive_tariff : std::uint8_t { recompute, none };

template <>
struct enum_names<retroactive_tariff> {
  static constexpr enum_name<retroactive_tariff> items[] = {{retroactive_tariff::recompute, "recompute"},
                                                            {retroactive_tariff::none, "none"}};
};

/// Where a tie between two cents goes.
enum class line_rounding : std::uint8_t { half_up, half_even };

template <>
struct enum_names<line_rounding> {
  static constexpr enum_name<line_rounding> items[] = {{line_rounding::half_up, "half_up"},
                                                       {line_rounding::half_even, "half_even"}};
};

/// What is rounded once: each visit, each line, or each invoice.
enum class rounding_place : std::uint8_t { visit, line, invoice };

template <>
struct enum_names<rounding_place> {
  static constexpr enum_name<rounding_place> items[] = {
      {rounding_place::visit, "visit"}, {rounding_place::line, "line"}, {rounding_place::invoice, "invoice"}};
};

/// `complementary` of the invoicing rules.
struct complementary_rules {
  bool enabled = true;
  std::optional<std::int64_t> max_per_month;

  friend bool operator==(const complementary_rules&, const complementary_rules&) = default;
};

template <>
inline constexpr auto description<complementary_rules> = fields(
    parameter<&complementary_rules::enabled>("enabled", "factures complémentaires", standing::known),
    parameter<&complementary_rules::max_per_month>("max_per_month", "factures complémentaires par mois", standing::open)
        .between(0, 1000));

/// `advance` of the invoicing rules.
struct invoice_advance_rules {
  bool enabled = false;
  std::optional<percentage> pct;
  advance_base base = advance_base::forecast;
  advance_recovery recover = advance_recovery::next;
  std::optional<std::int64_t> base_months;    ///< with `avg_months`: over how many months
  std::optional<std::int64_t> spread_months;  ///< with `spread`: in how many parts

  friend bool operator==(const invoice_advance_rules&, const invoice_advance_rules&) = default;
};

template <>
inline constexpr auto description<invoice_advance_rules> =
    fields(parameter<&invoice_advance_rules::enabled>("enabled", "acompte exceptionnel", standing::known),
           parameter<&invoice_advance_rules::pct>("pct", "taux de l'acompte", standing::open)
               .in(parameter_unit::percent)
               .between(0, 100),
           parameter<&invoice_advance_rules::base>("base", "assiette de l'acompte", standing::open),
           parameter<&invoice_advance_rules::recover>("recover", "récupération de l'acompte", standing::open),
           parameter<&invoice_advance_rules::base_months>("base_months", "mois de la moyenne", standing::open)
               .in(parameter_unit::months)
               .between(1, 36),
           parameter<&invoice_advance_rules::spread_months>("spread_months", "mois de récupération", standing::open)
               .in(parameter_unit::months)
               .between(1, 36));

/// Over how long one sequence of numbers runs.
enum class numbering_period : std::uint8_t { month, year };

template <>
struct enum_names<numbering_period> {
  static constexpr enum_name<numbering_period> items[] = {{numbering_period::month, "month"},
                                                          {numbering_period::year, "year"}};
};

/// `numbering` of the invoicing rules: PREFIX-COMPANY-MMYY-NNNNN by month, PREFIX-COMPANY-YYYY-NNNNN by year (f7; the
/// form by month is known practice). One sequence a provider, kind (invoice or credit note) and period of billing.
struct numbering_rules {
  std::string invoice = "FACT";
  std::string credit_note = "AV";
  std::optional<std::string> company;  ///< none = the provider's identifier
  std::int64_t digits = 5;
  numbering_period period = numbering_period::month;

  friend bool operator==(const numbering_rules&, const numbering_rules&) = default;
};

template <>
inline constexpr auto description<numbering_rules> =
    fields(parameter<&numbering_rules::invoice>("invoice", "préfixe des factures", standing::known),
           parameter<&numbering_rules::credit_note>("credit_note", "préfixe des avoirs", standing::known),
           parameter<&numbering_rules::company>("company", "code de l'entreprise dans les numéros", standing::known),
           parameter<&numbering_rules::digits>("digits", "chiffres du numéro d'ordre", standing::known).between(1, 12),
           parameter<&numbering_rules::period>("period", "période d'une série de numéros", standing::known));

/// `invoicing` of a rule set. Neutral: one invoice a provider, service and month; each line rounded once, half up.
struct invoicing_rules {
  invoice_granularity granularity = invoice_granularity::provider_service;
  std::optional<std::int64_t> cutoff_day;
  std::optional<std::int64_t> correction_deadline_days;
  std::optional<std::int64_t> time_bar_months;
  bool pro_forma = false;
  complementary_rules complementary;
  credit_note_form credit_note = credit_note_form::separate;
  invoice_advance_rules advance;
  retroactive_tariff retro_tariff = retroactive_tariff::recompute;
  esppadom::line_rounding line_rounding = esppadom::line_rounding::half_up;
  rounding_place round_at = rounding_place::line;
  bool prices_include_tax = true;
  percentage vat_pct;
  numbering_rules numbering;

  friend bool operator==(const invoicing_rules&, const invoicing_rules&) = default;
};

template <>
inline constexpr auto description<invoicing_rules> =
    fields(parameter<&invoicing_rules::granularity>("granularity", "regroupement des factures", standing::known),
           parameter<&invoicing_rules::cutoff_day>("cutoff_day", "jour d'arrêté", standing::open)
               .in(parameter_unit::days)
               .between(1, 31),
           parameter<&invoicing_rules::correction_deadline_days>("correction_deadline_days", "délai de correction",
                                                                 standing::open)
               .in(parameter_unit::days)
               .between(0, 3660),
           parameter<&invoicing_rules::time_bar_months>("time_bar_months", "forclusion", standing::open)
               .in(parameter_unit::months)
               .between(0, 120),
           parameter<&invoicing_rules::pro_forma>("pro_forma", "factures pro forma", standing::known),
           parameters<&invoicing_rules::complementary>("complementary", "factures complémentaires"),
           parameter<&invoicing_rules::credit_note>("credit_note", "forme des avoirs", standing::inferred_medium),
           parameters<&invoicing_rules::advance>("advance", "acompte"),
           parameter<&invoicing_rules::retro_tariff>("retro_tariff", "tarif rétroactif", standing::inferred_medium),
           parameter<&invoicing_rules::line_rounding>("line_rounding", "arrondi au centime", standing::inferred_high),
           parameter<&invoicing_rules::round_at>("round_at", "niveau de l'arrondi", standing::inferred_high),
           parameter<&invoicing_rules::prices_include_tax>("prices_include_tax", "prix toutes taxes comprises",
                                                           standing::open),
           parameter<&invoicing_rules::vat_pct>("vat_pct", "taux de TVA", standing::open)
               .in(parameter_unit::percent)
               .between(0, 100),
           parameters<&invoicing_rules::numbering>("numbering", "numérotation"));

}  // namespace esppadom::inline ESPPADOM_ABI
