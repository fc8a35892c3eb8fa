// What the national scale of APA says, as reports: one situation as JSON, a table of situations as CSV.
#pragma once

#include <optional>
#include <string>

#include "esppadom/billing/apa.hpp"
#include "esppadom/exchange/xml.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

struct apa_question {
  local_date day;
  std::optional<money> mtp;  ///< of 1 January of the year, where it is not published yet
  apa_situation of;
};

struct apa_answer {
  apa_question asked;
  apa_scale scale;
  apa_share share;
};

/// What a beneficiary pays of a plan on a day. Errors: out_of_range when the scale of the day is not known, the GIR
/// gives no right to APA, or plan or resources are not between 0 and 1 000 000 €; overflow.
inline result<apa_answer> answer_of(const apa_question& asked) {
  apa_answer out{asked, {}, {}};
  if (const error_code e = apa_scale_on(asked.day, asked.mtp).get(out.scale); e != error_code::success) return e;
  if (const error_code e = apa_share_of(out.scale, asked.of).get(out.share); e != error_code::success) return e;
  return out;
}

/// The canonical JSON of an answer (schema esppadom/apa/1), indented, with a line end. `accepted` and `participation`
/// have four decimals, `rate` six, half up, with the exact fraction beside them under the same key with "_exact";
/// `apa_paid` is in cents.
ESPPADOM_API std::string write_json(const apa_answer& answer);

/// Answers a row of CSV at a time (UTF-8; comma, semicolon or tab, whichever the first line has; written with the
/// same), in constant memory. The columns year, gir, plan, resources, couple (0, 1, true, false, yes, no, and in
/// French) and, where the file has it, mtp (empty: the published one) are read by their titles, amounts with a decimal
/// point or comma; accepted, participation, taux and apa_paid are added, or computed anew where the file has them; all
/// else is copied. A row without an answer is a finding and its results are empty. Errors: missing, with a finding,
/// when there is no row or a column is missing; unreadable; those of the sink.
ESPPADOM_API error_code answer_apa_table(byte_source rows, byte_sink to, const std::string& file, findings& found);

}  // namespace esppadom::inline ESPPADOM_ABI
