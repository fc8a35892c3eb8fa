// esppadom report: bills as `bill` does, writes no document, and makes one page of HTML for those who manage.

#include "bill_inputs.hpp"
#include "commands.hpp"
#include "esppadom/exchange/report_groups.hpp"
#include "esppadom/exchange/report_page.hpp"
#include "findings_text.hpp"

namespace cli {

outcome run_report(const report_options& options, const speaker& to) {
  auto request = bill_request_of(options.inputs, false, to);
  if (options.output.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"-o"}));
  if (options.smallest_group && *options.smallest_group < 2)
    wrong_value("--smallest-group", std::to_string(*options.smallest_group), {"at least 2", "au moins 2"}, to);
  esppadom::findings found;
  read_counts counts;
  const auto end = read_bill_inputs(options.inputs, request, found, counts, to);
  if (end != outcome::fine) {
    emit_refusal("esppadom/report/1", found, output_format::text, to);
    return end;
  }
  auto result = bill(request);
  found.merge(std::move(result.found));
  auto page = month_report(request, result, found, to.language());
  if (options.smallest_group)
    static_cast<void>(suppress_small_groups(page, result, *options.smallest_group, to.language()));
  emit_to(options.output, write_html(page, to.language()), to);
  return found.has_errors() ? outcome::errors : outcome::fine;
}

}  // namespace cli
