// The lines that should stand now for one beneficiary, filled with the pieces of funded visits.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/bill/fixed_participations.hpp"
#include "esppadom/bill/judged_visit.hpp"
#include "esppadom/bill/pool_book.hpp"
#include "esppadom/billing/document_findings.hpp"
#include "esppadom/billing/line.hpp"
#include "esppadom/billing/pools.hpp"
#include "esppadom/billing/visit_split.hpp"
#include "esppadom/rules/rule_book.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace detail {

/// What stands of a visit that was invoiced (`smoothing.late` = keep_closed), and what its pool has left for more.
struct standing_use {
  exact_duration covered, asked;  ///< when it was invoiced
  exact_duration asked_now, left;
};

/// What a funder paid of the first visit of a double, and when both were there; all since the first began.
struct first_visit_use {
  exact_duration from, to;    ///< paid by the funder
  exact_duration begin, end;  ///< both were there
};

/// A funder of a visit and the pool its minutes are taken from.
struct funder_place {
  const funder_terms* terms = nullptr;
  pool* from = nullptr;
  pool_slot slot;
  std::optional<standing_use> stands{};
  std::vector<first_visit_use> of_first{};  ///< of the second visit of a double that the plan does not count again
};

/// What became of the pieces of a visit.
struct added_pieces {
  bool is_rejected = false;    ///< whether no one is billed for some of it
  exact_amount rejected;       ///< its price, which may be 0
  bool on_an_invoice = false;  ///< whether a funder pays any of it
};

class line_book {
 public:
  /// The arguments must outlive it; `found` receives what a line lacks.
  line_book(const std::string& beneficiary, const rule_book& book, findings& found)
      : beneficiary_(beneficiary), book_(book), found_(found) {}

  /// Adds a visit that was split among `places`.
  added_pieces add(const judged_visit& visit, const visit_split& split, const std::vector<funder_place>& places,
                   local_month month) {
    added_pieces out;
    for (const auto& piece : split.pieces) {
      out.on_an_invoice = out.on_an_invoice || !piece.shares.empty();
      if (piece.rejected) {
        out.is_rejected = true;
        out.rejected += piece.price;
      } else {
        add_piece(visit, piece, places, month);
      }
    }
    return out;
  }

  /// The lines in the order of their keys; none are left.
  std::vector<target_line> take() {
    std::vector<target_line> out;
    for (auto& [key, line] : lines_)
      out.push_back(std::move(line));
    lines_.clear();
    return out;
  }

  /// Whose participations are fixed for a month, as far as they stand on a line.
  const fixed_participations& fixed() const { return fixed_; }

 private:
  /// The postcode stands for the district: the beneficiary's, else the provider's (its branch).
  std::string district_of(const order& from) {
    for (const auto* who : {&from.beneficiary, &from.provider}) {
      if (who->address && who->address->postcode && !who->address->postcode->empty()) return *who->address->postcode;
    }
    if (told_without_district_.insert(from.order_id).second)
      found_.add(bil_no_district, from.order_id, {from.order_id});
    return {};
  }

  std::string kind_of_invoice(const judged_visit& visit) {
    const auto service_kind = std::string(visit.line->aid_type.empty() ? visit.line->service : visit.line->aid_type);
    switch (visit.rules->rules.invoicing.granularity) {
      case invoice_granularity::provider:
        return {};
      case invoice_granularity::provider_beneficiary:
        return beneficiary_;
      case invoice_granularity::provider_service_beneficiary:
        return service_kind + "/" + beneficiary_;
      case invoice_granularity::provider_service_district:
        return service_kind + "/" + district_of(*visit.line->from);
      default:
        return service_kind;
    }
  }

  void add_piece(const judged_visit& visit, const funded_piece& piece, const std::vector<funder_place>& places,
                 local_month month) {
    line_key key;
    key.month = month;
    key.provider = visit.record->provider;
    key.order_id = visit.line->from->order_id;
    key.order_line = visit.line->line->order_line_id;
    key.service = visit.line->service;
    key.aid_type = visit.line->aid_type;
    key.price = piece.part.price;
    key.surcharge = piece.part.surcharge;
    key.participation = piece.participation;
    key.vat = visit.rules->rules.invoicing.vat_pct;
    line_visit contribution{visit.record->delivery_id, piece.part.time, {}};
    contribution.parts.price = piece.price;
    for (const auto& share : piece.shares) {
      key.funders.push_back(places[share.source].terms->payer);
      fixed_.note(month, key.provider, *places[share.source].terms, visit.rules->rules);
      contribution.parts.funders.push_back(share.amount);
    }
    for (const auto& part : piece.beneficiary)
      contribution.parts.beneficiary[static_cast<std::size_t>(part.reason)] += part.amount;
    contribution.parts.provider = piece.provider;
    add_to_line(key, visit, piece, std::move(contribution));
  }

  void add_to_line(const line_key& key, const judged_visit& visit, const funded_piece& piece, line_visit contribution) {
    auto& line = lines_[key];
    if (line.visits.empty()) {
      line.beneficiary = beneficiary_;
      line.key = key;
      line.kind = piece.part.kind;
      if (visit.kind == visit_kind::quantity) line.unit = visit.record->unit_code;
      line.kind_of_invoice = kind_of_invoice(visit);
      line.line_rounding = visit.rules->rules.invoicing.line_rounding;
      line.round_at = visit.rules->rules.invoicing.round_at;
      line.residual_cent_to = visit.rules->rules.funding.residual_cent_to;
      line.channel = visit.rules->rules.funding.payment_channel;
      line.rule_sets = rule_sets_used(book_, *visit.rules);
    }
    line.time += contribution.time;
    line.exact.add(contribution.parts);
    // The parts of a visit on one line are one visit: `round_at = visit` rounds them together.
    if (!line.visits.empty() && line.visits.back().delivery_id == contribution.delivery_id) {
      line.visits.back().time += contribution.time;
      line.visits.back().parts.add(contribution.parts);
    } else {
      line.visits.push_back(std::move(contribution));
    }
  }

  const std::string& beneficiary_;
  const rule_book& book_;
  findings& found_;
  std::map<line_key, target_line> lines_;
  fixed_participations fixed_;
  std::set<std::string> told_without_district_;
};

}  // namespace detail
}  // namespace esppadom
