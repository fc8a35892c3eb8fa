#include "exchange/xml_values.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#endif

#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

namespace {

reading_of_value failed(error_code e) {
  switch (e) {
    case error_code::out_of_range:
    case error_code::does_not_exist:
      return reading_of_value::no_such_date;
    case error_code::inexact:
      return reading_of_value::too_many_decimals;
    default:
      return reading_of_value::unreadable;
  }
}

reading_of_value read_time(std::string_view text, std::string_view format, local_time& out) {
  const std::string_view core = trimmed(text);
  if (parse_local_time(core).get(out) == error_code::success) return reading_of_value::plain;
  if (core.empty()) return reading_of_value::empty;
  lenient_time lenient;
  if (const error_code e = parse_local_time_lenient(text, format).get(lenient); e != error_code::success) {
    return failed(e);
  }
  out = lenient.time;
  return reading_of_value::odd_time;
}

// Written as the midnight of the day (messages reference, section 8.1); the date part is kept (V11).
reading_of_value read_date(std::string_view text, std::string_view format, local_date& out) {
  local_time time;
  const auto how = read_time(text, format, time);
  if (!is_read(how)) return how;
  out = time.date();
  return how == reading_of_value::plain && time.seconds_of_day() == 0 ? how : reading_of_value::odd_form;
}

reading_of_value read_decimal(std::string_view text, decimal& out) {
  if (parse_decimal(text).get(out) == error_code::success) return reading_of_value::plain;
  if (trimmed(text).empty()) return reading_of_value::empty;
  decimal_leniency tolerated;
  if (parse_decimal_lenient(text, tolerated).get(out) != error_code::success) return reading_of_value::unreadable;
  const bool blanks_only = tolerated.surrounding_blanks && !tolerated.comma && !tolerated.thousands_blanks &&
                           !tolerated.exponent && !tolerated.digits_cut;
  return blanks_only ? reading_of_value::plain : reading_of_value::odd_number;
}

template <class Number>
reading_of_value read_number(std::string_view text, Number& out) {
  decimal value;
  const auto how = read_decimal(text, value);
  if (!is_read(how)) return how;
  const error_code e = Number::from_decimal(value).get(out);
  if (e == error_code::success) return how;
  return e == error_code::inexact ? reading_of_value::too_many_decimals : reading_of_value::unreadable;
}

reading_of_value read_indicator(std::string_view text, bool& out) {
  const std::string_view word = trimmed(text);
  if (word == "true" || word == "false") {
    out = word == "true";
    return reading_of_value::plain;
  }
  if (word == "1" || word == "0") {
    out = word == "1";
    return reading_of_value::odd_form;
  }
  return word.empty() ? reading_of_value::empty : reading_of_value::unreadable;
}

template <class T>
T& as(void* value) {
  return *static_cast<T*>(value);
}
template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Characters that need no look at all: everything but controls, the reserved five and bytes of longer characters.
constexpr bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '&' && c != '<' && c != '>' && c != '"';
}

void append_escaped(std::string_view text, bool attribute, std::string& out) {
  std::size_t from = 0;
  std::size_t i = 0;
  const auto put = [&](std::size_t length, std::string_view instead) {
    out.append(text, from, i - from);
    out += instead;
    i += length;
    from = i;
  };
  while (i < text.size()) {
    const char c = text[i];
    if (is_plain(c)) {
      ++i;
    } else if (c == '&') {
      put(1, "&amp;");
    } else if (c == '<') {
      put(1, "&lt;");
    } else if (c == '>') {
      put(1, "&gt;");
    } else if (c == '\r') {
      put(1, "&#13;");
    } else if (c == '"' && attribute) {
      put(1, "&quot;");
    } else if (c == '\n' && attribute) {
      put(1, "&#10;");
    } else if (c == '\t' && attribute) {
      put(1, "&#9;");
    } else {
      ++i;
    }
  }
  out.append(text, from, i - from);
}

}  // namespace

reading_of_value read_value(tables::kind what, std::string_view text, std::string_view format, void* out) {
  using tables::kind;
  switch (what) {
    case kind::text:
      as<std::string>(out) = trimmed(text);
      return reading_of_value::plain;
    case kind::code:
      as<code>(out).value = trimmed(text);
      return reading_of_value::plain;
    case kind::identifier:
      as<identifier>(out).value = trimmed(text);
      return reading_of_value::plain;
    case kind::time:
      return read_time(text, format, as<local_time>(out));
    case kind::date:
      return read_date(text, format, as<local_date>(out));
    case kind::measure:
      return read_decimal(text, as<measure>(out).value);
    case kind::amount:
      return read_number(text, as<amount>(out).value);
    case kind::price:
      return read_number(text, as<price>(out).value);
    case kind::percentage:
      return read_number(text, as<percentage>(out));
    case kind::indicator:
      return read_indicator(text, as<bool>(out));
    default:
      return reading_of_value::unreadable;
  }
}

void append_value(tables::kind what, const void* value, std::string& out) {
  using tables::kind;
  switch (what) {
    case kind::text:
      out += as<std::string>(value);
      break;
    case kind::code:
      out += as<code>(value).value;
      break;
    case kind::identifier:
      out += as<identifier>(value).value;
      break;
    case kind::time:
      append_to(out, as<local_time>(value));
      break;
    case kind::date:
      append_to(out, as<local_date>(value));
      out += "T00:00:00";
      break;
    case kind::measure:
      append_to(out, as<measure>(value).value);
      break;
    case kind::amount:
      append_to(out, as<amount>(value).value);
      break;
    case kind::price:
      append_to(out, as<price>(value).value);
      break;
    case kind::percentage:
      append_to(out, as<percentage>(value));
      break;
    case kind::indicator:
      out += as<bool>(value) ? "true" : "false";
      break;
    default:
      break;
  }
}

bool is_usual_form(tables::kind what, reading_of_value how, std::string_view text, const void* value,
                   std::string& form) {
  using tables::kind;
  const bool date = what == kind::time || what == kind::date;
  constexpr std::size_t usual_length = 19;  // YYYY-MM-DDTHH:MM:SS
  if (how == reading_of_value::plain && date && text.size() == usual_length) return true;
  if (what <= kind::identifier) {  // texts: as written, unless blanks were taken off
    if (text.empty() || (!is_blank(text.front()) && !is_blank(text.back()))) return true;
  }
  form.clear();
  append_value(what, value, form);
  return form == text;
}

std::string* text_of_attribute(tables::kind what, std::string_view name, void* value) {
  using tables::kind;
  switch (what) {
    case kind::code:
      if (name == "listID") return &as<code>(value).list_id;
      return name == "listAgencyName" ? &as<code>(value).list_agency_name : nullptr;
    case kind::identifier:
      if (name == "schemeID") return &as<identifier>(value).scheme_id;
      return name == "schemeAgencyName" ? &as<identifier>(value).scheme_agency_name : nullptr;
    case kind::measure:
      return name == "unitCode" ? &as<measure>(value).unit_code : nullptr;
    case kind::amount:
      return name == "currencyID" ? &as<amount>(value).currency : nullptr;
    case kind::price:
      return name == "currencyID" ? &as<price>(value).currency : nullptr;
    default:
      return nullptr;
  }
}

bool same_value(tables::kind what, const void* a, const void* b) {
  using tables::kind;
  switch (what) {
    case kind::text:
      return as<std::string>(a) == as<std::string>(b);
    case kind::code:
      return as<code>(a).value == as<code>(b).value;
    case kind::identifier:
      return as<identifier>(a).value == as<identifier>(b).value;
    case kind::time:
      return as<local_time>(a) == as<local_time>(b);
    case kind::date:
      return as<local_date>(a) == as<local_date>(b);
    case kind::measure:
      return as<measure>(a).value == as<measure>(b).value;
    case kind::amount:
      return as<amount>(a).value == as<amount>(b).value;
    case kind::price:
      return as<price>(a).value == as<price>(b).value;
    case kind::percentage:
      return as<percentage>(a) == as<percentage>(b);
    case kind::indicator:
      return as<bool>(a) == as<bool>(b);
    default:
      return false;
  }
}

void append_text(std::string_view text, std::string& out) { append_escaped(text, false, out); }
void append_attribute_value(std::string_view text, std::string& out) { append_escaped(text, true, out); }

std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
  };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return byte(i) >= low && byte(i) <= high;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return first >= 0x20 || first == '\t' || first == '\n' || first == '\r' ? 1 : 0;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return follows(1) ? 2 : 0;
  if (first < 0xF0) {
    const bool second = follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
    if (!second || !follows(2)) return 0;
    const bool no_character = first == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE;  // U+FFFE, U+FFFF
    return no_character ? 0 : 3;
  }
  if (first > 0xF4) return 0;
  const bool second = follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
  return second && follows(2) && follows(3) ? 4 : 0;
}

namespace {

// One byte that is a character of its own.
constexpr bool is_ordinary(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && (byte >= 0x20 || c == '\n' || c == '\t' || c == '\r');
}

constexpr std::size_t block = 16;

// Which of 16 bytes are part of a longer character, or a control character other than white space: a bit for each.
#if defined(__SSE2__) || defined(_M_X64)
unsigned odd_bytes(const char* bytes) {
  const __m128i all = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  const __m128i low = _mm_cmplt_epi8(all, _mm_set1_epi8(0x20));  // signed: bytes above 0x7F are below, too
  const __m128i breaks =
      _mm_or_si128(_mm_cmpeq_epi8(all, _mm_set1_epi8('\n')), _mm_cmpeq_epi8(all, _mm_set1_epi8('\r')));
  const __m128i blanks = _mm_or_si128(breaks, _mm_cmpeq_epi8(all, _mm_set1_epi8('\t')));
  return static_cast<unsigned>(_mm_movemask_epi8(_mm_andnot_si128(blanks, low)));
}
#else
unsigned odd_bytes(const char* bytes) {
  unsigned out = 0;
  for (std::size_t i = 0; i < block; ++i)
    out |= (is_ordinary(bytes[i]) ? 0U : 1U) << i;
  return out;
}
#endif

}  // namespace

std::size_t find_invalid(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (i + block <= text.size()) {
      const unsigned odd = odd_bytes(text.data() + i);
      i += odd == 0 ? block : static_cast<std::size_t>(std::countr_zero(odd));
      if (odd == 0) continue;
    }
    const auto length = is_ordinary(text[i]) ? 1 : character_length(text.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

namespace {

// The length of a reference by number at the start to what is no character; 0 when it is none.
std::size_t invalid_reference(std::string_view text) {
  if (!text.starts_with("&#")) return 0;
  const bool hexadecimal = text.size() > 2 && text[2] == 'x';
  const std::size_t from = hexadecimal ? 3 : 2;
  std::uint32_t value = 0;
  std::size_t end = from;
  for (; end < text.size() && text[end] != ';'; ++end) {
    const auto c = static_cast<unsigned char>(text[end]);
    const auto lower = static_cast<unsigned char>(c | 0x20U);
    std::uint32_t digit = 16;
    if (c >= '0' && c <= '9') digit = c - std::uint32_t{'0'};
    if (hexadecimal && lower >= 'a' && lower <= 'f') digit = lower - std::uint32_t{'a'} + 10;
    if (digit == 16) return 0;
    if (value < 0x200000) value = value * (hexadecimal ? 16 : 10) + digit;
  }
  if (end == from || end == text.size()) return 0;
  const bool control = value < 0x20 && value != '\t' && value != '\n' && value != '\r';
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  return control || surrogate || value == 0xFFFE || value == 0xFFFF || value > 0x10FFFF ? end + 1 : 0;
}

}  // namespace

std::size_t find_invalid_reference(std::string_view text) {
  for (auto at = text.find("&#"); at != std::string_view::npos; at = text.find("&#", at + 2)) {
    if (invalid_reference(text.substr(at)) != 0) return at;
  }
  return std::string_view::npos;
}

std::string repaired(std::string_view text) {
  const auto wrong = std::min(find_invalid(text), find_invalid_reference(text));
  std::string out(text.substr(0, wrong));
  for (std::size_t i = out.size(); i < text.size();) {
    const auto length = character_length(text.substr(i));
    const auto reference = text[i] == '&' ? invalid_reference(text.substr(i)) : 0;
    if (length == 0 || reference != 0) {
      out += replacement;
      i += reference != 0 ? reference : 1;
    } else {
      out += text.substr(i, length);
      i += length;
    }
  }
  return out;
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
