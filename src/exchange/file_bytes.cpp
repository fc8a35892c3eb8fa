#include "exchange/file_bytes.hpp"

#include <fstream>
#include <system_error>

#include "esppadom/exchange/json_findings.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

std::string utf8_name(const std::filesystem::path& path) {
  const std::u8string text = path.generic_u8string();  // one way to name a file on every system
  return {text.begin(), text.end()};
}

namespace {

void report(findings& out, const finding_kind& kind, const std::filesystem::path& path, std::string argument) {
  finding found;
  found.kind = &kind;
  found.file = utf8_name(path);
  found.arguments = {std::move(argument)};
  out.add(std::move(found));
}

}  // namespace

result<std::string> file_bytes(const std::filesystem::path& path, std::size_t limit, findings& out) {
  std::error_code problem;
  const bool is_folder = std::filesystem::is_directory(path, problem);
  std::ifstream file(path, std::ios::binary);
  if (is_folder || !file) {
    report(out, file_unreadable, path, utf8_name(path));
    return error_code::unreadable;
  }
  std::string content;
  constexpr std::size_t block = std::size_t{1} << 20;
  while (file) {
    const std::size_t size = content.size();
    content.resize(size + block);
    file.read(content.data() + size, static_cast<std::streamsize>(block));
    content.resize(size + static_cast<std::size_t>(file.gcount()));
    if (content.size() <= limit) continue;
    report(out, json_too_large, path, std::to_string(limit));
    return error_code::too_large;
  }
  if (!file.eof()) {
    report(out, file_unreadable, path, utf8_name(path));
    return error_code::unreadable;
  }
  return content;
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
