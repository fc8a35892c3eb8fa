// JSON of whatever the library describes: circumstances, messages, results. One form in, one form out: members in the
// order of their description, amounts and rates as decimal strings ("21.23"), durations as whole seconds, dates and
// times as the messages write them; the second reading of the repeated autumn hour carries its offset "+01:00".
//
// Reading is strict about what it cannot interpret: every unknown key, wrong type and impossible value is a finding
// with its JSON pointer, line and column, and a text with an error yields no value at all. Decimals are taken from the
// characters of the file, never through floating point; strings and numbers are both accepted for them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "esppadom/export.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/message/delivery.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/message/order.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a text may be at most. A text beyond a limit is one finding, and nothing is read from it.
struct json_limits {
  std::size_t bytes = std::size_t{64} << 20;
  unsigned depth = 64;
};

/// What happens with keys that the description does not know and with members that are absent.
enum class json_strictness {
  strict,   ///< both are errors
  lenient,  ///< unknown keys are warnings without effect, absent members keep their initial value
};

struct json_read_options {
  json_strictness strictness = json_strictness::strict;
  json_limits limits;
  std::string_view file;  ///< named in the findings
};

enum class json_layout {
  compact,   ///< one line
  indented,  ///< two spaces a level, one value a line
};

/// What is written for an absent optional member and an empty list.
enum class json_absent {
  left_out,  ///< nothing
  shown,     ///< `null` and `[]`
};

struct json_write_options {
  json_layout layout = json_layout::compact;
  json_absent absent = json_absent::left_out;
};

/// The value the text holds, or an error code (`invalid_syntax` for what is no JSON, `too_large`, `too_deep`,
/// `invalid_value` for JSON that does not hold such a value) after at least one finding of severity error.
ESPPADOM_API result<circumstances> read_circumstances_json(std::string_view bytes, findings& out,
                                                           const json_read_options& options = {});
ESPPADOM_API result<delivery> read_delivery_json(std::string_view bytes, findings& out,
                                                 const json_read_options& options = {});
ESPPADOM_API result<order> read_order_json(std::string_view bytes, findings& out,
                                           const json_read_options& options = {});
ESPPADOM_API result<invoice> read_invoice_json(std::string_view bytes, findings& out,
                                               const json_read_options& options = {});

/// The canonical JSON of a value: the same value always gives the same bytes.
ESPPADOM_API std::string write_json(const circumstances& value, const json_write_options& options = {});
ESPPADOM_API std::string write_json(const delivery& value, const json_write_options& options = {});
ESPPADOM_API std::string write_json(const order& value, const json_write_options& options = {});
ESPPADOM_API std::string write_json(const invoice& value, const json_write_options& options = {});

}  // namespace esppadom::inline ESPPADOM_ABI
