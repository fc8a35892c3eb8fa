// Writes JSON the same way every time: members in the order of their description, UTF-8, only the escapes JSON demands,
// numbers as the value types print them. The indented form is that of Python's json.dumps(…, indent=2).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "esppadom/exchange/json.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// Length of the well-formed UTF-8 sequence at the start of `text`; 0 when there is none.
constexpr std::size_t utf8_sequence(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto follows = [&](std::size_t i, unsigned least, unsigned most) {
    return byte(i) >= least && byte(i) <= most;
  };
  const unsigned lead = byte(0);
  if (text.empty()) return 0;
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1, 0x80, 0xBF) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned least = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned most = lead == 0xED ? 0x9F : 0xBF;  // no surrogates
    return follows(1, least, most) && follows(2, 0x80, 0xBF) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned least = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned most = lead == 0xF4 ? 0x8F : 0xBF;
    return follows(1, least, most) && follows(2, 0x80, 0xBF) && follows(3, 0x80, 0xBF) ? 4 : 0;
  }
  return 0;
}

inline void append_json_escape(std::string& out, char c) {
  constexpr std::string_view hex = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(c);
  out.push_back('\\');
  switch (c) {
    case '"':
    case '\\':
      out.push_back(c);
      return;
    case '\n':
      out.push_back('n');
      return;
    case '\r':
      out.push_back('r');
      return;
    case '\t':
      out.push_back('t');
      return;
    case '\b':
      out.push_back('b');
      return;
    case '\f':
      out.push_back('f');
      return;
    default:
      out += "u00";
      out.push_back(hex[code >> 4]);
      out.push_back(hex[code & 15]);
  }
}

/// Appends the text as a JSON string. Bytes that are no UTF-8 become U+FFFD, so that the output always is.
inline void append_json_string(std::string& out, std::string_view text) {
  out.push_back('"');
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto code = static_cast<unsigned char>(text[i]);
    if (code >= 0x20 && code < 0x80 && code != '"' && code != '\\') {
      ++i;
      continue;
    }
    const std::size_t length = code < 0x80 ? 0 : utf8_sequence(text.substr(i));
    if (length > 0) {
      i += length;
      continue;
    }
    out.append(text.substr(done, i - done));
    if (code < 0x80) {
      append_json_escape(out, text[i]);
    } else {
      out += "\xEF\xBF\xBD";
    }
    done = ++i;
  }
  out.append(text.substr(done));
  out.push_back('"');
}

/// The tokens of a document: knows about commas, colons, line ends and indentation, nothing about values.
class json_writer {
 public:
  json_writer(std::string& out, json_layout layout) : out_(out), layout_(layout) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name) {
    separate();
    append_json_string(out_, name);
    out_.push_back(':');
    if (layout_ == json_layout::indented) out_.push_back(' ');
    after_key_ = true;
  }
  void string(std::string_view text) {
    separate();
    append_json_string(out_, text);
  }
  /// A number, `true`, `false`, `null`, or a whole value that is JSON already.
  void raw(std::string_view token) {
    separate();
    out_ += token;
  }
  void integer(std::int64_t value) {
    separate();
    append_scaled(out_, value, 0, 0);
  }

 private:
  void open(char bracket) {
    separate();
    out_.push_back(bracket);
    ++depth_;
    first_ = true;
  }
  void close(char bracket) {
    --depth_;
    if (!first_) new_line();
    out_.push_back(bracket);
    first_ = false;
  }
  void separate() {
    if (after_key_) {
      after_key_ = false;
      return;
    }
    if (depth_ == 0) return;
    if (!first_) out_.push_back(',');
    first_ = false;
    new_line();
  }
  void new_line() {
    if (layout_ == json_layout::compact) return;
    out_.push_back('\n');
    out_.append(2 * depth_, ' ');
  }

  std::string& out_;
  json_layout layout_;
  std::size_t depth_ = 0;
  bool first_ = true;
  bool after_key_ = false;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
