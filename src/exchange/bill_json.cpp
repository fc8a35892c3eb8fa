#include "esppadom/exchange/bill_json.hpp"

#include "exchange/json_write.hpp"

#if ESPPADOM_WITH_JSON
#include "exchange/json_read.hpp"
#endif

namespace esppadom::inline ESPPADOM_ABI {

#if ESPPADOM_WITH_JSON
result<ledger> read_ledger_json(std::string_view bytes, findings& out, const json_read_options& options) {
  return detail::read_json_text<ledger>(bytes, out, options);
}
#else
result<ledger> read_ledger_json(std::string_view, findings&, const json_read_options&) { return error_code::not_built; }
#endif

std::string write_json(const ledger& value) {
  return detail::json_text_of(value, {json_layout::compact, json_absent::left_out}) + "\n";
}

}  // namespace esppadom::inline ESPPADOM_ABI
