// Rule books.

#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/rule_report.hpp"
#include "handles.hpp"

using namespace c_api;

namespace {

using esppadom::findings;
using esppadom::rule_book;

using loader = esppadom::result<rule_book> (*)(std::string_view, findings&, const esppadom::json_read_options&);

problem load(loader how, esppadom_view json, esppadom_view name, esppadom_findings* collector, rule_book& out) {
  ESPPADOM_C_NEED_VIEW(json);
  ESPPADOM_C_NEED_VIEW(name);
  findings found;
  esppadom::json_read_options options;
  options.file = text_of(name);
  const auto code = how(text_of(json), found, options).get(out);
  problem met = code == esppadom::error_code::success ? none() : because(code, found, text_of(name));
  add_to(collector, std::move(found));
  return met;
}

}  // namespace

extern "C" {

esppadom_status esppadom_rules_load(esppadom_view json, esppadom_view name, esppadom_findings* findings,
                                    esppadom_rules** rules, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(rules);
    auto made = std::make_unique<esppadom_rules>();
    ESPPADOM_C_TRY(load(&esppadom::load_rule_book, json, name, findings, made->book));
    return give(std::move(made), rules);
  });
}

esppadom_status esppadom_rules_check(esppadom_view json, esppadom_view name, esppadom_findings* findings,
                                     esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(findings);
    rule_book book;
    return load(&esppadom::check_rule_book, json, name, findings, book);
  });
}

esppadom_status esppadom_rules_json(const esppadom_rules* rules, esppadom_text* json, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(rules);
    return give(write_rule_book(rules->book), json);
  });
}

esppadom_status esppadom_rules_show(const esppadom_rules* rules, const esppadom_rule_query* query, esppadom_text* json,
                                    esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(rules);
    ESPPADOM_C_NEED(query);
    esppadom::rule_query asked;
    ESPPADOM_C_TRY(query_of(query, rules->book, asked));
    return give(write_json(show_rules(rules->book, asked), rules->book, asked), json);
  });
}

void esppadom_rules_free(esppadom_rules* rules) { delete rules; }

}  // extern "C"
