// esppadom explain: bills as `bill` does, writes no document, and says how the amounts and the seconds of one visit
// came about, or the totals of one document.

#include <string>

#include "bill_inputs.hpp"
#include "commands.hpp"
#include "esppadom/exchange/explanation.hpp"
#include "findings_text.hpp"

namespace cli {
namespace {

using esppadom::explanation_format;

std::string visit_of(const esppadom::bill_request& request, const explain_options& options, explanation_format format,
                     const speaker& to) {
  std::string text;
  switch (explain_visit(request, options.delivery, options.provider, format, to.language()).get(text)) {
    case esppadom::error_code::success:
      break;
    case esppadom::error_code::ambiguous:
      throw usage_error(to.say({"several providers use the identifier {0}: name one with --provider",
                                "plusieurs prestataires utilisent l'identifiant {0} : nommez-en un avec --provider"},
                               {options.delivery}));
    default:
      throw usage_error(to.say({"no visit {0} is known to this run", "aucune intervention {0} dans cette facturation"},
                               {options.delivery}));
  }
  return text;
}

std::string document_of(const esppadom::bill_request& request, const explain_options& options,
                        explanation_format format, const speaker& to) {
  std::string text;
  const auto end = esppadom::explain_document(request, options.document, format, to.language()).get(text);
  if (end != esppadom::error_code::success) {
    throw usage_error(
        to.say({"this run issues no document {0}", "cette facturation n'émet aucun document {0}"}, {options.document}));
  }
  return text;
}

}  // namespace

outcome run_explain(const explain_options& options, const speaker& to) {
  auto request = bill_request_of(options.inputs, false, to);
  if (options.delivery.empty() == options.document.empty()) {
    throw usage_error(to.say({"one of {0} and {1} is needed", "il faut {0} ou {1}, et un seul des deux"},
                             {"--delivery", "--document"}));
  }
  const auto format = choice<explanation_format>("--format", options.format, to);
  esppadom::findings found;
  read_counts counts;
  const auto end = read_bill_inputs(options.inputs, request, found, counts, to);
  if (end != outcome::fine) {
    emit_refusal(options.document.empty() ? "esppadom/explain/1" : "esppadom/explain_document/1", found,
                 format == explanation_format::json ? output_format::json : output_format::text, to);
    return end;
  }
  const auto text =
      options.document.empty() ? visit_of(request, options, format, to) : document_of(request, options, format, to);
  emit_to(options.output, text, to);
  return outcome::fine;
}

}  // namespace cli
