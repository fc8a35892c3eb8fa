#include "esppadom/exchange/json.hpp"

#include "exchange/json_write.hpp"

#if ESPPADOM_WITH_JSON
#include "exchange/json_messages.hpp"
#include "exchange/json_read.hpp"
#endif

namespace esppadom::inline ESPPADOM_ABI {

#if ESPPADOM_WITH_JSON

result<order> detail::read_order_at(std::string_view bytes, findings& out, const json_read_options& options,
                                    const json_origin& origin) {
  return read_json_text<order>(bytes, out, options, origin);
}
result<delivery> detail::read_delivery_at(std::string_view bytes, findings& out, const json_read_options& options,
                                          const json_origin& origin) {
  return read_json_text<delivery>(bytes, out, options, origin);
}
result<invoice> detail::read_invoice_at(std::string_view bytes, findings& out, const json_read_options& options,
                                        const json_origin& origin) {
  return read_json_text<invoice>(bytes, out, options, origin);
}

result<circumstances> read_circumstances_json(std::string_view bytes, findings& out, const json_read_options& options) {
  return detail::read_json_text<circumstances>(bytes, out, options);
}
result<delivery> read_delivery_json(std::string_view bytes, findings& out, const json_read_options& options) {
  return detail::read_delivery_at(bytes, out, options, {});
}
result<order> read_order_json(std::string_view bytes, findings& out, const json_read_options& options) {
  return detail::read_order_at(bytes, out, options, {});
}
result<invoice> read_invoice_json(std::string_view bytes, findings& out, const json_read_options& options) {
  return detail::read_invoice_at(bytes, out, options, {});
}

#else

result<circumstances> read_circumstances_json(std::string_view, findings&, const json_read_options&) {
  return error_code::not_built;
}
result<delivery> read_delivery_json(std::string_view, findings&, const json_read_options&) {
  return error_code::not_built;
}
result<order> read_order_json(std::string_view, findings&, const json_read_options&) { return error_code::not_built; }
result<invoice> read_invoice_json(std::string_view, findings&, const json_read_options&) {
  return error_code::not_built;
}

#endif

std::string write_json(const circumstances& value, const json_write_options& options) {
  return detail::json_text_of(value, options);
}
std::string write_json(const delivery& value, const json_write_options& options) {
  return detail::json_text_of(value, options);
}
std::string write_json(const order& value, const json_write_options& options) {
  return detail::json_text_of(value, options);
}
std::string write_json(const invoice& value, const json_write_options& options) {
  return detail::json_text_of(value, options);
}

}  // namespace esppadom::inline ESPPADOM_ABI
