// Explanations of billed visits and of documents for people and for programs: text, JSON and HTML, in French and in
// English.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "esppadom/bill/document_explanation.hpp"
#include "esppadom/bill/explanation.hpp"
#include "esppadom/billing/reason_words.hpp"
#include "esppadom/exchange/json.hpp"
#include "esppadom/export.hpp"
#include "esppadom/rules/rule_book.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

struct bill_request;
struct bill_result;

/// The form of an explanation.
enum class explanation_format : std::uint8_t { text, json, html };

template <>
struct enum_names<explanation_format> {
  static constexpr enum_name<explanation_format> items[] = {
      {explanation_format::text, "text"}, {explanation_format::json, "json"}, {explanation_format::html, "html"}};
};

/// The step in one sentence, without what it is about: "75 min − 60 min = 15 min". `step` is its number in the log.
ESPPADOM_API std::string sentence_of(const explanation& one, const rule_book& book, std::int32_t step, language in);
/// What the step is about: "share of the funder (D99)".
ESPPADOM_API std::string title_of(const explanation& one, std::int32_t step, language in);

/// Canonical JSON (schema esppadom/explain/1), with a line end: the visit, its shares and lines, the rule sets that
/// gave a value, and every step with its exact result, unit, operands and words in both languages. With
/// `json_layout::compact` it is one line. Whoever recomputes the steps with fractions finds every result again; `seal`
/// is the SHA-256 of the steps, so that a changed number shows even where it changes no result (null without OpenSSL).
/// See docs/explain.md.
ESPPADOM_API std::string write_json(const explanation& one, const rule_book& book,
                                    json_layout layout = json_layout::indented);

/// A report as text: result first, then the tree of steps.
ESPPADOM_API std::string write_text(const explanation& one, const rule_book& book, language in);

/// The same as one HTML page that needs nothing else: it opens without a network and prints on paper.
ESPPADOM_API std::string write_html(const explanation& one, const rule_book& book, language in);

/// The same of a document: JSON of the schema esppadom/explain_document/1, a report as text, a page of HTML.
ESPPADOM_API std::string write_json(const document_explanation& one, const rule_book& book,
                                    json_layout layout = json_layout::indented);
ESPPADOM_API std::string write_text(const document_explanation& one, const rule_book& book, language in);
ESPPADOM_API std::string write_html(const document_explanation& one, const rule_book& book, language in);

/// Bills the request and explains one visit of it in that form. `provider` may be empty as long as one provider alone
/// uses the identifier. Errors: missing when the run knows no such visit, ambiguous when several providers do.
ESPPADOM_API result<std::string> explain_visit(const bill_request& request, std::string_view delivery,
                                               std::string_view provider, explanation_format format, language in);

/// Bills the request and explains one document of it in that form, from its lines to what is due. Errors: missing when
/// the run issues no such document.
ESPPADOM_API result<std::string> explain_document(const bill_request& request, std::string_view document,
                                                  explanation_format format, language in);

/// Bills the request into `result`, as `bill` does, and explains every visit: one line of compact JSON each, in the
/// order of provider and delivery.
ESPPADOM_API std::string explain_all(const bill_request& request, bill_result& result);

}  // namespace esppadom::inline ESPPADOM_ABI
