#include "exchange/xml_encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

void append_utf_8(std::uint32_t c, std::string& out) {
  const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | c >> 6U);
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | c >> 12U);
    put(0x80U | (c >> 6U & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | c >> 18U);
    put(0x80U | (c >> 12U & 0x3FU));
    put(0x80U | (c >> 6U & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

namespace {

// Where windows-1252 differs from ISO-8859-1; 0 = no character.
constexpr std::array<std::uint16_t, 32> windows_1252_high{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

}  // namespace

std::uint32_t code_point_of(charset from, unsigned char byte) {
  constexpr std::uint32_t replacement = 0xFFFD;
  if (from == charset::windows_1252 && byte >= 0x80 && byte < 0xA0) {
    const auto c = windows_1252_high[byte - 0x80U];
    return c == 0 ? replacement : c;
  }
  if (from != charset::latin_9) return byte;
  switch (byte) {
    case 0xA4:
      return 0x20AC;
    case 0xA6:
      return 0x160;
    case 0xA8:
      return 0x161;
    case 0xB4:
      return 0x17D;
    case 0xB8:
      return 0x17E;
    case 0xBC:
      return 0x152;
    case 0xBD:
      return 0x153;
    case 0xBE:
      return 0x178;
    default:
      return byte;
  }
}

int byte_of(charset to, std::uint32_t point) {
  if (point < 0x80) return static_cast<int>(point);
  for (unsigned byte = 0x80; byte < 0x100; ++byte) {
    if (code_point_of(to, static_cast<unsigned char>(byte)) == point) return static_cast<int>(byte);
  }
  return -1;
}

namespace {

// The value of `encoding` in an XML declaration, in lower case; empty when there is none.
std::string declared_encoding(std::string_view start) {
  if (!start.starts_with("<?xml")) return {};
  const std::string_view declaration = start.substr(0, start.find("?>"));
  const auto name_at = declaration.find("encoding");
  if (name_at == std::string_view::npos) return {};
  const auto open = declaration.find_first_of("\"'", name_at);
  if (open == std::string_view::npos) return {};
  const auto close = declaration.find(declaration[open], open + 1);
  if (close == std::string_view::npos) return {};
  std::string out(declaration.substr(open + 1, close - open - 1));
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::optional<charset> charset_of(std::string_view name) {
  struct known {
    std::string_view name;
    charset set;
  };
  constexpr std::array list{known{"", charset::utf_8},
                            known{"utf-8", charset::utf_8},
                            known{"utf8", charset::utf_8},
                            known{"us-ascii", charset::utf_8},
                            known{"ascii", charset::utf_8},
                            known{"iso-8859-1", charset::latin_1},
                            known{"iso8859-1", charset::latin_1},
                            known{"latin1", charset::latin_1},
                            known{"iso-8859-15", charset::latin_9},
                            known{"iso8859-15", charset::latin_9},
                            known{"latin9", charset::latin_9},
                            known{"windows-1252", charset::windows_1252},
                            known{"cp1252", charset::windows_1252}};
  for (const auto& entry : list) {
    if (entry.name == name) return entry.set;
  }
  return std::nullopt;
}

class transcoder {
 public:
  transcoder(byte_source source, encoding_state& found) : source_(std::move(source)), found_(found) {}

  result<std::size_t> read(char* into, std::size_t capacity) {
    if (!sniffed_) {
      if (const error_code e = sniff(); e != error_code::success) return e;
    }
    if (set_ == charset::utf_8) {
      if (start_.empty()) return at_end_ ? result<std::size_t>(std::size_t{0}) : source_.read(into, capacity);
      return take(start_, into, capacity);
    }
    while (ready_.empty() && !at_end_) {
      if (const error_code e = convert(); e != error_code::success) return e;
    }
    return take(ready_, into, capacity);
  }

 private:
  static std::size_t take(std::string& from, char* into, std::size_t capacity) {
    const std::size_t count = std::min(capacity, from.size());
    std::memcpy(into, from.data(), count);
    from.erase(0, count);
    return count;
  }

  error_code fill(std::string& into, std::size_t capacity) {
    const std::size_t held = into.size();
    into.resize(held + capacity);
    std::size_t got = 0;
    const error_code e = source_.read(into.data() + held, capacity).get(got);
    into.resize(held + got);
    at_end_ = got == 0;
    return e;
  }

  // Looks at the first bytes: enough for a byte order mark and an XML declaration.
  error_code sniff() {
    sniffed_ = true;
    constexpr std::size_t enough = 512;
    while (start_.size() < enough && !at_end_) {
      if (const error_code e = fill(start_, enough); e != error_code::success) return e;
    }
    const std::string_view start = start_;
    if (start.starts_with("\xFF\xFE") || start.starts_with(std::string_view("<\0", 2))) {
      set_ = charset::utf_16_le;
    } else if (start.starts_with("\xFE\xFF") || start.starts_with(std::string_view("\0<", 2))) {
      set_ = charset::utf_16_be;
    } else if (start.starts_with("\xEF\xBB\xBF")) {
      note_mismatch(declared_encoding(start.substr(3)));
    } else if (const std::string name = declared_encoding(start); name.starts_with("utf-16")) {
      note_mismatch(name);  // a declaration that can be read byte by byte is in no such encoding
    } else {
      const auto set = charset_of(name);
      if (!set) {
        found_.unsupported = name.substr(0, 40);
        at_end_ = true;
        start_.clear();
        return error_code::unsupported;
      }
      set_ = *set;
    }
    if (set_ != charset::utf_8) {
      raw_ = std::move(start_);
      start_.clear();
      at_end_ = false;
      const bool mark = raw_.starts_with("\xFF\xFE") || raw_.starts_with("\xFE\xFF");
      if (mark) raw_.erase(0, 2);
      convert_raw();
    }
    return error_code::success;
  }

  void note_mismatch(const std::string& name) {
    if (charset_of(name) == charset::utf_8) return;
    found_.declared = name.substr(0, 40);
    found_.read_as = "UTF-8";
  }

  error_code convert() {
    constexpr std::size_t chunk = 64 * 1024;
    const error_code e = fill(raw_, chunk);
    if (e == error_code::success) convert_raw();
    return e;
  }

  void convert_raw() {
    if (set_ == charset::utf_16_le || set_ == charset::utf_16_be) {
      convert_utf_16();
      return;
    }
    for (const char c : raw_)
      append_utf_8(code_point_of(set_, static_cast<unsigned char>(c)), ready_);
    raw_.clear();
  }

  std::uint32_t unit(std::size_t at) const {
    const auto first = static_cast<unsigned char>(raw_[at]);
    const auto second = static_cast<unsigned char>(raw_[at + 1]);
    return set_ == charset::utf_16_le ? first | static_cast<std::uint32_t>(second) << 8U
                                      : second | static_cast<std::uint32_t>(first) << 8U;
  }

  // What is no pair of surrogates becomes U+FFFD; half a character waits for the next chunk.
  void convert_utf_16() {
    constexpr std::uint32_t replacement = 0xFFFD;
    std::size_t at = 0;
    for (; at + 2 <= raw_.size(); at += 2) {
      const std::uint32_t c = unit(at);
      if (c < 0xD800 || c > 0xDFFF) {
        append_utf_8(c, ready_);
        continue;
      }
      if (at + 4 > raw_.size() && !at_end_) break;
      const std::uint32_t low = at + 4 <= raw_.size() ? unit(at + 2) : 0;
      if (c < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF) {
        append_utf_8(0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00), ready_);
        at += 2;
      } else {
        append_utf_8(replacement, ready_);
      }
    }
    raw_.erase(0, at);
  }

  byte_source source_;
  encoding_state& found_;
  std::string start_;  // read ahead, not yet given on
  std::string raw_;    // not yet converted
  std::string ready_;  // converted
  charset set_ = charset::utf_8;
  bool sniffed_ = false;
  bool at_end_ = false;
};

}  // namespace

byte_source to_utf8(byte_source source, encoding_state& found) {
  auto state = std::make_shared<transcoder>(std::move(source), found);
  return {[state](char* into, std::size_t capacity) { return state->read(into, capacity); }};
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
