#include <utility>

#include "esppadom/bill/explain.hpp"
#include "esppadom/exchange/explanation.hpp"

namespace esppadom::inline ESPPADOM_ABI {

result<std::string> explain_visit(const bill_request& request, std::string_view delivery, std::string_view provider,
                                  explanation_format format, language in) {
  const auto billed = bill_and_explain(request, [&](std::string_view of, std::string_view id) {
    return id == delivery && (provider.empty() || of == provider);
  });
  if (billed.visits.empty()) return error_code::missing;
  if (billed.visits.size() > 1) return error_code::ambiguous;
  const auto& one = billed.visits.front();
  switch (format) {
    case explanation_format::json:
      return write_json(one, request.rules);
    case explanation_format::html:
      return write_html(one, request.rules, in);
    case explanation_format::text:
      break;
  }
  return write_text(one, request.rules, in);
}

result<std::string> explain_document(const bill_request& request, std::string_view document, explanation_format format,
                                     language in) {
  const auto one = explain_document(request, document);
  if (!one) return error_code::missing;
  switch (format) {
    case explanation_format::json:
      return write_json(*one, request.rules);
    case explanation_format::html:
      return write_html(*one, request.rules, in);
    case explanation_format::text:
      break;
  }
  return write_text(*one, request.rules, in);
}

std::string explain_all(const bill_request& request, bill_result& result) {
  auto billed = bill_and_explain(request, [](std::string_view, std::string_view) { return true; });
  result = std::move(billed.result);
  std::string lines;
  for (const auto& one : billed.visits)
    lines += write_json(one, request.rules, json_layout::compact);
  return lines;
}

}  // namespace esppadom::inline ESPPADOM_ABI
