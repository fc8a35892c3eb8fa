#include "exchange/explanation_steps.hpp"
#include "exchange/html.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

using namespace detail;

class html_report {
 public:
  html_report(const explanation& one, const rule_book& book, language in) : one_(one), say_(one, book, in) {}

  std::string str() {
    const auto name = std::string(say_.say("Visit ", "Intervention ")) + one_.delivery;
    out_ = html_page_begin(name, say_);
    facts();
    shares();
    lines();
    return std::move(out_) + steps_as_html(one_.log, say_) + html_page_end();
  }

 private:
  void heading(std::string_view en, std::string_view fr) { out_ += "<h2>" + html_text(say_.say(en, fr)) + "</h2>\n"; }
  void begin_table(std::string_view en, std::string_view fr) {
    out_ += "<table>\n<caption>" + html_text(say_.say(en, fr)) + "</caption>\n";
  }
  void row(std::string_view name, std::string_view value) {
    out_ += "<tr><th scope=\"row\">" + html_text(name) + "</th><td>" + html_text(value) + "</td></tr>\n";
  }
  void step_row(std::string_view name, std::int32_t step) {
    if (step < 0) return;
    out_ += "<tr><th scope=\"row\">" + html_text(name) + "</th><td class=\"n\">" + html_text(say_.value_of(step)) +
            "</td><td class=\"n\">" + html_text(to_string(one_.log.result(step))) + "</td><td>" + step_link(step) +
            "</td></tr>\n";
  }
  void facts() {
    begin_table("The visit", "L'intervention");
    row(say_.say("provider", "prestataire"), one_.provider);
    row(say_.say("beneficiary", "bénéficiaire"), one_.beneficiary);
    row(say_.say("month", "mois"), say_.month(one_.month));
    if (!one_.order_line.empty()) {
      row(say_.say("order", "commande"), one_.order_id);
      row(say_.say("order line", "ligne de commande"), one_.order_line);
      row(say_.say("service", "prestation"), one_.service);
    }
    if (one_.unit)
      row(say_.say("counted in (one hour below stands for one)", "comptée en (une heure ci-dessous en vaut une)"),
          *one_.unit);
    for (const auto& each : one_.unbilled) {
      auto text = std::string(words_of(each.reason).in(say_.french() ? language::french : language::english));
      if (each.amount_at_stake) {
        text += std::string(say_.say(", at stake ", ", en jeu ")) +
                say_.number(trace_number_of(*each.amount_at_stake), trace_unit::euro);
      }
      row(say_.say("not billed", "non facturé"), text);
    }
    out_ += "</table>\n";
  }

  void columns(std::string_view en, std::string_view fr) {
    out_ += "<tr><th scope=\"col\">" + html_text(say_.say(en, fr)) + "</th><th scope=\"col\">" +
            html_text(say_.say("amount", "montant")) + "</th><th scope=\"col\">" +
            html_text(say_.say("exact", "exact")) + "</th><th scope=\"col\">" + html_text(say_.say("step", "étape")) +
            "</th></tr>\n";
  }

  void shares() {
    begin_table("Result", "Résultat");
    columns("what", "quoi");
    step_row(say_.say("time billed", "temps facturé"), one_.time);
    step_row(say_.say("price", "prix"), one_.price);
    for (const auto& share : one_.shares)
      step_row(say_.party(share), share.step);
    step_row(say_.say("price less all shares", "prix moins toutes les parts"), one_.check);
    out_ += "</table>\n";
  }

  void lines() {
    if (one_.lines.empty()) return;
    heading("On invoices", "Sur les factures");
    for (const auto& each : one_.lines) {
      const auto name = say_.month(each.key.month) + ", " + std::string(say_.say("line ", "ligne ")) +
                        each.key.order_line + ", " +
                        say_.number(trace_number_of(each.key.price), trace_unit::euro_per_hour);
      begin_table(name, name);
      columns("what", "quoi");
      step_row(say_.say("time", "temps"), each.time);
      step_row(say_.say("price", "prix"), each.price);
      for (const auto& share : each.shares) {
        step_row(say_.party(share), share.step);
        if (share.difference >= 0)
          step_row(say_.say("of it to invoice now", "dont à facturer maintenant"), share.difference);
      }
      out_ += "</table>\n";
    }
    if (one_.documents.empty()) return;
    begin_table("Documents", "Documents");
    for (const auto& each : one_.documents)
      row(each.id + " (" + each.payer + ")", say_.number(trace_number_of(each.amount), trace_unit::euro));
    out_ += "</table>\n";
  }

  const explanation& one_;
  explainer say_;
  std::string out_;
};

}  // namespace

std::string write_html(const explanation& one, const rule_book& book, language in) {
  return html_report(one, book, in).str();
}

}  // namespace esppadom::inline ESPPADOM_ABI
