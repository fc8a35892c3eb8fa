// esppadom explain: bills as `bill` does, writes no document, and says how the amounts and the seconds of one visit
// came about.

#include <string>

#include "bill_inputs.hpp"
#include "commands.hpp"
#include "esppadom/exchange/explanation.hpp"
#include "findings_text.hpp"

namespace cli {
namespace {

using esppadom::explanation_format;

constexpr std::string_view schema = "esppadom/explain/1";

}  // namespace

outcome run_explain(const explain_options& options, const speaker& to) {
  auto request = bill_request_of(options.inputs, false, to);
  if (options.delivery.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--delivery"}));
  const auto format = choice<explanation_format>("--format", options.format, to);
  esppadom::findings found;
  read_counts counts;
  const auto end = read_bill_inputs(options.inputs, request, found, counts, to);
  if (end != outcome::fine) {
    emit_refusal(schema, found, format == explanation_format::json ? output_format::json : output_format::text, to);
    return end;
  }
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
  emit_to(options.output, text, to);
  return outcome::fine;
}

}  // namespace cli
