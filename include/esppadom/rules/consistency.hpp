// What one key of a rule set asks of another. Checked on resolved rules, because the other key may be set by another
// scope.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/rules/findings.hpp"
#include "esppadom/rules/rule_set.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Two keys that do not go together. `key` is the one to blame, `other` the one it depends on; `text` is what the
/// finding says of it, e.g. "duration.rounding.mode = threshold".
struct rule_conflict {
  const finding_kind* kind = nullptr;
  std::string key;
  std::string other;
  std::string text;

  friend bool operator==(const rule_conflict&, const rule_conflict&) = default;
};

namespace detail {

class conflict_list {
 public:
  /// `key` needs `other`, which nothing gives.
  void requires_key(bool bad, std::string_view key, std::string_view other) {
    add(bad, rul_requires, key, other, std::string(other));
  }
  /// `key` is set but only means something with `other = value`.
  void needs(bool bad, std::string_view key, std::string_view other, std::string_view value) {
    add(bad, rul_without_effect, key, other, std::string(other) + " = " + std::string(value));
  }
  void contradicts(bool bad, std::string_view key, std::string_view other) {
    add(bad, rul_contradiction, key, other, std::string(other));
  }
  void add(bool bad, const finding_kind& kind, std::string_view key, std::string_view other, std::string text) {
    if (bad) found.push_back({&kind, std::string(key), std::string(other), std::move(text)});
  }

  std::vector<rule_conflict> found;
};

inline void check_calendar(const calendar_rules& rules, conflict_list& out) {
  out.add(!is_known_zone(rules.timezone), rul_unknown_timezone, "timezone", {}, rules.timezone);
}

inline void check_duration(const duration_rules& rules, conflict_list& out) {
  const rounding_rules& rounding = rules.rounding;
  const bool by_threshold = rounding.mode == step_mode::threshold;
  out.requires_key(by_threshold && !rounding.threshold, "duration.rounding.mode", "duration.rounding.threshold_min");
  out.needs(!by_threshold && rounding.threshold.has_value(), "duration.rounding.threshold_min",
            "duration.rounding.mode", "threshold");
  // τ lies in (0, step].
  out.contradicts(
      by_threshold && rounding.threshold && (*rounding.threshold <= duration() || *rounding.threshold > rounding.step),
      "duration.rounding.threshold_min", "duration.rounding.step_min");
  out.needs(rules.cap.extra > duration() && rules.cap.kind != cap_kind::planned_plus, "duration.cap.extra_min",
            "duration.cap.kind", "planned_plus");
  out.contradicts(rules.max_billable && *rules.max_billable < rules.min_billable, "duration.max_billable_min",
                  "duration.min_billable_min");
}

inline void check_service_groups(const std::vector<service_group>& groups, conflict_list& out) {
  std::vector<std::string> services;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    out.add(groups[i].name.empty(), rul_empty_name, "smoothing.service_groups", {}, {});
    for (std::size_t j = 0; j < i; ++j)
      out.add(groups[i].name == groups[j].name, rul_named_twice, "smoothing.service_groups", {}, groups[i].name);
    for (const std::string& service : groups[i].services) {
      const bool twice = std::find(services.begin(), services.end(), service) != services.end();
      out.add(twice, rul_named_twice, "smoothing.service_groups", {}, service);
      services.push_back(service);
    }
  }
}

inline void check_smoothing(const smoothing_rules& rules, conflict_list& out) {
  check_service_groups(rules.service_groups, out);
  out.requires_key(!rules.split_at_ceiling && !rules.crossing, "smoothing.split_at_ceiling", "smoothing.crossing");
  out.needs(rules.split_at_ceiling && rules.crossing.has_value(), "smoothing.crossing", "smoothing.split_at_ceiling",
            "false");
  out.requires_key(rules.carry.enabled && rules.carry.horizon_periods == 0, "smoothing.carry.enabled",
                   "smoothing.carry.horizon_periods");
  out.requires_key(rules.advance.enabled && rules.advance.cap == duration(), "smoothing.advance.enabled",
                   "smoothing.advance.cap_min");
  // Which minutes come from a lot is known only where visits are cut; euros have no tariff to look back to.
  const bool by_lots = rules.tariff_month == tariff_month::grant;
  out.contradicts(by_lots && !rules.split_at_ceiling, "smoothing.tariff_month", "smoothing.split_at_ceiling");
  out.contradicts(by_lots && rules.unit == smoothing_unit::euros, "smoothing.tariff_month", "smoothing.unit");
  // What stands is the time that a plan paid: neither its euros nor the lot it came from.
  const bool closes = rules.late == late_visits::keep_closed;
  out.contradicts(closes && rules.unit == smoothing_unit::euros, "smoothing.late", "smoothing.unit");
  out.contradicts(closes && by_lots, "smoothing.late", "smoothing.tariff_month");
  for (std::size_t i = 0; i < rules.sub_ceilings.size(); ++i) {
    const sub_ceiling& one = rules.sub_ceilings[i];
    out.add(one.service.empty(), rul_empty_name, "smoothing.sub_ceilings", {}, {});
    for (std::size_t j = 0; j < i; ++j) {
      const sub_ceiling& other = rules.sub_ceilings[j];
      out.add(one.service == other.service && one.period == other.period, rul_named_twice, "smoothing.sub_ceilings", {},
              one.service);
    }
  }
}

inline void check_participation(const participation_rules& rules, conflict_list& out) {
  const std::string group = "funding.per_funder.participation";
  const bool national = rules.rate == participation_rate::national_apa;
  const bool banded = rules.rate == participation_rate::table;
  const bool of_hour = rules.basis == participation_basis::per_hour_amount;
  const bool of_month = rules.basis == participation_basis::accepted_plan;
  out.requires_key(rules.rate_rounding && !rules.rate_scale, group + ".rate_rounding", group + ".rate_scale");
  out.requires_key(rules.rate_scale && !rules.rate_rounding, group + ".rate_scale", group + ".rate_rounding");
  out.needs(!national && rules.rate_scale, group + ".rate_scale", group + ".rate", "national_apa");
  out.needs(!national && rules.rate_rounding, group + ".rate_rounding", group + ".rate", "national_apa");
  out.requires_key(banded && rules.table.empty(), group + ".rate", group + ".table");
  out.needs(!banded && !rules.table.empty(), group + ".table", group + ".rate", "table");
  out.needs((national || banded) && rules.percent, group + ".percent", group + ".rate", "fixed");
  out.needs((national || banded) && rules.amount, group + ".amount", group + ".rate", "fixed");
  out.needs(!of_hour && !of_month && rules.amount, group + ".amount", group + ".basis",
            "accepted_plan | per_hour_amount");
  out.contradicts(rules.percent && rules.amount, group + ".percent", group + ".amount");
  out.contradicts(of_hour && (national || rules.percent), group + ".basis", group + ".rate");
  for (std::size_t i = 0; i < rules.table.size(); ++i) {
    const participation_band& band = rules.table[i];
    const bool overlaps = i > 0 && (!rules.table[i - 1].to || *rules.table[i - 1].to > band.from);
    out.contradicts(overlaps || (band.to && *band.to <= band.from), group + ".table", group + ".table.from");
    out.requires_key(banded && !band.percent && !band.amount, group + ".table", group + ".table.percent");
    out.contradicts(band.percent && band.amount, group + ".table.percent", group + ".table.amount");
    out.contradicts(of_month && band.amount, group + ".basis", group + ".table.amount");
    out.contradicts(of_hour && band.percent, group + ".basis", group + ".table.percent");
  }
}

inline void check_funding(const funding_rules& rules, conflict_list& out) {
  const surcharge_rules& surcharges = rules.surcharges;
  const bool split = surcharges.bearer == surcharge_bearer::split;
  out.requires_key(split && !surcharges.split, "funding.surcharges.bearer", "funding.surcharges.split_pct");
  out.needs(!split && surcharges.split.has_value(), "funding.surcharges.split_pct", "funding.surcharges.bearer",
            "split");
  out.requires_key(surcharges.percent.evening > percentage() && !surcharges.evening_window,
                   "funding.surcharges.percent.evening", "funding.surcharges.evening_window");
  out.requires_key(surcharges.percent.custom > percentage() && !surcharges.custom_window,
                   "funding.surcharges.percent.custom", "funding.surcharges.custom_window");
  for (std::size_t i = 0; i < rules.order.size(); ++i) {
    out.add(rules.order[i].empty(), rul_empty_name, "funding.order", {}, {});
    for (std::size_t j = 0; j < i; ++j)
      out.add(rules.order[i] == rules.order[j], rul_named_twice, "funding.order", {}, rules.order[i]);
  }
  for (const funder_rules& funder : rules.per_funder) {
    check_participation(funder.participation, out);
    const bool complement = funder.nature == funding_nature::complement;
    out.requires_key(complement && !funder.percent, "funding.per_funder.nature", "funding.per_funder.percent");
    out.needs(!complement && funder.percent.has_value(), "funding.per_funder.percent", "funding.per_funder.nature",
              "complement");
    out.needs(!complement && funder.max.has_value(), "funding.per_funder.max", "funding.per_funder.nature",
              "complement");
  }
}

inline void check_correction(const correction_rules& rules, conflict_list& out) {
  using enum correction_penalty;
  const bool by_threshold =
      rules.penalty == alert || rules.penalty == refuse_excess || rules.penalty == reduction || rules.penalty == bonus;
  out.requires_key(by_threshold && !rules.threshold_pct, "correction.penalty", "correction.threshold_pct");
  out.requires_key(rules.penalty == reduction && !rules.k, "correction.penalty", "correction.k");
  out.requires_key(rules.penalty == tiers && rules.tiers.empty(), "correction.penalty", "correction.tiers");
  out.needs(rules.penalty != reduction && rules.k.has_value(), "correction.k", "correction.penalty", "reduction");
  out.needs(rules.penalty != reduction && rules.cap_pct.has_value(), "correction.cap_pct", "correction.penalty",
            "reduction");
  out.needs(rules.penalty != tiers && !rules.tiers.empty(), "correction.tiers", "correction.penalty", "tiers");
  for (std::size_t i = 0; i < rules.tiers.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      out.add(rules.tiers[i].from_pct == rules.tiers[j].from_pct, rul_named_twice, "correction.tiers", {},
              to_string(rules.tiers[i].from_pct));
    }
  }
}

inline void check_invoicing(const invoicing_rules& rules, conflict_list& out) {
  const auto& advance = rules.advance;
  out.requires_key(advance.enabled && !advance.pct, "invoicing.advance.enabled", "invoicing.advance.pct");
  out.requires_key(advance.enabled && advance.base == advance_base::avg_months && !advance.base_months,
                   "invoicing.advance.base", "invoicing.advance.base_months");
  out.requires_key(advance.recover == advance_recovery::spread && !advance.spread_months, "invoicing.advance.recover",
                   "invoicing.advance.spread_months");
  out.needs(advance.base != advance_base::avg_months && advance.base_months.has_value(),
            "invoicing.advance.base_months", "invoicing.advance.base", "avg_months");
  out.needs(advance.recover != advance_recovery::spread && advance.spread_months.has_value(),
            "invoicing.advance.spread_months", "invoicing.advance.recover", "spread");
  out.add(rules.numbering.invoice.empty(), rul_empty_name, "invoicing.numbering.invoice", {}, {});
  out.add(rules.numbering.credit_note.empty(), rul_empty_name, "invoicing.numbering.credit_note", {}, {});
  out.add(rules.numbering.company && rules.numbering.company->empty(), rul_empty_name, "invoicing.numbering.company",
          {}, {});
  out.contradicts(rules.numbering.invoice == rules.numbering.credit_note, "invoicing.numbering.invoice",
                  "invoicing.numbering.credit_note");
}

inline void check_cpom(const cpom_rules& rules, conflict_list& out) {
  for (std::size_t i = 0; i < rules.objectives.size(); ++i) {
    out.add(rules.objectives[i].name.empty(), rul_empty_name, "cpom.objectives", {}, {});
    for (std::size_t j = 0; j < i; ++j) {
      out.add(rules.objectives[i].name == rules.objectives[j].name, rul_named_twice, "cpom.objectives", {},
              rules.objectives[i].name);
    }
  }
  for (const auto& advance : rules.advances)
    out.requires_key(!advance.month, "cpom.advances", "cpom.advances.month");
  out.requires_key(rules.envelope.flexibility_pct && !rules.envelope.amount, "cpom.envelope.flexibility_pct",
                   "cpom.envelope.amount");
}

inline bool overlap(const code_map_entry& a, const code_map_entry& b) {
  const bool a_first = a.issued_to && b.issued_from && *a.issued_to < *b.issued_from;
  const bool b_first = b.issued_to && a.issued_from && *b.issued_to < *a.issued_from;
  return !a_first && !b_first;
}

inline void check_stamps(const stamp_rules& rules, conflict_list& out) {
  for (std::size_t i = 0; i < rules.code_map.size(); ++i) {
    const code_map_entry& one = rules.code_map[i];
    out.add(one.issued_from && one.issued_to && *one.issued_to < *one.issued_from, rul_contradiction, "stamps.code_map",
            {}, "issued_from > issued_to");
    for (std::size_t j = 0; j < i; ++j) {
      out.add(one.producer == rules.code_map[j].producer && overlap(one, rules.code_map[j]), rul_code_map_overlap,
              "stamps.code_map", {}, {});
    }
  }
  for (std::size_t i = 0; i < rules.reason_required.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      out.add(rules.reason_required[i] == rules.reason_required[j], rul_named_twice, "stamps.reason_required", {},
              std::string(name_of(rules.reason_required[i])));
    }
  }
}

}  // namespace detail

/// The keys that do not go together; empty for a consistent rule set, such as the neutral one.
inline std::vector<rule_conflict> conflicts_of(const rule_set& rules) {
  detail::conflict_list out;
  detail::check_calendar(rules.calendar, out);
  detail::check_stamps(rules.stamps, out);
  detail::check_duration(rules.duration, out);
  detail::check_smoothing(rules.smoothing, out);
  detail::check_funding(rules.funding, out);
  detail::check_correction(rules.correction, out);
  detail::check_invoicing(rules.invoicing, out);
  detail::check_cpom(rules.cpom, out);
  return std::move(out.found);
}

}  // namespace esppadom::inline ESPPADOM_ABI
