#if ESPPADOM_WITH_XML

#include "esppadom/exchange/validate.hpp"

#include <algorithm>
#include <system_error>
#include <utility>
#include <variant>

#include "esppadom/exchange/findings.hpp"
#include "esppadom/message/checks.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace {

namespace fs = std::filesystem;
namespace kinds = exchange_findings;

std::string name_of(const fs::path& path) {
  const auto text = path.generic_u8string();
  return {text.begin(), text.end()};
}

void report(const finding_kind& kind, std::string file, findings& found, std::vector<std::string> arguments = {}) {
  finding out;
  out.kind = &kind;
  out.file = std::move(file);
  out.arguments = std::move(arguments);
  found.add(std::move(out));
}

bool is_xml(const fs::path& path) {
  const std::string extension = name_of(path.extension());
  return extension == ".xml" || extension == ".XML";
}

// The files of a folder, by name.
std::vector<fs::path> files_in(const fs::path& folder, findings& found) {
  std::vector<fs::path> out;
  std::error_code failed;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(folder, options, failed), end; !failed && at != end; at.increment(failed)) {
    std::error_code ignored;
    if (at->is_regular_file(ignored) && is_xml(at->path())) out.push_back(at->path());
  }
  if (failed) report(kinds::unreadable, name_of(folder), found);
  if (!failed && out.empty()) report(kinds::nothing_to_read, name_of(folder), found);
  std::sort(out.begin(), out.end(), [](const fs::path& a, const fs::path& b) { return name_of(a) < name_of(b); });
  return out;
}

// Findings about a message get its place.
void place(findings from, const message_place& at, const std::string& file, findings& into) {
  for (auto& one : from.items()) {
    one.file = file;
    one.line = at.line;
    one.column = at.column;
    one.path = at.path + (one.path.empty() ? "" : "/" + one.path);
    into.add(std::move(one));
  }
}

}  // namespace

validated_file validate(byte_source source, const std::string& name, findings& found,
                        const validation_options& options) {
  validated_file out;
  out.file = name;
  read_options reading;
  reading.profile = options.profile;
  reading.bounds = options.bounds;
  reading.file = name;
  message_reader reader(std::move(source), found, reading);
  check_options checking;
  checking.skipped_times = false;  // the reader reports them, with their own place
  file_checks together;
  while (const auto message = reader.next()) {
    findings own;
    std::visit(
        [&](const auto& one) {
          if (!out.version && !one.message_version.empty()) out.version = one.message_version;
          check(one, own, checking);
          together.add(one, own);
        },
        *message);
    if (!own.empty()) place(std::move(own), reader.place(), name, found);
  }
  findings shared;
  together.finish(shared);
  for (auto& one : shared.items()) {
    one.file = name;
    found.add(std::move(one));
  }
  if (!reader.readable()) return out;
  out.message = reader.head().kind;
  out.messages = reader.count();
  if (reader.head().version_id && !reader.head().version_id->empty()) out.version = reader.head().version_id;
  return out;
}

validation validate(std::span<const fs::path> paths, const validation_options& options) {
  validation out;
  out.found = findings(options.bounds.findings);
  std::vector<fs::path> files;
  for (const auto& path : paths) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
      files.push_back(path);
      continue;
    }
    auto inside = files_in(path, out.found);
    std::move(inside.begin(), inside.end(), std::back_inserter(files));
  }
  if (files.size() > options.bounds.files) {
    report(kinds::too_many_files, {}, out.found, {std::to_string(options.bounds.files)});
    files.resize(options.bounds.files);
  }
  for (const auto& file : files) {
    byte_source source;
    if (bytes_of_file(file).get(source) != error_code::success) {
      report(kinds::unreadable, name_of(file), out.found);
      out.files.push_back({name_of(file), std::nullopt, std::nullopt, 0});
      continue;
    }
    out.files.push_back(validate(std::move(source), name_of(file), out.found, options));
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI

#endif  // ESPPADOM_WITH_XML
