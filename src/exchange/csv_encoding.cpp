#include "exchange/csv_encoding.hpp"
#include "exchange/code_point.hpp"

#include "exchange/json_writer.hpp"
#include "exchange/xml_encoding.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

namespace {

xml::charset charset_of(csv_encoding_name name) {
  switch (name) {
    case csv_encoding_name::iso_8859_1:
      return xml::charset::latin_1;
    case csv_encoding_name::iso_8859_15:
      return xml::charset::latin_9;
    case csv_encoding_name::windows_1252:
      return xml::charset::windows_1252;
    case csv_encoding_name::utf_8:
      break;
  }
  return xml::charset::utf_8;
}

}  // namespace

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = utf8_sequence(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

bool append_as_utf8(std::string& out, std::string_view bytes, csv_encoding_name from) {
  const xml::charset set = charset_of(from);
  bool good = true;
  for (const char c : bytes) {
    const std::uint32_t point = xml::code_point_of(set, static_cast<unsigned char>(c));
    good = good && point != 0xFFFD;
    xml::append_utf_8(point, out);
  }
  return good;
}

std::uint64_t append_encoded(std::string& out, std::string_view text, csv_encoding_name to) {
  const xml::charset set = charset_of(to);
  std::uint64_t replaced = 0;
  while (!text.empty()) {
    const std::size_t length = utf8_sequence(text);
    const std::uint32_t point = length == 0 ? 0xFFFDU : detail::code_point(text.substr(0, length));
    text.remove_prefix(length == 0 ? 1 : length);
    const int byte = xml::byte_of(set, point);
    if (byte < 0) ++replaced;
    out.push_back(byte < 0 ? '?' : static_cast<char>(static_cast<unsigned char>(byte)));
  }
  return replaced;
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
