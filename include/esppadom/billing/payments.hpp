// To whom the funders' money goes when it does not go to the provider: to the beneficiary, or through prepaid CESU
// vouchers. Billing rules reference, section 1 ("Payee") and d8. That all three ways exist is known (CASF L232-15,
// D232-33, R232-11 II); how they are shown here is inferred (medium).
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "esppadom/billing/document_lines.hpp"
#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/message/description.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a funder pays elsewhere than to the provider, of the visits of one month: new amounts of a run, negative when
/// something is taken back.
struct funder_payment {
  local_month month;
  std::string funder;
  std::string provider;
  std::string beneficiary;  ///< the payee, or who gets the vouchers
  payment_channel channel = payment_channel::beneficiary;
  std::string care_mode;  ///< *cadre d'intervention* of the order line: provider, agent, direct employment
  exact_duration billed_seconds;
  money amount;      ///< the funder's share
  money face_value;  ///< of CESU vouchers: the share and the participation in it (R232-11 II); 0 otherwise

  friend bool operator==(const funder_payment&, const funder_payment&) = default;
};

template <>
inline constexpr auto description<funder_payment> = fields(
    field<&funder_payment::month>("mois"), field<&funder_payment::funder>("financeur"),
    field<&funder_payment::provider>("prestataire"), field<&funder_payment::beneficiary>("bénéficiaire"),
    field<&funder_payment::channel>("mode de versement"), field<&funder_payment::care_mode>("cadre d'intervention"),
    field<&funder_payment::billed_seconds>("temps facturé (s)"), field<&funder_payment::amount>("part du financeur"),
    field<&funder_payment::face_value>("valeur faciale des CESU"));

namespace detail {
/// A line of a beneficiary as one of its funders pays on it.
using funded_line = std::tuple<std::string_view, local_month, std::string_view, std::string_view, std::string_view,
                               std::string_view, std::int64_t, std::int64_t, std::int64_t, std::string_view>;

inline funded_line funded_line_of(const beneficiary_delta& fact, std::string_view funder) {
  const emitted_line& line = fact.line;
  return {fact.beneficiary, line.month,    line.provider,     line.order_line,       line.service,
          line.aid_type,    line.price.e6, line.surcharge.e4, line.participation.e4, funder};
}
}  // namespace detail

/// The payments in the facts of a run, by month, funder, provider, beneficiary, channel and care mode.
/// `care_mode_of(fact)` gives the care mode of a line, empty when none is known. A line's participation is in the face
/// value once: in the vouchers of the first funder that pays on it. What else the beneficiary bears is in none.
template <class CareModeOf>
std::vector<funder_payment> payments_of(std::span<const beneficiary_delta> facts, CareModeOf care_mode_of) {
  std::map<std::tuple<local_month, std::string, std::string, std::string, payment_channel, std::string>, funder_payment>
      sums;
  std::map<detail::funded_line, funder_payment*> vouchers;
  for (const beneficiary_delta& fact : facts) {
    const emitted_line& line = fact.line;
    const auto channel = channel_of_reason(line.reason);
    if (!line.payer.empty() || !channel || line.funders.empty()) continue;
    funder_payment& sum =
        sums[{line.month, line.funders.front(), line.provider, fact.beneficiary, *channel, care_mode_of(fact)}];
    if (!line.unit) sum.billed_seconds += line.time;  // meals and days are no time
    sum.amount += line.share;
    if (*channel != payment_channel::cesu_prefinance) continue;
    sum.face_value += line.share;
    vouchers.emplace(detail::funded_line_of(fact, line.funders.front()), &sum);
  }
  for (const beneficiary_delta& fact : facts) {
    if (!fact.line.payer.empty() || fact.line.reason != name_of(beneficiary_reason::participation)) continue;
    for (const std::string& funder : fact.line.funders) {
      const auto at = vouchers.find(detail::funded_line_of(fact, funder));
      if (at == vouchers.end()) continue;
      at->second->face_value += fact.line.share;
      break;
    }
  }
  std::vector<funder_payment> rows;
  for (auto& [key, row] : sums) {
    std::tie(row.month, row.funder, row.provider, row.beneficiary, row.channel, row.care_mode) = key;
    if (row.amount != money() || row.billed_seconds != exact_duration()) rows.push_back(std::move(row));
  }
  return rows;
}

/// One prepaid voucher of an hour, as some départements issue them (known): its face value is the hourly rate, of which
/// the funder has paid what the participation leaves and the beneficiary the rest.
struct cesu_voucher {
  exact_amount face_value;
  exact_amount prefinanced;
  exact_amount beneficiary;
};

/// The voucher of an hour at a rate. Example: 24.58 €/h, participation 20 % → face value 24.58, prefinanced 19.664,
/// beneficiary 4.916.
constexpr cesu_voucher cesu_of_hour(unit_price rate, const participation_share& participation) {
  const exact_duration hour{duration::of_hours(1)};
  cesu_voucher voucher;
  voucher.face_value = hour * rate;
  voucher.prefinanced = after_participation(voucher.face_value, hour, participation);
  voucher.beneficiary = voucher.face_value - voucher.prefinanced;
  return voucher;
}

}  // namespace esppadom::inline ESPPADOM_ABI
