#include "exchange/explanation_steps.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

using namespace detail;

class text_report {
 public:
  text_report(const explanation& one, const rule_book& book, language in) : one_(one), say_(one, book, in) {}

  std::string str() {
    heading();
    shares();
    lines();
    return std::move(out_) + steps_as_text(one_.log, say_);
  }

 private:
  void line(const std::string& text) { out_ += text + "\n"; }
  void title(std::string_view en, std::string_view fr) { out_ += text_heading(say_.say(en, fr)); }
  std::string ref(std::int32_t step) const { return " [" + std::to_string(step) + "]"; }

  void heading() {
    line(std::string(say_.say("Visit ", "Intervention ")) + one_.delivery + ", " +
         std::string(say_.say("provider ", "prestataire ")) + one_.provider + ", " + say_.month(one_.month));
    if (!one_.order_line.empty()) {
      line(std::string(say_.say("Order ", "Commande ")) + one_.order_id + ", " +
           std::string(say_.say("line ", "ligne ")) + one_.order_line + ", " +
           std::string(say_.say("service ", "prestation ")) + one_.service);
    }
    if (one_.unit) {
      line(std::string(say_.say("Counted in units, not in time: one hour below stands for one ",
                                "Comptée en unités et non en temps : une heure ci-dessous vaut une unité ")) +
           *one_.unit);
    }
    for (const auto& row : one_.unbilled) {
      std::string text = std::string(say_.say("Not billed: ", "Non facturé : ")) +
                         std::string(say_.say(words_of(row.reason).en, words_of(row.reason).fr));
      if (row.amount_at_stake) {
        text += std::string(say_.say(", at stake ", ", en jeu ")) +
                say_.number(trace_number_of(*row.amount_at_stake), trace_unit::euro);
      }
      line(text);
    }
    if (one_.unbilled.empty() && one_.reason != unbilled_reason::none) {
      line(std::string(say_.say("Not billed: ", "Non facturé : ")) +
           std::string(say_.say(words_of(one_.reason).en, words_of(one_.reason).fr)));
    }
    if (!one_.held.empty()) {
      line(
          std::string(say_.say("A difference waits and is on no document of this run.",
                               "Une différence est en attente et ne figure sur aucun document de cette facturation.")));
    }
  }

  void shares() {
    title("Result", "Résultat");
    if (one_.time >= 0)
      line("  " + std::string(say_.say("time billed: ", "temps facturé : ")) + say_.value_of(one_.time) +
           ref(one_.time));
    if (one_.price >= 0) {
      line("  " + std::string(say_.say("price: ", "prix : ")) + say_.value_of(one_.price) + " (" +
           to_string(one_.log.result(one_.price)) + ")" + ref(one_.price));
    }
    for (const auto& share : one_.shares) {
      line("  " + say_.party(share) + std::string(say_.say(": ", " : ")) + say_.value_of(share.step) + " (" +
           to_string(one_.log.result(share.step)) + ")" + ref(share.step));
    }
    if (one_.check >= 0) {
      line("  " + std::string(say_.say("price less all shares: ", "prix moins toutes les parts : ")) +
           say_.value_of(one_.check) + ref(one_.check));
    }
  }

  void lines() {
    if (one_.lines.empty()) return;
    title("On invoices", "Sur les factures");
    for (const auto& each : one_.lines) {
      line("  " + say_.month(each.key.month) + ", " + std::string(say_.say("line ", "ligne ")) + each.key.order_line +
           ", " + say_.number(trace_number_of(each.key.price), trace_unit::euro_per_hour) + ", " +
           std::to_string(each.visits) + std::string(say_.say(" visit(s): ", " intervention(s) : ")) +
           say_.value_of(each.time) + ", " + say_.value_of(each.price) + ref(each.price));
      for (const auto& share : each.shares) {
        std::string text = "    " + say_.party(share) + std::string(say_.say(": ", " : ")) + say_.value_of(share.step) +
                           ref(share.step);
        if (share.difference >= 0) {
          text += std::string(say_.say(", of it to invoice now ", ", dont à facturer maintenant ")) +
                  say_.value_of(share.difference) + ref(share.difference);
        }
        line(text);
      }
    }
    for (const auto& each : one_.documents) {
      line("  " + std::string(say_.say("document ", "document ")) + each.id + " (" + each.payer + ")" +
           std::string(say_.say(": line of ", " : ligne de ")) +
           say_.number(trace_number_of(each.amount), trace_unit::euro));
    }
  }

  const explanation& one_;
  explainer say_;
  std::string out_;
};

}  // namespace

std::string write_text(const explanation& one, const rule_book& book, language in) {
  return text_report(one, book, in).str();
}

}  // namespace esppadom::inline ESPPADOM_ABI
