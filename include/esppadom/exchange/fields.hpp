// Every field of every message by path, at run time: what there is, reading one, setting one. The list follows from the
// descriptions, so a field added to a message is listed, readable and settable without a line here. CSV mappings use
// it, and so does every language that has no structs of ours.
//
//   delivery_id                                          a value
//   beneficiary.name                                     inside a group
//   lines[0].service.label                               the first of a list; [] is the one the caller says
//   provider.contacts[type=INT].id                       the first that has this key; it is made when set
//   lines[].service.codes[list!=ESPPADOM_TYPE_AIDE]      the first that has another key
//   lines[].billed_seconds                               a derived value
//
// In a key `type`, `list` and `scheme` stand for `type_code`, `list_id` and `scheme_id`. A path that ends at an
// identifier, a code, a quantity or an amount means its value; `.scheme_id`, `.list_id`, `.unit_code`, `.currency`
// name what goes with it.
//
// Beside it stands `field_list<message>()` (message/field_list.hpp): the same descriptions as elements of XML, for
// documentation and schemas, at compile time and without this library's binary. It shows a code as one field with its
// XML name and aliases, where this list shows what a path can name: `.list_id`, derived values, circumstances.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "esppadom/export.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/message/delivery.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/message/order.hpp"
#include "esppadom/value/decimal.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/standing.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What has fields.
enum class field_subject : std::uint8_t { order, delivery, invoice, circumstances };

template <>
struct enum_names<field_subject> {
  static constexpr enum_name<field_subject> items[] = {{field_subject::order, "order"},
                                                       {field_subject::delivery, "delivery"},
                                                       {field_subject::invoice, "invoice"},
                                                       {field_subject::circumstances, "circumstances"}};
};

/// What a field holds. A group or a list holds fields and no value of its own.
enum class field_type : std::uint8_t {
  text,
  choice,  ///< one of a few names, as text
  boolean,
  integer,
  decimal,
  amount,  ///< money, in euros with cents
  price,   ///< euros with up to 6 decimals
  percent,
  date,
  month,
  time,
  seconds,  ///< a duration
  group,
};

template <>
struct enum_names<field_type> {
  static constexpr enum_name<field_type> items[] = {
      {field_type::text, "text"},       {field_type::choice, "choice"},   {field_type::boolean, "boolean"},
      {field_type::integer, "integer"}, {field_type::decimal, "decimal"}, {field_type::amount, "amount"},
      {field_type::price, "price"},     {field_type::percent, "percent"}, {field_type::date, "date"},
      {field_type::month, "month"},     {field_type::time, "time"},       {field_type::seconds, "seconds"},
      {field_type::group, "group"}};
};

/// The value of a field; `std::monostate` = there is none. A group that is there is `true`.
using field_value = std::variant<std::monostate, std::string, bool, std::int64_t, decimal, money, unit_price,
                                 percentage, local_date, local_month, local_time, exact_duration>;

/// Whether there is a value.
constexpr bool has_value(const field_value& value) { return value.index() != 0; }

/// The text of a value: that of the JSON form, a duration in seconds; empty when there is none.
/// Examples: money 21.5 → "21.50"; 90 min → "5400"; true → "true".
ESPPADOM_API std::string to_string(const field_value& value);

/// The value of a text. Errors: invalid_syntax, out_of_range, inexact; unsupported for a group. A `choice` is not
/// checked here but when it is set.
ESPPADOM_API result<field_value> parse_field_value(field_type type, std::string_view text);

/// One field of the listing.
struct field_info {
  std::string path;  ///< "lines[].billed_quantity"
  field_type type = field_type::text;
  std::string_view occurrence;  ///< "1", "0..1", "0..n", "1..n": within what it stands in
  std::string_view label;       ///< French
  standing evidence = standing::open;
  std::string_view code_list;  ///< empty = none
  std::string choices;         ///< of a `choice`, separated by ", "
  bool derived = false;        ///< computed from other fields
  bool settable = true;        ///< derived values may be readable only
};

/// Every field of a subject, in the order of its description, derived values after the fields they come from.
ESPPADOM_API std::vector<field_info> list_fields(field_subject subject);

namespace detail {
struct compiled_path;
}

/// A path that was checked against the description of its subject. Cheap to copy.
class ESPPADOM_API field_selector {
 public:
  field_selector() = default;

  /// Errors: invalid_syntax; unknown_name for a name that is no field there; missing for a list without `[…]` or a path
  /// that ends at a group; conflict for `[…]` on what is no list.
  /// `problem` receives the part of the text that is wrong.
  static result<field_selector> compile(field_subject subject, std::string_view text, std::string* problem = nullptr);
  /// The same for a path that names a list, as `rows` of a mapping does: `lines`, `lines[].amounts`.
  static result<field_selector> compile_list(field_subject subject, std::string_view text,
                                             std::string* problem = nullptr);
  /// The same for a path that may also end at a group, whose value is whether it is there.
  static result<field_selector> compile_any(field_subject subject, std::string_view text,
                                            std::string* problem = nullptr);

  [[nodiscard]] field_subject subject() const;
  [[nodiscard]] const std::string& text() const;
  [[nodiscard]] field_type type() const;
  /// How many `[]` the caller must give an index for.
  [[nodiscard]] std::size_t open_indexes() const;
  /// The part before the last `[]` as a list, "lines" of "lines[].line_id"; empty when there is none.
  [[nodiscard]] std::string open_list() const;
  [[nodiscard]] bool settable() const;
  /// Whether a message must have it: no part of the path is optional or a list.
  [[nodiscard]] bool mandatory() const;
  /// The names a `choice` may have, separated by ", ".
  [[nodiscard]] std::string choices() const;

 private:
  friend struct detail::compiled_path;
  std::shared_ptr<const detail::compiled_path> path_;
};

/// The value at a path; `at` gives an index for each `[]`. Absent anything on the way = no value.
/// Errors: unsupported for a path of another subject; missing when `at` has too few indexes; what a derived value
/// cannot be computed from (as `overflow`) is no value.
ESPPADOM_API result<field_value> get_field(const order& from, const field_selector& path,
                                           std::span<const std::size_t> at = {});
ESPPADOM_API result<field_value> get_field(const delivery& from, const field_selector& path,
                                           std::span<const std::size_t> at = {});
ESPPADOM_API result<field_value> get_field(const invoice& from, const field_selector& path,
                                           std::span<const std::size_t> at = {});
ESPPADOM_API result<field_value> get_field(const circumstances& from, const field_selector& path,
                                           std::span<const std::size_t> at = {});

/// Sets the value at a path; what is missing on the way is made, a list is lengthened up to the index. No value empties
/// an optional field. A coded field whose list the standard names gets the list's attributes when it has none.
/// Errors: invalid_value for another type; unknown_name for a choice that is none; missing for no value in a mandatory
/// field; unsupported for a derived value that is readable only; out_of_range for an index above 9 999.
ESPPADOM_API error_code set_field(order& into, const field_selector& path, const field_value& value,
                                  std::span<const std::size_t> at = {});
ESPPADOM_API error_code set_field(delivery& into, const field_selector& path, const field_value& value,
                                  std::span<const std::size_t> at = {});
ESPPADOM_API error_code set_field(invoice& into, const field_selector& path, const field_value& value,
                                  std::span<const std::size_t> at = {});
ESPPADOM_API error_code set_field(circumstances& into, const field_selector& path, const field_value& value,
                                  std::span<const std::size_t> at = {});

/// How many items the list at a path has (`compile_list`).
ESPPADOM_API result<std::size_t> count_field(const order& from, const field_selector& path,
                                             std::span<const std::size_t> at = {});
ESPPADOM_API result<std::size_t> count_field(const delivery& from, const field_selector& path,
                                             std::span<const std::size_t> at = {});
ESPPADOM_API result<std::size_t> count_field(const invoice& from, const field_selector& path,
                                             std::span<const std::size_t> at = {});
ESPPADOM_API result<std::size_t> count_field(const circumstances& from, const field_selector& path,
                                             std::span<const std::size_t> at = {});

}  // namespace esppadom::inline ESPPADOM_ABI
