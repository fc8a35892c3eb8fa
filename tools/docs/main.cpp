// Prints one document that follows from the descriptions in the code:
//
//   esppadom_docs findings              docs/findings.md
//   esppadom_docs parameters            docs/rules/parameters.md
//   esppadom_docs message NAME          docs/messages/NAME.md (README.md for index)
//   esppadom_docs standing              docs/messages/standing.md
//   esppadom_docs calculations          docs/calculations.md
//   esppadom_docs neutral-rules         src/data/rules/neutral.json
//   esppadom_docs xsd NAME              schemas/xsd/NAME.xsd
//   esppadom_docs json-schema NAME      schemas/json/NAME.schema.json

#include <iostream>
#include <string_view>

#include "documents.hpp"
#include "esppadom/exchange/rule_book_json.hpp"

namespace {

bool print_schema(std::string_view name) {
  if (name == "csv-mapping") {
    docs::print_csv_mapping_schema();
  } else if (name == "rule-book") {
    docs::print_rule_schema();
  } else if (name == "ledger") {
    docs::print_ledger_schema();
  } else if (name == "reconcile") {
    docs::print_reconcile_schema();
  } else if (name == "identify") {
    docs::print_identify_schema();
  } else if (name == "cpom") {
    docs::print_cpom_schema();
  } else if (name == "view") {
    docs::print_view_schema();
  } else if (name == "trial-balance") {
    docs::print_trial_balance_schema();
  } else if (name == "split") {
    docs::print_split_schema();
  } else if (name == "smooth") {
    docs::print_smooth_schema();
  } else if (name == "calculation") {
    docs::print_calculation_schema();
  } else if (name == "description") {
    docs::print_description_schema();
  } else if (name == "alerts") {
    docs::print_alerts_schema();
  } else if (name == "ledger-export") {
    docs::print_ledger_export_schema();
  } else if (name == "statistics") {
    docs::print_statistics_schema();
  } else {
    return docs::print_json_schema(name);
  }
  return true;
}

bool print(std::string_view what, std::string_view name) {
  if (what == "message") return docs::print_message(name);
  if (what == "xsd") return docs::print_xsd(name);
  if (what == "json-schema") return print_schema(name);
  if (!name.empty()) return false;
  if (what == "findings") {
    docs::print_findings();
  } else if (what == "parameters") {
    docs::print_parameters();
  } else if (what == "neutral-rules") {
    std::cout << esppadom::neutral_rule_set_json() << "\n";
  } else if (what == "standing") {
    docs::print_standing();
  } else if (what == "calculations") {
    docs::print_calculations();
  } else {
    return false;
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc >= 2 && argc <= 3 && print(argv[1], argc == 3 ? argv[2] : "")) return 0;
  std::cerr << "usage: esppadom_docs findings|parameters|standing|calculations|neutral-rules\n"
               "       esppadom_docs message index|party|order|delivery|invoice|circumstances\n"
               "       esppadom_docs xsd order|delivery|invoice|ram|pie|qdt\n"
               "       esppadom_docs json-schema order|delivery|invoice|circumstances|csv-mapping|rule-book|ledger|\n"
               "                                reconcile|statistics|identify|cpom|view|trial-balance|split|smooth|\n"
               "                                alerts|ledger-export|calculation|description\n";
  return 2;
}
