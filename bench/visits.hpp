// The visits every benchmark measures with: reproducible, of the usual lengths, by beneficiary and day.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "esppadom/bill.hpp"

namespace esppadom::bench {

/// xorshift64*: the same visits on every machine.
class numbers {
 public:
  explicit numbers(std::uint64_t seed) : state_(seed) {}
  std::int64_t below(std::int64_t limit) {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return static_cast<std::int64_t>((state_ * 0x2545F4914F6CDD1Du) >> 33) % limit;
  }

 private:
  std::uint64_t state_;
};

inline constexpr int visits_of_a_beneficiary = 20;  // the average month of the reference volumes

inline party named(std::string id, std::string name) {
  party who;
  who.ids.push_back({std::move(id), "token", "token"});
  who.name = std::move(name);
  return who;
}

inline esppadom::service home_help() {
  esppadom::service service;
  service.codes.push_back({"APA-HR", "CD99_PRESTATIONS", "CD99"});
  service.codes.push_back({"APA", "ESPPADOM_TYPE_AIDE", "EDESS"});
  service.label = "Aide à domicile";
  return service;
}

inline order plan_of(int beneficiary) {
  order plan;
  const auto number = std::to_string(beneficiary);
  plan.message_version = "1.4";
  plan.order_id = "CMD-" + number;
  plan.issued_at = local_time::of(2026, 1, 15, 9, 0).value();
  plan.validity_period.start = local_time::of(2026, 1, 1, 0, 0).value();
  plan.provider = named("SAAD" + std::to_string(beneficiary % 60), "SAAD Exemple");
  plan.ordering_party = named("CD99", "Département exemple");
  plan.beneficiary = named("B" + number, "Personne Fictive");
  order_line line;
  line.order_line_id = "PLAN-" + number;
  line.tariff = price{unit_price::from_e6(24'580'000), "EUR"};
  line.requested_quantity = measure{{20, 0}, "HUR"};
  line.requested_period = measure{{1, 0}, "MON"};
  allowance_charge participation;
  participation.percent = percentage::from_e4(136'192);
  participation.reason_code.value = "PARTICIPATION";
  line.amounts.push_back(participation);
  line.service = home_help();
  plan.lines.push_back(line);
  return plan;
}

inline delivery visit_of(int beneficiary, int index, numbers& with) {
  const auto number = std::to_string(beneficiary);
  const auto start = local_time{local_time::of(2026, 10, 1, 7, 0).value().seconds + (index % 30) * 86400 +
                                    (index / 30) * 18000 + with.below(7200),
                                0};
  const local_time end{start.seconds + 900 + with.below(7200), 0};
  delivery visit;
  visit.message_version = "1.4";
  visit.transaction_id = "LOT-1";
  visit.delivery_id = "DLV-" + number + "-" + std::to_string(index);
  visit.issued_at = local_time::of(2026, 11, 5, 10, 15).value();
  delivery_order_ref reference;
  reference.issuer = named("CD99", "Département exemple");
  visit.order_refs.push_back(reference);
  visit.beneficiary = named("B" + number, "Personne Fictive");
  visit.beneficiary.first_name = "Personne";
  visit.beneficiary.last_name = "Fictive";
  visit.beneficiary.birth_date = local_date::of(1940, 3, 12).value();
  visit.provider = named("SAAD" + std::to_string(beneficiary % 60), "SAAD Exemple");
  visit.provider.siret = "12345678901234";
  party_contact caregiver;
  caregiver.id = identifier{"C" + std::to_string(with.below(5000)), "token", "token"};
  caregiver.person_name = "INTERVENANT Fictif";
  caregiver.type_code = code{"INT", "ESPPADOM_CONTACT_PRESTATAIRE", "EDESS"};
  visit.provider.contacts.push_back(caregiver);
  party_address address;
  address.line_one = "1 place de la Mairie";
  address.postcode = "99000";
  address.city = "Exempleville";
  address.country = code{"FR", {}, {}};
  visit.beneficiary.address = address;
  visit.provider.address = address;
  visit.correction_code = code{"", "ESPPADOM_EFFECTIVITY_AJUST", "EDESS"};
  visit.retained_period = {start, end, {}};
  const code badge{"BDG", "ESPPADOM_TIMESTAMP_METHOD", "EDESS"};
  visit.stamps = stamp_pair{stamp{start, badge, badge, {}}, stamp{end, badge, badge, {}}, {}};
  delivery_line line;
  line.line_id = "1";
  line.order_line_id = "PLAN-" + number;
  line.billed_quantity =
      measure{to_hours(exact_duration(duration::of_seconds(end.seconds - start.seconds))).value(), "HUR"};
  line.care_mode = code{"PRE", "ESPPADOM_CADRE", "EDESS"};
  line.service = home_help();
  visit.lines.push_back(line);
  return visit;
}

struct month_of_visits {
  std::vector<order> orders;
  std::vector<delivery> deliveries;
};

inline month_of_visits month_of(int visits) {
  month_of_visits month;
  numbers with(20261001);
  for (int i = 0; i < visits; ++i) {
    const int beneficiary = i / visits_of_a_beneficiary;
    if (i % visits_of_a_beneficiary == 0) month.orders.push_back(plan_of(beneficiary));
    month.deliveries.push_back(visit_of(beneficiary, i % visits_of_a_beneficiary, with));
  }
  return month;
}

/// Quarter hours, a Sunday surcharge, hours carried over five months.
inline rule_set usual_rules() {
  rule_set rules;
  rules.duration.rounding.object = rounding_object::duration;
  rules.duration.rounding.step = duration::of_minutes(15);
  rules.smoothing.carry.enabled = true;
  rules.smoothing.carry.horizon_periods = 5;
  rules.smoothing.carry.may_exceed_ceiling = true;
  rules.funding.surcharges.percent.sunday = percentage::from_percent(20);
  return rules;
}

}  // namespace esppadom::bench
