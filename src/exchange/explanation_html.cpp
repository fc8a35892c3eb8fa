#include <vector>

#include "exchange/explanation_words.hpp"
#include "exchange/html.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

using detail::explainer;
using detail::html_text;

// Black on white, readable without colours; on paper every part is open.
constexpr std::string_view style =
    "body{font:16px/1.5 system-ui,sans-serif;color:#111;background:#fff;max-width:60rem;margin:2rem auto;padding:0 "
    "1rem}"
    "h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}table{border-collapse:collapse;margin:.5rem 0}"
    "caption{text-align:left;font-weight:bold;padding:.3rem 0}th,td{border:1px solid #666;padding:.3rem .6rem;"
    "text-align:left;vertical-align:top}td.n{text-align:right;white-space:nowrap}ol{list-style:none;padding-left:1."
    "2rem;"
    "border-left:2px solid #ccc}li{margin:.3rem 0}summary{cursor:pointer;font-weight:bold}.v{font-weight:bold}"
    ".s{color:#333}a{color:#0b3d91}:target{background:#fff3c4}"
    "@media print{body{font-size:11px;max-width:none}summary{list-style:none}a{color:inherit;text-decoration:none}}";

class html_report {
 public:
  html_report(const explanation& one, const rule_book& book, language in)
      : one_(one), say_(one, book, in), children_(one.log.steps().size() + 1) {
    for (std::size_t i = 0; i < one.log.steps().size(); ++i)
      children_[static_cast<std::size_t>(one.log.steps()[i].parent + 1)].push_back(static_cast<std::int32_t>(i));
  }

  std::string str() {
    const auto name = std::string(say_.say("Visit ", "Intervention ")) + one_.delivery;
    out_ = "<!DOCTYPE html>\n<html lang=\"" + std::string(say_.say("en", "fr")) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
           "initial-scale=1\">\n<title>" +
           html_text(name) + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n<main>\n<h1>" +
           html_text(name) + "</h1>\n";
    facts();
    shares();
    lines();
    if (!one_.log.steps().empty()) {
      heading("How it comes about", "Comment on y arrive");
      list(children_[0]);
    }
    return std::move(out_) + "</main>\n</body>\n</html>\n";
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
            "</td><td class=\"n\">" + html_text(to_string(one_.log.result(step))) + "</td><td>" + link(step) +
            "</td></tr>\n";
  }
  static std::string link(std::int32_t step) {
    const auto number = std::to_string(step);
    return "<a href=\"#s" + number + "\">" + number + "</a>";
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

  void list(const std::vector<std::int32_t>& steps) {
    if (steps.empty()) return;
    out_ += "<ol>\n";
    for (const auto step : steps)
      item(step);
    out_ += "</ol>\n";
  }

  void item(std::int32_t at) {
    const auto& step = one_.log.steps()[static_cast<std::size_t>(at)];
    const auto number = std::to_string(at);
    if (step.operation == trace_operation::group) {
      out_ += "<li id=\"s" + number + "\"><details open><summary>" + html_text(say_.title(at)) + "</summary>\n";
      if (const auto why = say_.purpose(at); !why.empty()) out_ += "<p class=\"s\">" + html_text(why) + "</p>\n";
      list(children_[static_cast<std::size_t>(at) + 1]);
      out_ += "</details></li>\n";
      return;
    }
    out_ += "<li id=\"s" + number + "\">" + number + ". <span class=\"v\">" + html_text(say_.title(at)) +
            html_text(say_.say(": ", " : ")) + html_text(say_.value_of(at)) + "</span> <span class=\"s\">" +
            html_text(say_.sentence(at)) + "</span></li>\n";
  }

  const explanation& one_;
  explainer say_;
  std::vector<std::vector<std::int32_t>> children_;  ///< by step + 1; first those without a parent
  std::string out_;
};

}  // namespace

std::string write_html(const explanation& one, const rule_book& book, language in) {
  return html_report(one, book, in).str();
}

}  // namespace esppadom::inline ESPPADOM_ABI
