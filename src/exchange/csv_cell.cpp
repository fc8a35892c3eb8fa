#include "exchange/csv_cell.hpp"

#include <algorithm>
#include <array>

#include "esppadom/message/quantity.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

namespace {

constexpr std::string_view letters = "yMdHms";

// The next piece of a pattern: a run of one letter, or one character as it stands.
std::string_view next_piece(std::string_view& pattern) {
  std::size_t length = 1;
  if (letters.find(pattern.front()) != std::string_view::npos) {
    while (length < pattern.size() && pattern[length] == pattern.front())
      ++length;
  }
  const std::string_view out = pattern.substr(0, length);
  pattern.remove_prefix(length);
  return out;
}

bool is_token(std::string_view piece) { return letters.find(piece.front()) != std::string_view::npos; }

// Year, month, day, hour, minute, second in the order of `letters`.
using clock_parts = std::array<int, 6>;

clock_parts parts_of_time(local_time time) {
  const calendar_day day = time.date().calendar();
  const std::int32_t second = time.seconds_of_day();
  return {day.year, day.month, day.day, second / 3600, second / 60 % 60, second % 60};
}

std::string written(std::string_view pattern, const clock_parts& parts) {
  std::string out;
  while (!pattern.empty()) {
    const std::string_view piece = next_piece(pattern);
    if (!is_token(piece)) {
      out += piece;
      continue;
    }
    const std::string number = std::to_string(parts.at(letters.find(piece.front())));
    out.append(piece.size() > number.size() ? piece.size() - number.size() : 0, '0');
    out += number;
  }
  return out;
}

// Reads `text` into the parts the pattern names; the others stay.
error_code read_parts(std::string_view pattern, std::string_view text, clock_parts& parts) {
  while (!pattern.empty()) {
    const std::string_view piece = next_piece(pattern);
    if (!is_token(piece)) {
      if (!text.starts_with(piece)) return error_code::invalid_syntax;
      text.remove_prefix(piece.size());
      continue;
    }
    std::size_t digits = 0;
    const std::size_t most = piece.size() == 1 ? 2 : piece.size();
    int value = 0;
    while (digits < most && digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
      value = value * 10 + (text[digits++] - '0');
    if (digits == 0 || (piece.size() > 1 && digits != piece.size())) return error_code::invalid_syntax;
    parts.at(letters.find(piece.front())) = value;
    text.remove_prefix(digits);
  }
  return text.empty() ? error_code::success : error_code::invalid_syntax;
}

std::string with_mark(std::string text, bool comma) {
  if (comma) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

// The text with a decimal point. A point where a comma is the mark is no number, nor the other way round.
result<std::string> with_point(std::string_view text, const cell_format& format) {
  std::string out(text);
  const bool comma = format.comma || (format.either_mark && out.find(',') != std::string::npos);
  if (!comma) return out;
  if (out.find('.') != std::string::npos) return error_code::invalid_syntax;
  std::replace(out.begin(), out.end(), ',', '.');
  return out;
}

result<std::string> write_number(decimal value, const cell_format& format) {
  if (format.decimals) {
    if (const error_code e = rounded(value, *format.decimals, format.rounding).get(value); e != error_code::success)
      return e;
  }
  return with_mark(to_string(value), format.comma);
}

// A time in units of so many seconds, as a decimal: exactly, or rounded as the column says.
result<decimal> in_units(const exact_duration& time, std::int64_t unit, const cell_format& format) {
  const unsigned decimals = format.decimals.value_or(format.unit == cell_unit::hundredths ? 2U : 10U);
  const std::int64_t scale = powers_of_ten.at(decimals);
  int128 scaled = 0;
  if (checked_mul(time.numerator(), int128{scale}, scaled)) return error_code::overflow;
  int128 below = 0;
  if (checked_mul(int128{time.denominator()}, int128{unit}, below)) return error_code::overflow;
  int128 rounded_value = 0;
  if (const error_code e = divide(scaled, below, format.rounding).get(rounded_value); e != error_code::success)
    return e;
  if (!fits_int64(rounded_value)) return error_code::overflow;
  decimal out{static_cast<std::int64_t>(rounded_value), static_cast<std::uint8_t>(decimals)};
  return format.decimals || format.unit == cell_unit::hundredths ? out : normalised(out);
}

std::string two(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

result<std::string> write_clock(const exact_duration& time, bool with_seconds) {
  if (!time.is_whole_seconds()) return error_code::inexact;
  const int128 wide = time.numerator() / time.denominator();
  if (!fits_int64(wide)) return error_code::overflow;
  auto seconds = static_cast<std::int64_t>(wide);
  const bool negative = seconds < 0;
  if (negative) seconds = -seconds;
  if (!with_seconds && seconds % 60 != 0) return error_code::inexact;
  std::string out = (negative ? "-" : "") + std::to_string(seconds / 3600) + ":" + two(seconds / 60 % 60);
  return with_seconds ? out + ":" + two(seconds % 60) : out;
}

result<std::string> write_duration_cell(const exact_duration& time, const cell_format& format) {
  decimal number;
  error_code e = error_code::success;
  switch (format.unit) {
    case cell_unit::seconds:
      e = in_units(time, 1, format).get(number);
      break;
    case cell_unit::minutes:
      e = in_units(time, 60, format).get(number);
      break;
    case cell_unit::hours:
      // As the messages write hours, unless the column says otherwise.
      e = format.decimals ? in_units(time, 3600, format).get(number) : written_hours(time).get(number);
      break;
    case cell_unit::hundredths:
      e = in_units(time, 3600, format).get(number);
      break;
    case cell_unit::h_mm:
      return write_clock(time, false);
    case cell_unit::h_mm_ss:
      return write_clock(time, true);
  }
  if (e != error_code::success) return e;
  return with_mark(to_string(number), format.comma);
}

result<field_value> read_clock(std::string_view text, bool with_seconds) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t colon = text.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon > 9) return error_code::invalid_syntax;
  const int hours = digits_at(text, 0, colon);
  const int minutes = digits_at(text, colon + 1, 2);
  const int seconds = with_seconds ? digits_at(text, colon + 4, 2) : 0;
  const std::size_t length = colon + (with_seconds ? 6 : 3);
  if (text.size() != length || (with_seconds && text[colon + 3] != ':')) return error_code::invalid_syntax;
  if (hours < 0 || minutes < 0 || seconds < 0) return error_code::invalid_syntax;
  if (minutes > 59 || seconds > 59) return error_code::out_of_range;
  const std::int64_t total = std::int64_t{hours} * 3600 + minutes * 60 + seconds;
  return field_value{exact_duration(duration::of_seconds(negative ? -total : total))};
}

result<field_value> read_duration_cell(std::string_view text, const cell_format& format) {
  if (format.unit == cell_unit::h_mm || format.unit == cell_unit::h_mm_ss)
    return read_clock(text, format.unit == cell_unit::h_mm_ss);
  std::string pointed;
  if (const error_code e = with_point(text, format).get(pointed); e != error_code::success) return e;
  decimal number;
  if (const error_code e = parse_decimal(pointed).get(number); e != error_code::success) return e;
  exact_duration time;
  if (format.unit == cell_unit::hours || format.unit == cell_unit::hundredths) {
    time = read_hours(number);  // messages reference, section 8.2: 1.17 h are 70 min
  } else {
    const std::int64_t factor = format.unit == cell_unit::minutes ? 60 : 1;
    time = exact_duration::of_ratio(int128{number.coefficient} * factor, powers_of_ten.at(number.scale));
  }
  if (!time.is_valid()) return error_code::out_of_range;
  return field_value{time};
}

result<field_value> read_time_cell(std::string_view text, const cell_format& format, const field_value& before) {
  clock_parts parts{1970, 1, 1, 0, 0, 0};
  const pattern_parts named = parts_of(format.pattern);
  if (const auto* time = std::get_if<local_time>(&before)) parts = parts_of_time(*time);
  if (!named.clock && !has_value(before)) parts[3] = parts[4] = parts[5] = 0;
  if (named.clock) parts[5] = format.pattern.find('s') == std::string::npos ? 0 : parts[5];
  if (const error_code e = read_parts(format.pattern, text, parts); e != error_code::success) return e;
  if (format.type == field_type::date) {
    local_date date;
    if (const error_code e = local_date::of(parts[0], parts[1], parts[2]).get(date); e != error_code::success) return e;
    return field_value{date};
  }
  if (format.type == field_type::month) {
    local_month month;
    if (const error_code e = local_month::of(parts[0], parts[1]).get(month); e != error_code::success) return e;
    return field_value{month};
  }
  local_time time;
  if (const error_code e = local_time::of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]).get(time);
      e != error_code::success)
    return e;
  return field_value{time};
}

bool is_dated(field_type type) {
  return type == field_type::date || type == field_type::month || type == field_type::time;
}

bool is_number(field_type type) {
  return type == field_type::decimal || type == field_type::amount || type == field_type::price ||
         type == field_type::percent;
}

}  // namespace

pattern_parts parts_of(std::string_view pattern) {
  std::array<int, 6> met{};
  bool good = true;
  while (!pattern.empty()) {
    const std::string_view piece = next_piece(pattern);
    if (!is_token(piece)) continue;
    const std::size_t index = letters.find(piece.front());
    good = good && piece.size() <= (index == 0 ? 4U : 2U) && (index != 0 || piece.size() == 4) && met.at(index) == 0;
    met.at(index) = 1;
  }
  pattern_parts out;
  out.month = met[0] != 0 && met[1] != 0;
  out.day = out.month && met[2] != 0;
  out.clock = met[3] + met[4] + met[5] != 0;
  out.good = good && (out.month || out.clock || met[0] + met[1] + met[2] != 0);
  return out;
}

field_value negated(const field_value& value) {
  if (const auto* sum = std::get_if<money>(&value)) return money{} - *sum;
  if (const auto* time = std::get_if<exact_duration>(&value)) return exact_duration{} - *time;
  if (const auto* number = std::get_if<decimal>(&value)) return decimal{-number->coefficient, number->scale};
  if (const auto* count = std::get_if<std::int64_t>(&value)) return -*count;
  return value;
}

result<std::string> write_cell(const field_value& value, const cell_format& format) {
  if (!has_value(value)) return std::string();
  if (const auto* text = std::get_if<std::string>(&value)) return format.guard ? guarded_formula(*text) : *text;
  if (const auto* time = std::get_if<exact_duration>(&value)) return write_duration_cell(*time, format);
  if (const auto* number = std::get_if<decimal>(&value)) return write_number(*number, format);
  if (const auto* sum = std::get_if<money>(&value)) {
    if (!sum->is_valid()) return error_code::overflow;
    return write_number(to_decimal(*sum), format);
  }
  if (const auto* rate = std::get_if<unit_price>(&value)) {
    return format.decimals ? write_number(to_decimal(*rate), format) : with_mark(to_string(*rate), format.comma);
  }
  if (const auto* rate = std::get_if<percentage>(&value)) {
    return format.decimals ? write_number(to_decimal(*rate), format) : with_mark(to_string(*rate), format.comma);
  }
  if (format.pattern.empty()) return to_string(value);
  if (const auto* time = std::get_if<local_time>(&value)) return written(format.pattern, parts_of_time(*time));
  if (const auto* date = std::get_if<local_date>(&value))
    return written(format.pattern, parts_of_time(local_time::at(*date)));
  if (const auto* month = std::get_if<local_month>(&value))
    return written(format.pattern, parts_of_time(local_time::at(month->first_day())));
  return to_string(value);
}

result<field_value> read_cell(std::string_view text, const cell_format& format, const field_value& before) {
  if (format.type == field_type::text || format.type == field_type::choice)
    return field_value{std::string(format.guard ? unguarded_formula(text) : text)};
  if (format.type == field_type::seconds) return read_duration_cell(text, format);
  if (is_dated(format.type) && !format.pattern.empty()) return read_time_cell(text, format, before);
  if (!is_number(format.type)) return parse_field_value(format.type, text);
  std::string pointed;
  if (const error_code e = with_point(text, format).get(pointed); e != error_code::success) return e;
  return parse_field_value(format.type, pointed);
}

std::string expected_form(const cell_format& format) {
  if (is_dated(format.type) && !format.pattern.empty()) return format.pattern;
  switch (format.type) {
    case field_type::date:
      return "yyyy-MM-dd";
    case field_type::month:
      return "yyyy-MM";
    case field_type::time:
      return "yyyy-MM-ddTHH:mm:ss";
    case field_type::seconds:
      return std::string(name_of(format.unit));
    case field_type::boolean:
      return "true, false";
    case field_type::text:
    case field_type::choice:
    case field_type::group:
      return "text";
    case field_type::integer:
      return "0";
    default:
      return format.comma ? "0,00" : "0.00";
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
