// Whether the amounts of an INVOICE add up (messages reference, section 5.2; inferred, medium). Every identity is exact
// to the cent; only the price of a line may differ by the cents of its rounding place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/message/checks/invoice_findings.hpp"
#include "esppadom/message/checks/shared.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/message/line_price.hpp"
#include "esppadom/value/int128.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace detail {

inline money or_zero(const std::optional<amount>& one) { return one ? one->value : money{}; }

inline void check_sum(money written, money computed, const std::string& path, message_check& check) {
  if (written != computed) {
    check.add(message_findings::wrong_sum, path, {path, to_string(written), to_string(computed)});
  }
}

// -- one line ---------------------------------------------------------------------------------------------------------

/// What the amounts of a line, or of the document, make in either direction; none when one of them has no amount.
struct amounts_by_direction {
  money charges;
  money not_borne;
};
inline std::optional<amounts_by_direction> sums_of(const std::vector<allowance_charge>& all) {
  amounts_by_direction out;
  for (const auto& one : all) {
    if (!one.amount) return std::nullopt;
    (one.is_charge ? out.charges : out.not_borne) += one.amount->value;
  }
  return out;
}

inline void check_line_amounts(const invoice_line& line, const std::string& path, message_check& check) {
  const auto sums = sums_of(line.amounts);
  if (!sums) return;
  check_sum(or_zero(line.surcharge_total), sums->charges, path + ".surcharge_total", check);
  check_sum(or_zero(line.participation_total), sums->not_borne, path + ".participation_total", check);
  const auto price = price_of(line);
  if (!price || line.funder_share.value < money{}) return;
  const money said = line.funder_share.value + sums->not_borne - sums->charges;
  const money gap = said < *price ? *price - said : said - *price;
  // A visit is rounded by itself, or the line, or the invoice; and the seconds are those of the written decimals.
  const auto cents = static_cast<std::int64_t>(line.delivery_refs.size()) + 1;
  if (gap > money::from_cents(cents)) {
    check.add(message_findings::price_not_shared, path + ".funder_share", {path, to_string(*price), to_string(said)});
  }
}

// -- VAT --------------------------------------------------------------------------------------------------------------

inline void check_tax_category(const std::optional<code>& category, const std::optional<percentage>& rate,
                               const std::string& path, message_check& check) {
  if (!category || !rate || category->empty()) return;
  const bool without = category->is("E") || category->is("Z") || category->is("AE");
  const bool with = category->is("S") || category->is("AA") || category->is("H");
  const bool zero = *rate == percentage{};
  if ((without && !zero) || (with && zero)) {
    check.add(message_findings::category_against_rate, path + ".category_code",
              {path, category->key(), to_string(*rate)});
  }
}

/// What is taxed at one rate, without VAT; none when the message does not say which lines that is.
inline std::optional<money> basis_at(const invoice& message, percentage rate) {
  const bool one_rate = message.taxes.size() == 1;
  money sum;
  for (const auto& line : message.lines) {
    const auto own = line.tax ? line.tax->rate : std::nullopt;
    if (!own && !one_rate) return std::nullopt;
    if (!own || *own == rate) sum += line.funder_share.value;
  }
  const money document = or_zero(message.charge_total) - or_zero(message.allowance_total);
  if (document != money{} && !one_rate) return std::nullopt;
  return sum + document;
}

inline std::optional<money> tax_at(money basis, percentage rate) {
  constexpr std::int64_t e4_of_one = 1'000'000;  // 100 % in ten-thousandths
  if (basis < money{} || rate < percentage{} || !basis.is_valid()) return std::nullopt;
  return cents_of(int128{basis.cents} * rate.e4, e4_of_one);
}

inline void check_taxes(const invoice& message, message_check& check) {
  for (std::size_t i = 0; i < message.taxes.size(); ++i) {
    const auto& tax = message.taxes[i];
    const std::string path = numbered("taxes", i);
    const percentage rate = tax.rate.value_or(percentage{});
    check.list(tax.type_code, path + ".type_code", tax_types);
    check.list(tax.category_code, path + ".category_code", tax_categories);
    check_tax_category(tax.category_code, rate, path, check);
    bool repeated = false;
    for (std::size_t j = 0; j < i; ++j)
      repeated |= message.taxes[j].rate.value_or(percentage{}) == rate;
    if (repeated) check.add(message_findings::same_rate_twice, path, {to_string(rate)});
    const auto basis = basis_at(message, rate);
    if (basis && !repeated && *basis != tax.basis_amount.value) {
      check.add(message_findings::wrong_tax_basis, path + ".basis_amount",
                {to_string(rate), to_string(tax.basis_amount.value), to_string(*basis)});
    }
    const auto due = tax_at(tax.basis_amount.value, rate);
    if (due && *due != tax.amount.value) {
      check.add(message_findings::wrong_tax, path + ".amount",
                {to_string(rate), to_string(tax.amount.value), to_string(*due)});
    }
    const bool exempt = tax.category_code && tax.category_code->is("E");
    const bool reason = tax.exemption_reason && !trimmed(*tax.exemption_reason).empty();
    if (exempt && !reason) check.add(message_findings::no_exemption_reason, path + ".exemption_reason", {});
  }
}

inline void check_line_tax(const invoice& message, const invoice_line& line, const std::string& path,
                           message_check& check) {
  if (!line.tax) return;
  check.list(line.tax->category_code, path + ".tax.category_code", tax_categories);
  check_tax_category(line.tax->category_code, line.tax->rate, path + ".tax", check);
  if (!line.tax->rate) return;
  for (const auto& tax : message.taxes) {
    if (tax.rate.value_or(percentage{}) == *line.tax->rate) return;
  }
  if (*line.tax->rate == percentage{} && message.taxes.empty()) return;
  check.add(message_findings::rate_without_tax, path + ".tax.rate", {path, to_string(*line.tax->rate)});
}

// -- the document -----------------------------------------------------------------------------------------------------

inline bool has_negative(const invoice& message) {
  for (const auto& line : message.lines) {
    for (const auto* one : {&line.surcharge_total, &line.participation_total, &line.tax_total}) {
      if (or_zero(*one) < money{}) return true;
    }
    if (line.funder_share.value < money{} || line.billed_quantity.value.coefficient < 0) return true;
  }
  for (const auto* one :
       {&message.charge_total, &message.allowance_total, &message.tax_total, &message.prepaid_total}) {
    if (or_zero(*one) < money{}) return true;
  }
  for (const auto* one : {&message.line_total, &message.tax_basis_total, &message.grand_total, &message.due_payable}) {
    if (one->value < money{}) return true;
  }
  for (const auto& tax : message.taxes) {
    if (tax.amount.value < money{} || tax.basis_amount.value < money{}) return true;
  }
  return false;
}

inline void check_totals(const invoice& message, message_check& check) {
  money lines;
  for (const auto& line : message.lines)
    lines += line.funder_share.value;
  money taxes;
  for (const auto& tax : message.taxes)
    taxes += tax.amount.value;
  check_sum(message.line_total.value, lines, "line_total", check);
  if (const auto document = sums_of(message.document_amounts)) {
    check_sum(or_zero(message.charge_total), document->charges, "charge_total", check);
    check_sum(or_zero(message.allowance_total), document->not_borne, "allowance_total", check);
  }
  check_sum(message.tax_basis_total.value,
            message.line_total.value - or_zero(message.allowance_total) + or_zero(message.charge_total),
            "tax_basis_total", check);
  if (message.tax_total || !message.taxes.empty()) check_sum(or_zero(message.tax_total), taxes, "tax_total", check);
  check_sum(message.grand_total.value, message.tax_basis_total.value + or_zero(message.tax_total), "grand_total",
            check);
  check_sum(message.due_payable.value, message.grand_total.value - or_zero(message.prepaid_total), "due_payable",
            check);
  if (has_negative(message)) check.add(message_findings::negative_amounts, "due_payable", {});
  check_taxes(message, check);
}

}  // namespace detail
}  // namespace esppadom::inline ESPPADOM_ABI
