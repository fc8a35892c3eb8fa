// Whether visits and invoices echo their orders (messages reference, section 1, rules E1 to E4), and whether a visit
// stands twice (variant V26).
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "esppadom/oversight/batch/look_up.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace batch {

inline std::string time_text(std::int64_t seconds) {
  return seconds == no_time ? std::string("?") : to_string(local_time{seconds, 0});
}

class echo_checks {
 public:
  explicit echo_checks(const context& in) : in_(in) {}

  void run() {
    if (in_.all().orders.empty()) {
      const auto count = in_.all().visits.size() + in_.all().invoices.size();
      if (count > 0) in_.say(batch_findings::no_orders, {std::to_string(count)});
    } else {
      for (const visit_record& one : in_.all().visits) {
        if (one.state != visit_state::stamps_only && one.state != visit_state::deleted && !one.replaced) check(one);
      }
      for (const invoice_record& one : in_.all().invoices)
        check(one);
      for (const auto& [order, missing] : unknown_) {
        in_.say(batch_findings::unknown_order, *missing.first, missing.path,
                {in_.text(order), std::to_string(missing.count)});
      }
    }
    check_same_visits();
  }

 private:
  struct missing_order {
    const message_record* first = nullptr;
    std::string path;
    std::size_t count = 0;
  };
  struct role {
    const char* en;
    const char* fr;
  };

  // The order of that number that counts; null when the batch does not hold it.
  const order_record* order_named(number id) const {
    for (const auto& [key, index] : in_.orders().of(id)) {
      if (!in_.all().orders[index].replaced) return &in_.all().orders[index];
    }
    return nullptr;
  }

  // The order a line number belongs to: of the same beneficiary, valid at the time if one is.
  const order_record* order_of_line(number line, number beneficiary, std::int64_t when) const {
    const order_record* found = nullptr;
    for (const auto& [key, index] : in_.orders_of_line().of(look_up::both(line, in_.key(beneficiary)))) {
      const order_record& one = in_.all().orders[index];
      if (found == nullptr || is_valid_at(one, when)) found = &one;
    }
    return found;
  }

  static bool is_valid_at(const order_record& one, std::int64_t when) { return one.start <= when && when < one.end; }

  void note_unknown(number order, const message_record& about, std::string path) {
    auto& entry = unknown_[order];
    if (entry.first == nullptr) entry = {&about, std::move(path), 0};
    ++entry.count;
  }

  void party(const message_record& about, number said, number ordered, const order_record& order, const role& who,
             std::string path) const {
    if (in_.same_party(said, ordered)) return;
    in_.say(batch_findings::other_party, about, std::move(path), {who.en, who.fr, in_.text(order.id)});
  }

  // Line and service of a visit or an invoice line against the order (E3, E4).
  void line(const message_record& about, const order_record& order, number named, const service_codes& service,
            const std::string& line_path, const std::string& service_path) const {
    const order_line_record* same_service = nullptr;
    for (const auto& one : in_.lines_of(order)) {
      const bool fits = may_be_same(one.service, service);
      if (named != 0 && one.id == named) {
        if (!fits) say_other_service(about, one, service, service_path);
        return;
      }
      if (fits) same_service = &one;
    }
    if (named != 0) {
      in_.say(batch_findings::unknown_order_line, about, line_path, {in_.text(named), in_.text(order.id)});
    } else if (same_service == nullptr && order.lines > 0) {
      say_other_service(about, in_.lines_of(order).front(), service, service_path);
    }
  }

  void say_other_service(const message_record& about, const order_line_record& ordered, const service_codes& said,
                         const std::string& path) const {
    in_.say(batch_findings::other_service, about, path,
            {in_.text(said), in_.text(ordered.service), in_.text(ordered.id)});
  }

  // -- DELIVERY -------------------------------------------------------------------------------------------------------

  void check(const visit_record& one) {
    const order_record* order = order_named(one.order);
    if (one.order != 0 && order == nullptr) {
      note_unknown(one.order, one, "order_refs[1].order_id");
      return;
    }
    const auto lines = in_.lines_of(one);
    for (std::size_t i = 0; i < lines.size() && order == nullptr; ++i)
      order = order_of_line(lines[i].order_line, one.beneficiary, one.start);
    if (order == nullptr) {
      check_without_order(one);
      return;
    }
    party(one, one.beneficiary, order->beneficiary, *order, {"beneficiary", "Le bénéficiaire"}, "beneficiary");
    party(one, one.provider, order->provider, *order, {"provider", "Le prestataire"}, "provider");
    if (order->payer == 0 || !in_.same_party(one.ordering_party, order->payer)) {
      party(one, one.ordering_party, order->ordering_party, *order, {"ordering party", "Le donneur d'ordre"},
            "order_refs[1].issuer");
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string path = numbered("lines", i);
      line(one, *order, lines[i].order_line, lines[i].service, path + ".order_line_id", path + ".service");
    }
    if (one.start != no_time && order->start != no_time && !is_valid_at(*order, one.start)) {
      in_.say(batch_findings::outside_validity, one, "retained_period",
              {time_text(one.start), time_text(one.end), in_.text(order->id)});
    }
  }

  // The line is in no order; that says something only when the batch has an order of the beneficiary.
  void check_without_order(const visit_record& one) const {
    const auto orders = in_.orders_of_beneficiary().of(in_.key(one.beneficiary));
    const auto lines = in_.lines_of(one);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].order_line == 0) continue;
      for (const auto& [key, index] : orders) {
        const order_record& order = in_.all().orders[index];
        if (in_.key(order.provider) != in_.key(one.provider)) continue;
        in_.say(batch_findings::unknown_order_line, one, numbered("lines", i) + ".order_line_id",
                {in_.text(lines[i].order_line), in_.text(order.id)});
        return;
      }
    }
  }

  // -- INVOICE --------------------------------------------------------------------------------------------------------

  void check(const invoice_record& one) {
    number last = 0;
    const auto lines = in_.lines_of(one);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const invoice_line_record& each = lines[i];
      if (each.order == 0) continue;
      const std::string path = numbered("lines", i);
      const bool own = each.order != one.order;
      const order_record* order = order_named(each.order);
      if (order == nullptr) {
        if (each.order != last) {
          note_unknown(each.order, one, own ? path + ".order_ref.order_id" : "order_ref.order_id");
        }
        last = each.order;
        continue;
      }
      if (each.order != last) check_head(one, *order);
      last = each.order;
      party(one, each.beneficiary, order->beneficiary, *order, {"beneficiary", "Le bénéficiaire"},
            each.beneficiary == one.beneficiary ? "beneficiary" : path + ".beneficiary");
      line(one, *order, each.order_line, each.service, path + ".order_ref.order_line_id", path + ".service");
    }
  }

  void check_head(const invoice_record& one, const order_record& order) const {
    party(one, one.provider, order.provider, order, {"provider", "Le prestataire"}, "provider");
    party(one, one.ordering_party, order.ordering_party, order, {"ordering party", "Le donneur d'ordre"},
          "ordering_party");
    if (one.start == no_time || order.start == no_time) return;
    if (one.start >= order.end || one.end <= order.start) {
      in_.say(batch_findings::bill_outside_validity, one, "billing_period", {"billing_period", in_.text(order.id)});
    }
  }

  // -- V26 ------------------------------------------------------------------------------------------------------------

  void check_same_visits() const {
    std::vector<const visit_record*> made;
    for (const visit_record& one : in_.all().visits) {
      const bool counts = one.state == visit_state::made && !one.replaced && one.caregiver != 0;
      if (counts && one.start != no_time && one.end > one.start) made.push_back(&one);
    }
    const auto whose = [&](const visit_record& one) {
      return std::tuple(in_.key(one.provider), in_.key(one.beneficiary), one.caregiver);
    };
    std::sort(made.begin(), made.end(), [&](const visit_record* a, const visit_record* b) {
      return std::tuple(whose(*a), a->start, in_.text(a->id)) < std::tuple(whose(*b), b->start, in_.text(b->id));
    });
    const visit_record* longest = nullptr;
    for (const visit_record* one : made) {
      const bool same = longest != nullptr && whose(*longest) == whose(*one);
      if (same && one->start < longest->end && one->id != longest->id) {
        in_.say(batch_findings::same_visit_two_ids, *one, "retained_period",
                {in_.text(one->id), in_.text(longest->id)});
      }
      if (!same || one->end > longest->end) longest = one;
    }
  }

  const context& in_;
  std::map<number, missing_order> unknown_;
};

}  // namespace batch
}  // namespace esppadom::inline ESPPADOM_ABI
