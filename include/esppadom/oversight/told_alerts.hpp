// Alerts that are told once: what a day's alerts change beside those that a ledger knows as told. Billing rules
// reference, section 9 (inferred, medium: no reference says how long an alert stands).
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/billing/ledger.hpp"
#include "esppadom/oversight/alerts.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What happened to an alert.
enum class alert_change : std::uint8_t { begun, ended };

template <>
struct enum_names<alert_change> {
  static constexpr enum_name<alert_change> items[] = {{alert_change::begun, "begun"}, {alert_change::ended, "ended"}};
};

/// An alert that is to be told, or one told before whose cause is gone.
struct alert_event {
  alert_change change = alert_change::begun;
  std::string id;
  alert_kind kind = alert_kind::plan_expiring;
  local_date date;
  std::string beneficiary;
  std::string provider;
  std::string subject;
  std::optional<exact_duration> seconds;  ///< of one that begins
  local_date told_on;

  friend bool operator==(const alert_event&, const alert_event&) = default;
};

template <>
inline constexpr auto description<alert_event> =
    fields(field<&alert_event::change>("changement"), field<&alert_event::id>("n° d'alerte"),
           field<&alert_event::kind>("nature"), field<&alert_event::date>("date"),
           field<&alert_event::beneficiary>("bénéficiaire"), field<&alert_event::provider>("prestataire"),
           field<&alert_event::subject>("objet"), field<&alert_event::seconds>("temps concerné (s)"),
           field<&alert_event::told_on>("signalée le"));

/// What changed, by change, date, then identifier; and how many were told before and still stand.
struct alert_news {
  std::vector<alert_event> events;
  std::int64_t standing = 0;
};

/// Whether the cause of such an alert may outlive its month: it is looked for in that month again, as long as nothing
/// says that it is gone. The others are over with their time: an order that ended, a month that passed.
constexpr bool outlives_its_month(alert_kind kind) {
  return kind == alert_kind::incomplete_call || kind == alert_kind::unstamped_visit || kind == alert_kind::overrun ||
         kind == alert_kind::underuse || kind == alert_kind::visit_during_absence ||
         kind == alert_kind::unqualified_caregiver;
}

namespace detail {

/// The alerts of one beneficiary brought to a day.
class alert_teller {
 public:
  alert_teller(beneficiary_ledger& part, local_date today) : part_(part), today_(today) {
    for (auto& one : part.alerts)
      known_.insert_or_assign(one.id, std::move(one));
    part.alerts.clear();
  }

  /// One of today's. A longer watch over a visit includes the shorter ones: these stand as long as it does.
  void stands(const alert& one) {
    standing_.insert(one.id);
    if (one.kind == alert_kind::late_start) late_.insert({one.provider, one.subject});
    const auto [at, is_new] = known_.try_emplace(one.id);
    auto& kept = at->second;
    if (!is_new && !kept.ended_on) return;
    kept = {one.id, one.kind, one.date, one.provider, one.subject, today_, std::nullopt};
    begun_.insert(one.id);
    news_.events.push_back({alert_change::begun, one.id, one.kind, one.date, part_.beneficiary, one.provider,
                            one.subject, one.seconds, today_});
  }

  template <class IsAsked>
  void finish(const IsAsked& is_asked) {
    for (auto& [id, kept] : known_) {
      const bool still = standing_.contains(id) ||
                         (kept.kind == alert_kind::late_start && late_.contains({kept.provider, kept.subject}));
      if (!kept.ended_on && is_asked(part_.beneficiary, kept) && kept.told_on <= today_) {
        if (!still) end(kept);
        if (still && !begun_.contains(id)) ++news_.standing;
      }
      part_.alerts.push_back(std::move(kept));
    }
  }

  [[nodiscard]] const alert_news& news() const { return news_; }

 private:
  void end(told_alert& kept) {
    kept.ended_on = today_;
    news_.events.push_back({alert_change::ended, kept.id, kept.kind, kept.date, part_.beneficiary, kept.provider,
                            kept.subject, std::nullopt, kept.told_on});
  }

  beneficiary_ledger& part_;
  local_date today_;
  std::map<std::string, told_alert> known_;
  std::set<std::string, std::less<>> standing_, begun_;
  std::set<std::pair<std::string, std::string>> late_;  // provider, subject
  alert_news news_;
};

}  // namespace detail

/// Brings the alerts of a ledger to a day. What stands `now` and is not known, or is known as ended, is told and kept;
/// what is known as standing and stands no more ends on this day. `is_asked(beneficiary, told_alert)` says what the
/// question was about: the rest is neither told nor ended. What was told on a later day stays as it is. Asked again on
/// the same day, nothing is new and `facts` stay the same. Beneficiaries that `facts` lack are added.
/// Example: an order that ends in July is told on 15 May; on 16 May it stands and is not told; when it is renewed on 2
/// June, the alert ends on that day; when the renewal is withdrawn on 9 June, it is told again.
template <class IsAsked>
alert_news tell_alerts(ledger& facts, const std::vector<alert>& now, local_date today, const IsAsked& is_asked) {
  std::map<std::string, std::vector<const alert*>> by_beneficiary;
  for (const auto& one : now)
    by_beneficiary[one.beneficiary].push_back(&one);
  for (const auto& [beneficiary, alerts] : by_beneficiary) {
    if (find_beneficiary(facts, beneficiary)) continue;
    beneficiary_ledger part;
    part.beneficiary = beneficiary;
    facts.beneficiaries.insert(
        std::lower_bound(facts.beneficiaries.begin(), facts.beneficiaries.end(), beneficiary,
                         [](const auto& one, const std::string& id) { return one.beneficiary < id; }),
        std::move(part));
  }
  alert_news all;
  for (auto& part : facts.beneficiaries) {
    detail::alert_teller teller(part, today);
    if (const auto at = by_beneficiary.find(part.beneficiary); at != by_beneficiary.end()) {
      for (const auto* one : at->second)
        teller.stands(*one);
    }
    teller.finish(is_asked);
    all.events.insert(all.events.end(), teller.news().events.begin(), teller.news().events.end());
    all.standing += teller.news().standing;
  }
  std::sort(all.events.begin(), all.events.end(), [](const alert_event& a, const alert_event& b) {
    return std::tie(a.change, a.date, a.id) < std::tie(b.change, b.date, b.id);
  });
  return all;
}

}  // namespace esppadom::inline ESPPADOM_ABI
