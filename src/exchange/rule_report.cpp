#include "esppadom/exchange/rule_report.hpp"

#include <array>
#include <utility>

#include "esppadom/rules/question_checks.hpp"
#include "exchange/json_report.hpp"
#include "exchange/parameter_values.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace {

using namespace detail;

void put(json_writer& to, std::string_view key, std::string_view text) {
  to.key(key);
  to.string(text);
}

void write_parameters(json_writer& to, const std::vector<shown_parameter>& all) {
  to.key("parameters");
  to.begin_array();
  for (const auto& one : all) {
    to.begin_object();
    put(to, "key", one.key);
    put(to, "label", one.label);
    to.key("value");
    to.raw(one.value);
    put(to, "unit", one.unit);
    put(to, "standing", name_of(one.evidence));
    to.key("from");
    if (one.version) {
      to.integer(*one.version);
    } else {
      to.raw("null");
    }
    to.end_object();
  }
  to.end_array();
}

void write_question(json_writer& to, const rule_query& query) {
  put(to, "at", to_string(query.date));
  to.key("asked");
  to.begin_object();
  for (const auto& [name, value] : {std::pair{"departement", query.departement}, std::pair{"funder", query.funder},
                                    std::pair{"provider", query.provider}, std::pair{"service", query.service},
                                    std::pair{"beneficiary", query.beneficiary}}) {
    if (!value.empty()) put(to, name, value);
  }
  to.end_object();
}

void write_rule_sets(json_writer& to, const rule_book& book) {
  to.key("rule_sets");
  to.begin_array();
  for (const auto& one : book.versions) {
    to.begin_object();
    put(to, "id", one.id);
    to.key("version");
    to.integer(one.version);
    put(to, "sha256", one.sha256);
    to.key("scope");
    write_value(to, one.scope, json_absent::left_out);
    to.key("source");
    write_value(to, one.source, json_absent::shown);
    to.end_object();
  }
  to.end_array();
}

}  // namespace

std::string_view symbol_of(parameter_unit unit) {
  switch (unit) {
    case parameter_unit::minutes:
      return "min";
    case parameter_unit::seconds:
      return "s";
    case parameter_unit::hours:
      return "h";
    case parameter_unit::days:
      return "days";
    case parameter_unit::months:
      return "months";
    case parameter_unit::percent:
      return "%";
    case parameter_unit::euros:
      return "€";
    case parameter_unit::metres:
      return "m";
    case parameter_unit::count:
    case parameter_unit::none:
      break;
  }
  return "";
}

shown_rules show_rules(const rule_book& book, const rule_query& query) {
  const resolved_rules resolved = resolve(book, query);
  shown_rules out;
  out.valid_from = resolved.valid_from;
  out.valid_to = resolved.valid_to;
  out.found = check_question(book, query);
  out.parameters = leaf_list<rule_set>(resolved.origin).of(resolved.rules);
  const auto& funders = resolved.rules.funding.per_funder;
  for (std::size_t i = 0; i < funders.size(); ++i) {
    out.funders.push_back({funders[i].funder, leaf_list<funder_rules>(resolved.per_funder_origin[i]).of(funders[i])});
  }
  return out;
}

std::string write_json(const shown_rules& rules, const rule_book& book, const rule_query& query, language in) {
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  put(to, "schema", "esppadom/rules-show/1");
  write_question(to, query);
  put(to, "valid_from", to_string(rules.valid_from));
  put(to, "valid_to", to_string(rules.valid_to));
  write_parameters(to, rules.parameters);
  to.key("per_funder");
  to.begin_array();
  for (const auto& one : rules.funders) {
    to.begin_object();
    put(to, "funder", one.funder);
    write_parameters(to, one.parameters);
    to.end_object();
  }
  to.end_array();
  write_rule_sets(to, book);
  write_findings(to, rules.found, in);
  to.end_object();
  return out + "\n";
}

}  // namespace esppadom::inline ESPPADOM_ABI
