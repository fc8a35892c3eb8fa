// Values of fields as text, and back.
#include <charconv>

#include "esppadom/exchange/fields.hpp"
#include "exchange/field_tree.hpp"

namespace esppadom::inline ESPPADOM_ABI {

using namespace detail;

std::string to_string(const field_value& value) {
  return std::visit(
      []<class T>(const T& one) -> std::string {
        if constexpr (std::is_same_v<T, std::monostate>) {
          return {};
        } else if constexpr (std::is_same_v<T, std::string>) {
          return one;
        } else if constexpr (std::is_same_v<T, bool>) {
          return one ? "true" : "false";
        } else if constexpr (std::is_same_v<T, std::int64_t>) {
          return std::to_string(one);
        } else {
          std::string out;
          json_scalar<T>::append(out, one);
          return out;
        }
      },
      value);
}

namespace {

template <class T>
result<field_value> parse_as(std::string_view text) {
  T value{};
  if (const error_code e = json_scalar<T>::parse(text).get(value); e != error_code::success) return e;
  return field_value{value};
}

result<field_value> parse_integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) return error_code::out_of_range;
  if (error != std::errc{} || end != text.data() + text.size()) return error_code::invalid_syntax;
  return field_value{value};
}

}  // namespace

result<field_value> parse_field_value(field_type type, std::string_view text) {
  switch (type) {
    case field_type::text:
    case field_type::choice:
      return field_value{std::string(text)};
    case field_type::boolean:
      if (text == "true" || text == "1") return field_value{true};
      if (text == "false" || text == "0") return field_value{false};
      return error_code::invalid_syntax;
    case field_type::integer:
      return parse_integer(text);
    case field_type::decimal:
      return parse_as<decimal>(text);
    case field_type::amount:
      return parse_as<money>(text);
    case field_type::price:
      return parse_as<unit_price>(text);
    case field_type::percent:
      return parse_as<percentage>(text);
    case field_type::date:
      return parse_as<local_date>(text);
    case field_type::month:
      return parse_as<local_month>(text);
    case field_type::time:
      return parse_as<local_time>(text);
    case field_type::seconds:
      return parse_as<exact_duration>(text);
    case field_type::group:
      break;
  }
  return error_code::unsupported;
}

}  // namespace esppadom::inline ESPPADOM_ABI
