// Where bytes come from: memory and files.

#include <cstring>
#include <fstream>
#include <memory>

#include "esppadom/exchange/xml.hpp"

namespace esppadom::inline ESPPADOM_ABI {

byte_source bytes_of(std::string_view text) {
  return {[text](char* into, std::size_t capacity) mutable -> result<std::size_t> {
    const std::size_t count = text.size() < capacity ? text.size() : capacity;
    if (count != 0) std::memcpy(into, text.data(), count);
    text.remove_prefix(count);
    return count;
  }};
}

result<byte_source> bytes_of_file(const std::filesystem::path& path) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(path, failed) && !std::filesystem::is_fifo(path, failed) &&
      !std::filesystem::is_character_file(path, failed)) {
    return error_code::unreadable;
  }
  auto stream = std::make_shared<std::ifstream>();
  stream->rdbuf()->pubsetbuf(nullptr, 0);  // what is read is a chunk already
  stream->open(path, std::ios::binary);
  if (!stream->is_open()) return error_code::unreadable;
  return byte_source{[stream](char* into, std::size_t capacity) -> result<std::size_t> {
    stream->read(into, static_cast<std::streamsize>(capacity));
    if (stream->bad()) return error_code::unreadable;
    return static_cast<std::size_t>(stream->gcount());
  }};
}

}  // namespace esppadom::inline ESPPADOM_ABI
