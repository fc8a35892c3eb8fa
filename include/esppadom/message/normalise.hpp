#pragma once

// Variants of meaning brought to the form the model expects (messages reference, section 6, V15 to V18). Reading never
// does this silently: the message read and the message understood are two values, with findings between them.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/message/delivery.hpp"
#include "esppadom/message/findings.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/message/line_price.hpp"
#include "esppadom/message/order.hpp"
#include "esppadom/message/quantity.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A message in its usual form, and what had to be done for it.
template <class Message>
struct normalised_message {
  Message message;
  findings found;
};

/// Whether the totals of an invoice are net of what the beneficiary pays (variant V16).
enum class totals_mode : std::uint8_t {
  net,             ///< `line_total` is the funder's share, as the standard has it
  gross,           ///< `line_total` is the price; only `due_payable` is net, `participation` is the difference
  negative_lines,  ///< the lines are prices, and negative lines without visits take `participation` off again
};

template <>
struct enum_names<totals_mode> {
  static constexpr enum_name<totals_mode> items[] = {
      {totals_mode::net, "net"}, {totals_mode::gross, "gross"}, {totals_mode::negative_lines, "negative_lines"}};
};

struct normalised_invoice {
  invoice message;
  totals_mode totals = totals_mode::net;
  money participation;  ///< of the whole invoice, unless `totals` is net
  findings found;
};

namespace detail {

inline void note_normalised(findings& found, std::string_view document, std::string path, std::string_view en,
                            std::string_view fr) {
  finding out;
  out.kind = &message_findings::normalised;
  out.document = document;
  out.path = path;
  out.arguments = {std::move(path), std::string(en), std::string(fr)};
  found.add(std::move(out));
}

// V15: an empty code says nothing. Which list a code is from already tells service codes and aid types apart.
inline void drop_empty_codes(service& one, std::string_view document, const std::string& path, findings& found) {
  const auto kept = std::remove_if(one.codes.begin(), one.codes.end(), [](const code& each) { return each.empty(); });
  if (kept == one.codes.end()) return;
  one.codes.erase(kept, one.codes.end());
  note_normalised(found, document, path, "an empty code was left out", "un code vide a été omis");
}

template <class Message>
void drop_empty_codes(Message& message, std::string_view document, findings& found) {
  for (std::size_t i = 0; i < message.lines.size(); ++i) {
    drop_empty_codes(message.lines[i].service, document, "lines[" + std::to_string(i + 1) + "].service", found);
  }
}

inline void negate(amount& one) { one.value = -one.value; }
inline void negate(measure& one) { one.value.coefficient = -one.value.coefficient; }
template <class T>
void negate(std::optional<T>& one) {
  if (one) negate(*one);
}
inline void negate(std::vector<allowance_charge>& all) {
  for (auto& one : all) {
    negate(one.amount);
    negate(one.basis_amount);
  }
}

inline void negate(invoice& message) {
  for (auto& line : message.lines) {
    negate(line.billed_quantity);
    negate(line.funder_share);
    negate(line.surcharge_total);
    negate(line.participation_total);
    negate(line.tax_total);
    negate(line.amounts);
  }
  for (auto& tax : message.taxes) {
    negate(tax.amount);
    negate(tax.basis_amount);
  }
  negate(message.document_amounts);
  for (amount* one : {&message.line_total, &message.tax_basis_total, &message.grand_total, &message.due_payable})
    negate(*one);
  for (auto* one : {&message.charge_total, &message.allowance_total, &message.tax_total, &message.prepaid_total})
    negate(*one);
}

// What the lines, the amounts of the document, taxes and advances make together.
inline money sum_of_parts(const invoice& message) {
  const auto value = [](const std::optional<amount>& one) { return one ? one->value : money{}; };
  money sum = value(message.charge_total) - value(message.allowance_total) + value(message.tax_total) -
              value(message.prepaid_total);
  for (const auto& line : message.lines)
    sum += line.funder_share.value;
  return sum;
}

inline bool is_negative(const invoice_line& line) { return line.funder_share.value < money{}; }

// V16: lines at their full price, and what the beneficiary pays as negative lines that name neither visit nor earlier
// line. Anything less clear is left as it was read.
inline bool has_participation_lines(const invoice& message) {
  const auto is_fine = [](const invoice_line& line) {
    return is_negative(line) ? line.delivery_refs.empty() && !line.corrected_line
                             : price_of(line) == line.funder_share.value;
  };
  const auto& lines = message.lines;
  return message.due_payable.value > money{} && std::any_of(lines.begin(), lines.end(), is_negative) &&
         std::all_of(lines.begin(), lines.end(), is_fine) && sum_of_parts(message) == message.due_payable.value;
}

// V17: amounts are positive and the type gives the sign. Mixed signs, and lines that do not make up what is due, are
// kept as read.
inline void normalise_sign(normalised_invoice& out) {
  auto& message = out.message;
  const bool all_negative = message.due_payable.value < money{} &&
                            std::none_of(message.lines.begin(), message.lines.end(),
                                         [](const invoice_line& line) { return line.funder_share.value > money{}; });
  const bool adds_up = message.lines.empty() || sum_of_parts(message) == message.due_payable.value;
  if (all_negative && adds_up) {
    negate(message);
    if (message.type_code.is("380")) message.type_code.value = "381";
    note_normalised(out.found, message.invoice_id, "type_code", "a credit note with positive amounts",
                    "un avoir aux montants positifs");
  } else if (has_participation_lines(message)) {
    out.totals = totals_mode::negative_lines;
    for (const auto& line : message.lines) {
      if (is_negative(line)) out.participation -= line.funder_share.value;
    }
    note_normalised(out.found, message.invoice_id, "lines", "negative lines are the participation",
                    "les lignes négatives sont la participation");
  } else if (all_negative || std::any_of(message.lines.begin(), message.lines.end(), is_negative)) {
    finding mixed;
    mixed.kind = &message_findings::negative_amounts;
    mixed.document = message.invoice_id;
    mixed.path = "lines";
    out.found.add(std::move(mixed));
  }
}

// V18: a supplementary invoice is a 380 that says so and refers to an earlier one.
inline void normalise_subtype(normalised_invoice& out) {
  auto& message = out.message;
  const bool candidate = message.type_code.is("383") || message.type_code.is("384") || message.type_code.is("380");
  if (!candidate || !message.corrected_invoice || (message.subtype_code && !message.subtype_code->empty())) return;
  message.subtype_code = code{"COMPLEMENTAIRE", std::string(invoice_natures.id), std::string(invoice_natures.agency)};
  message.type_code.value = "380";
  note_normalised(out.found, message.invoice_id, "subtype_code", "a supplementary invoice",
                  "une facture complémentaire");
}

// What the lines say the beneficiary pays, whatever the totals are.
inline money participation_of_lines(const invoice& message) {
  money sum;
  for (const auto& line : message.lines) {
    if (line.participation_total) {
      sum += line.participation_total->value;
      continue;
    }
    for (const auto& one : line.amounts) {
      if (!one.is_charge && one.amount && one.reason_code.is("PARTICIPATION")) sum += one.amount->value;
    }
  }
  return sum;
}

// V16: when quantity × price makes the total of the lines and less is due, the totals are gross. What was paid in
// advance is an advance, unless the lines give the same sum as participation.
inline void detect_gross_totals(normalised_invoice& out) {
  if (out.totals != totals_mode::net) return;
  const auto& message = out.message;
  money gross;
  for (const auto& line : message.lines) {
    const auto price = price_of(line);
    if (!price) return;
    gross += *price;
  }
  const money due = message.due_payable.value;
  money prepaid = message.prepaid_total ? message.prepaid_total->value : money{};
  if (prepaid != money{} && prepaid == participation_of_lines(message)) prepaid = money{};
  const money taxes = message.tax_total ? message.tax_total->value : money{};
  if (message.lines.empty() || gross != message.line_total.value || due + prepaid - taxes >= gross) return;
  out.totals = totals_mode::gross;
  out.participation = gross + taxes - prepaid - due;
  note_normalised(out.found, message.invoice_id, "line_total", "totals before participation",
                  "totaux avant participation");
}

}  // namespace detail

/// V15 on a DELIVERY: empty product codes are left out, with one finding a line.
inline normalised_message<delivery> normalise(delivery message) {
  normalised_message<delivery> out{std::move(message), {}};
  detail::drop_empty_codes(out.message, out.message.delivery_id, out.found);
  return out;
}

/// V15 on an ORDER.
inline normalised_message<order> normalise(order message) {
  normalised_message<order> out{std::move(message), {}};
  detail::drop_empty_codes(out.message, out.message.order_id, out.found);
  return out;
}

/// V15 to V18 on an INVOICE: negative documents become credit notes with positive amounts, supplementary invoices say
/// so, and totals that are gross are told.
/// Example: type 380, due −50.00, all lines negative → type 381, due 50.00, sign() = −1.
inline normalised_invoice normalise(invoice message) {
  normalised_invoice out;
  out.message = std::move(message);
  detail::drop_empty_codes(out.message, out.message.invoice_id, out.found);
  detail::normalise_sign(out);
  detail::normalise_subtype(out);
  detail::detect_gross_totals(out);
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
