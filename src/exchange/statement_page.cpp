#include "esppadom/exchange/statement_page.hpp"

#include <initializer_list>
#include <string_view>
#include <utility>

#include "esppadom/exchange/value_format.hpp"
#include "exchange/html.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

using detail::html_text;

struct both {
  std::string_view en;
  std::string_view fr;
};

constexpr std::string_view style =
    "body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;margin:2rem auto;max-width:70rem;"
    "padding:0 1rem}table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}caption{text-align:left;"
    "font-weight:600;padding:.5rem 0}th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;"
    "vertical-align:top}td.n{text-align:right;white-space:nowrap}dt{font-weight:600}dd{margin:0 0 .5rem}"
    "code{overflow-wrap:anywhere}@media print{body{margin:0;max-width:none}thead{display:table-header-group}"
    "tr{break-inside:avoid}}";

class statement_page {
 public:
  statement_page(const sealed_service_fait& sealed, language in)
      : of_(sealed.statement), seal_(sealed.seal), format_(in) {}

  std::string text() && {
    const auto title = say({"Service rendered", "Service fait"}) + ", " + format_.month(of_.month);
    out_ = "<!doctype html>\n<html lang=\"" + std::string(format_.french() ? "fr" : "en") +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
           "initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'unsafe-inline'\">\n<title>" +
           html_text(title) + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n<main>\n<h1>" +
           html_text(title) + "</h1>\n";
    about();
    visits();
    lines();
    proof();
    return std::move(out_) + "</main>\n</body>\n</html>\n";
  }

 private:
  std::string say(const both& text) const { return std::string(format_.french() ? text.fr : text.en); }

  std::string when(const local_time& at) const { return format_.date(at.date()) + " " + to_string(at).substr(11, 5); }

  void define(const both& term, const std::string& value) {
    out_ += "<dt>" + html_text(say(term)) + "</dt><dd>" + html_text(value) + "</dd>\n";
  }

  void table(const both& caption, std::initializer_list<both> heads) {
    out_ += "<table>\n<caption>" + html_text(say(caption)) + "</caption>\n<thead><tr>";
    for (const auto& head : heads)
      out_ += "<th scope=\"col\">" + html_text(say(head)) + "</th>";
    out_ += "</tr></thead>\n<tbody>\n";
  }
  void row(std::initializer_list<std::pair<std::string, bool>> cells) {
    out_ += "<tr>";
    for (const auto& [text, number] : cells)
      out_ += (number ? "<td class=\"n\">" : "<td>") + html_text(text) + "</td>";
    out_ += "</tr>\n";
  }
  void end_table() { out_ += "</tbody>\n</table>\n"; }

  void about() {
    out_ += "<dl>\n";
    define({"beneficiary", "bénéficiaire"}, of_.beneficiary);
    define({"performed", "temps réalisé"}, format_.hours(of_.performed_seconds));
    define({"billed to funders", "temps facturé aux financeurs"}, format_.hours(of_.billed_seconds));
    define({"funders pay", "part des financeurs"}, format_.amount(of_.funders));
    define({"the beneficiary pays", "part du bénéficiaire"}, format_.amount(of_.beneficiary_share));
    out_ += "</dl>\n";
  }

  void visits() {
    table({"Visits", "Interventions"}, {{"visit", "intervention"},
                                        {"provider", "prestataire"},
                                        {"caregiver", "intervenant"},
                                        {"service", "prestation"},
                                        {"start", "début"},
                                        {"end", "fin"},
                                        {"performed", "réalisé"},
                                        {"billed", "facturé"},
                                        {"extra minutes", "minutes complémentaires"},
                                        {"correction", "correction"}});
    for (const auto& one : of_.visits) {
      auto correction = one.correction_code;
      if (one.correction_reason) correction += (correction.empty() ? "" : ", ") + *one.correction_reason;
      row({{one.delivery, false},
           {one.provider, false},
           {one.caregiver, false},
           {one.service, false},
           {when(one.start), false},
           {one.end ? when(*one.end) : std::string("–"), false},
           {format_.hours(one.performed_seconds), true},
           {format_.hours(one.billed_seconds), true},
           {std::to_string(one.extra_minutes), true},
           {correction.empty() ? std::string("–") : correction, false}});
    }
    if (of_.visits.empty()) row({{say({"No visit took place.", "Aucune intervention n'a eu lieu."}), false}});
    end_table();
  }

  void lines() {
    table({"What was billed", "Ce qui a été facturé"}, {{"payer", "payeur"},
                                                        {"provider", "prestataire"},
                                                        {"service", "prestation"},
                                                        {"hours", "heures"},
                                                        {"amount", "montant"}});
    for (const auto& one : of_.lines) {
      row({{one.payer.empty() ? say({"beneficiary", "bénéficiaire"}) : one.payer, false},
           {one.provider, false},
           {one.service, false},
           {format_.hours(one.billed_seconds), true},
           {format_.amount(one.amount), true}});
    }
    end_table();
  }

  void proof() {
    const std::string none = "–";
    out_ += "<h2>" + html_text(say({"Seal", "Sceau"})) + "</h2>\n<dl>\n<dt>SHA-256</dt><dd><code>" + html_text(seal_) +
            "</code></dd>\n<dt>" + html_text(say({"of the month before", "du mois précédent"})) + "</dt><dd><code>" +
            html_text(of_.previous.value_or(none)) + "</code></dd>\n";
    define({"to be kept until", "à conserver jusqu'au"}, of_.keep_until ? format_.date(*of_.keep_until) : none);
    out_ += "</dl>\n<p>" +
            html_text(say({"This page shows the document; the seal is that of its JSON file, which alone is evidence.",
                           "Cette page montre le document ; le sceau est celui de son fichier JSON, qui seul fait "
                           "preuve."})) +
            "</p>\n";
  }

  const service_fait& of_;
  const std::string& seal_;
  value_format format_;
  std::string out_;
};

}  // namespace

std::string write_html(const sealed_service_fait& statement, language in) {
  return statement_page(statement, in).text();
}

}  // namespace esppadom::inline ESPPADOM_ABI
