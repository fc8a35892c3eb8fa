// The conformance kit.

#include "esppadom/exchange/conformance.hpp"

#include "support.hpp"

namespace java {

using esppadom::error_code;
using esppadom::findings;

outcome conformance(const conformance_request& asked, conformance_result& answer) {
  findings found;
  esppadom::conformance_report report;
  const auto code = run_conformance(path_of(asked.kit), found, {}).get(report);
  if (code != error_code::success) return because(code, found, asked.kit, asked.language);
  answer.passed = report.passed();
  answer.cases = static_cast<std::int64_t>(report.cases.size());
  answer.json = write_json(report, asked.language);
  return std::nullopt;
}

}  // namespace java
