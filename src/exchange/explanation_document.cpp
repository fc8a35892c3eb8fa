// The explanation of a document as JSON, text and HTML.
#include <array>

#include "exchange/explanation_steps.hpp"
#include "exchange/html.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

using namespace detail;

/// An amount of the result, its key in JSON and its words.
struct result_row {
  std::int32_t document_explanation::*step;
  std::string_view key;
  std::string_view en;
  std::string_view fr;
};

constexpr std::array result_rows{
    result_row{&document_explanation::lines, "lines", "sum of the lines", "somme des lignes"},
    result_row{&document_explanation::penalties, "penalties", "penalties", "pénalités"},
    result_row{&document_explanation::net, "net", "total without VAT", "total hors taxes"},
    result_row{&document_explanation::vat, "vat", "VAT", "TVA"},
    result_row{&document_explanation::grand_total, "grand_total", "total", "total"},
    result_row{&document_explanation::difference, "vat_difference", "total less the amounts with VAT",
               "total moins les montants toutes taxes comprises"},
    result_row{&document_explanation::recovered, "recovered", "advances recovered", "acomptes récupérés"},
    result_row{&document_explanation::due, "due", "due", "net à payer"},
    result_row{&document_explanation::new_advance, "advance_granted", "advance granted for the next month",
               "acompte accordé pour le mois suivant"}};

class document_writer : private explained_steps_writer {
 public:
  document_writer(const document_explanation& one, const rule_book& book, std::string& out, json_layout layout)
      : explained_steps_writer(one, book, out, layout), one_(one) {}

  void write() {
    to_.begin_object();
    put("schema", "esppadom/explain_document/1");
    put("document", one_.id);
    put("type", name_of(one_.type));
    to_.key("corrects");
    if (one_.corrects) {
      to_.string(*one_.corrects);
    } else {
      to_.raw("null");
    }
    put("provider", one_.provider);
    put("funder", one_.funder);
    put("month", to_string(one_.month));
    put("kind", one_.kind);
    to_.key("result");
    to_.begin_object();
    for (const auto& row : result_rows) {
      put_cents(row.key, one_.*row.step);
      put_step(std::string(row.key) + "_step", one_.*row.step);
    }
    to_.end_object();
    write_rule_sets();
    write_steps();
    write_seal();
    to_.end_object();
  }

 private:
  const document_explanation& one_;
};

std::string heading_of(const document_explanation& one, const explainer& say) {
  return std::string(say.say("Document ", "Document ")) + one.id;
}

std::string parties_of(const document_explanation& one, const explainer& say) {
  return std::string(say.say("provider ", "prestataire ")) + one.provider +
         std::string(say.say(", funder ", ", financeur ")) + one.funder + ", " + say.month(one.month);
}

}  // namespace

std::string write_json(const document_explanation& one, const rule_book& book, json_layout layout) {
  std::string out;
  document_writer(one, book, out, layout).write();
  return out + "\n";
}

std::string write_text(const document_explanation& one, const rule_book& book, language in) {
  const explainer say(one, book, in);
  auto out = heading_of(one, say) + ", " + parties_of(one, say) + "\n" + text_heading(say.say("Result", "Résultat"));
  for (const auto& row : result_rows) {
    const auto step = one.*row.step;
    if (step < 0) continue;
    out += "  " + std::string(say.say(row.en, row.fr)) + std::string(say.say(": ", " : ")) + say.value_of(step) + " [" +
           std::to_string(step) + "]\n";
  }
  return out + steps_as_text(one.log, say);
}

std::string write_html(const document_explanation& one, const rule_book& book, language in) {
  const explainer say(one, book, in);
  auto out = html_page_begin(heading_of(one, say), say) + "<p>" + html_text(parties_of(one, say)) +
             "</p>\n<table>\n<caption>" + html_text(say.say("Result", "Résultat")) +
             "</caption>\n<tr><th scope=\"col\">" + html_text(say.say("what", "quoi")) + "</th><th scope=\"col\">" +
             html_text(say.say("amount", "montant")) + "</th><th scope=\"col\">" + html_text(say.say("step", "étape")) +
             "</th></tr>\n";
  for (const auto& row : result_rows) {
    const auto step = one.*row.step;
    if (step < 0) continue;
    out += "<tr><th scope=\"row\">" + html_text(say.say(row.en, row.fr)) + "</th><td class=\"n\">" +
           html_text(say.value_of(step)) + "</td><td>" + step_link(step) + "</td></tr>\n";
  }
  return out + "</table>\n" + steps_as_html(one.log, say) + html_page_end();
}

}  // namespace esppadom::inline ESPPADOM_ABI
