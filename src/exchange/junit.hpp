// Test results in the XML that JUnit made common (schema junit-10.xsd of the Jenkins xUnit plugin).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/xml_values.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// One test. A failure with an empty text did not fail.
struct junit_case {
  std::string class_name;
  std::string name;
  std::string failure_type;
  std::string failure_message;
  std::string failure_text;
  std::string output;
  bool failed = false;
  bool skipped = false;
};

struct junit_suite {
  std::string name;
  std::vector<junit_case> cases;
};

/// Characters that XML 1.0 cannot hold become U+FFFD.
inline std::string junit_text(std::string_view text) {
  std::string out;
  xml::append_text(text, out);
  return out;
}
inline std::string junit_attribute(std::string_view name, std::string_view value) {
  std::string out = " " + std::string(name) + "=\"";
  xml::append_attribute_value(value, out);
  return out + "\"";
}

inline void append_junit_case(const junit_case& one, std::string& out) {
  out += "    <testcase" + junit_attribute("classname", one.class_name) + junit_attribute("name", one.name);
  if (!one.failed && !one.skipped && one.output.empty()) {
    out += "/>\n";
    return;
  }
  out += ">\n";
  if (one.skipped) out += "      <skipped/>\n";
  if (one.failed) {
    out += "      <failure" + junit_attribute("type", one.failure_type) +
           junit_attribute("message", one.failure_message) + ">" + junit_text(one.failure_text) + "</failure>\n";
  }
  if (!one.output.empty()) out += "      <system-out>" + junit_text(one.output) + "</system-out>\n";
  out += "    </testcase>\n";
}

inline std::string junit_document(std::string_view name, const std::vector<junit_suite>& suites) {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::string body;
  for (const auto& suite : suites) {
    std::size_t failed = 0;
    std::size_t skipped = 0;
    std::string cases;
    for (const auto& one : suite.cases) {
      failed += one.failed ? 1 : 0;
      skipped += one.skipped ? 1 : 0;
      append_junit_case(one, cases);
    }
    tests += suite.cases.size();
    failures += failed;
    body += "  <testsuite" + junit_attribute("name", suite.name) +
            junit_attribute("tests", std::to_string(suite.cases.size())) +
            junit_attribute("failures", std::to_string(failed)) + junit_attribute("errors", "0") +
            junit_attribute("skipped", std::to_string(skipped)) + ">\n" + cases + "  </testsuite>\n";
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + junit_attribute("name", name) +
         junit_attribute("tests", std::to_string(tests)) + junit_attribute("failures", std::to_string(failures)) +
         junit_attribute("errors", "0") + ">\n" + body + "</testsuites>\n";
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
