// Findings.

#include "esppadom/exchange/reports.hpp"
#include "handles.hpp"

using namespace c_api;

extern "C" {

esppadom_status esppadom_findings_new(esppadom_findings** findings, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(findings);
    return give(std::make_unique<esppadom_findings>(), findings);
  });
}

void esppadom_findings_free(esppadom_findings* findings) { delete findings; }

uint64_t esppadom_findings_size(const esppadom_findings* findings) {
  return findings == nullptr ? 0 : findings->all.items().size();
}

uint64_t esppadom_findings_count(const esppadom_findings* findings, int32_t severity) {
  if (findings == nullptr || severity < ESPPADOM_INFO || severity > ESPPADOM_ERROR) return 0;
  return findings->all.count(static_cast<esppadom::severity>(severity));
}

esppadom_status esppadom_findings_at(const esppadom_findings* findings, uint64_t index, esppadom_finding* finding,
                                     esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(findings);
    if (index >= findings->all.items().size()) return because(esppadom::error_code::out_of_range, "index");
    const auto& one = findings->all.items()[static_cast<std::size_t>(index)];
    esppadom_finding out{};
    out.severity = static_cast<int32_t>(one.level());
    out.code = view_of(one.code());
    out.document = view_of(one.document);
    out.path = view_of(one.path);
    out.file = view_of(one.file);
    out.line = one.line;
    out.column = one.column;
    return write_struct(out, finding);
  });
}

esppadom_status esppadom_findings_message(const esppadom_findings* findings, uint64_t index, int32_t language,
                                          esppadom_text* message, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(findings);
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(language, in));
    if (index >= findings->all.items().size()) return because(esppadom::error_code::out_of_range, "index");
    return give(esppadom::message(findings->all.items()[static_cast<std::size_t>(index)], in), message);
  });
}

esppadom_status esppadom_findings_json(const esppadom_findings* findings, int32_t language, esppadom_text* json,
                                       esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(findings);
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(language, in));
    return give(esppadom::write_findings_json("esppadom/findings/1", findings->all, in), json);
  });
}

}  // extern "C"
