#if ESPPADOM_WITH_XML

#include "esppadom/exchange/validate.hpp"

#include <algorithm>
#include <functional>
#include <map>
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

// A finding gets the place of the member it speaks of.
void place(finding& one, message_reader& reader, const std::string& file) {
  const message_place at = reader.place(one.path);
  one.file = file;
  one.line = at.line;
  one.column = at.column;
  one.path = at.path;
}

read_options reading_of(const validation_options& options, const std::string& name) {
  read_options out;
  out.profile = options.profile;
  out.bounds = options.bounds;
  out.file = name;
  return out;
}

}  // namespace

class validator::state {
 public:
  explicit state(validation_options options)
      : options_(std::move(options)), found_(options_.bounds.findings), batch_(options_.compared_messages) {}

  validated_file add(byte_source source, const std::string& name) {
    validated_file out;
    out.file = name;
    names_.push_back(name);
    batch_.begin_file(name);
    message_reader reader(std::move(source), found_, reading_of(options_, name));
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
            batch_.add(one);
          },
          *message);
      for (finding& one : own.items()) {
        place(one, reader, name);
        found_.add(std::move(one));
      }
    }
    findings shared;
    together.finish(shared);
    for (finding& one : shared.items()) {
      one.file = name;
      found_.add(std::move(one));
    }
    if (!reader.readable()) return out;
    out.message = reader.head().kind;
    out.messages = reader.count();
    if (reader.head().version_id && !reader.head().version_id->empty()) out.version = reader.head().version_id;
    return out;
  }

  findings& found() { return found_; }

  findings finish(const read_again& again) {
    batch_.finish([&](finding&& one, std::uint32_t file, std::uint32_t index) {
      const bool placeable = index > 0 && again && waiting_ < options_.bounds.findings;
      if (!placeable) {
        found_.add(std::move(one));
      } else {
        pending_[names_[file]].push_back({index, std::move(one)});
        ++waiting_;
      }
    });
    if (!pending_.empty()) {
      again([&](std::string_view name) { return pending_.find(name) != pending_.end(); },
            [&](const std::string& name, byte_source bytes) { read_once_more(name, std::move(bytes)); });
    }
    for (auto& [name, waiting] : pending_) {
      for (auto& one : waiting)
        found_.add(std::move(one.what));
    }
    return graded(std::move(found_), options_.levels);
  }

 private:
  struct waiting_finding {
    std::uint32_t index = 0;  ///< of the message in its file, from 1
    finding what;
  };

  void read_once_more(const std::string& name, byte_source bytes) {
    const auto entry = pending_.find(name);
    if (entry == pending_.end()) return;
    auto waiting = std::move(entry->second);
    pending_.erase(entry);
    std::stable_sort(waiting.begin(), waiting.end(),
                     [](const waiting_finding& a, const waiting_finding& b) { return a.index < b.index; });
    findings known(0);  // told the first time
    message_reader reader(std::move(bytes), known, reading_of(options_, name));
    std::uint32_t index = 0;
    auto next = waiting.begin();
    while (next != waiting.end() && reader.next()) {
      ++index;
      for (; next != waiting.end() && next->index == index; ++next)
        place(next->what, reader, name);
    }
    for (auto& one : waiting)
      found_.add(std::move(one.what));
  }

  validation_options options_;
  findings found_;
  batch_checks batch_;
  std::vector<std::string> names_;
  std::map<std::string, std::vector<waiting_finding>, std::less<>> pending_;
  std::size_t waiting_ = 0;
};

validator::validator(validation_options options) : state_(std::make_unique<state>(std::move(options))) {}
validator::~validator() = default;
validator::validator(validator&&) noexcept = default;
validator& validator::operator=(validator&&) noexcept = default;

validated_file validator::add(byte_source source, const std::string& name) {
  return state_->add(std::move(source), name);
}
findings& validator::found() { return state_->found(); }
findings validator::finish(const read_again& again) { return state_->finish(again); }

validated_file validate(byte_source source, const std::string& name, findings& found,
                        const validation_options& options) {
  validator checks(options);
  validated_file out = checks.add(std::move(source), name);
  found.merge(checks.finish());
  return out;
}

validation validate(std::span<const fs::path> paths, const validation_options& options) {
  validation out;
  validator checks(options);
  std::vector<fs::path> files;
  for (const auto& path : paths) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
      files.push_back(path);
      continue;
    }
    auto inside = files_in(path, checks.found());
    std::move(inside.begin(), inside.end(), std::back_inserter(files));
  }
  if (files.size() > options.bounds.files) {
    report(kinds::too_many_files, {}, checks.found(), {std::to_string(options.bounds.files)});
    files.resize(options.bounds.files);
  }
  for (const auto& file : files) {
    byte_source source;
    if (bytes_of_file(file).get(source) != error_code::success) {
      report(kinds::unreadable, name_of(file), checks.found());
      out.files.push_back({name_of(file), std::nullopt, std::nullopt, 0});
      continue;
    }
    out.files.push_back(checks.add(std::move(source), name_of(file)));
  }
  out.found = checks.finish([&](const auto& wanted, const auto& each) {
    for (const auto& file : files) {
      byte_source source;
      if (!wanted(name_of(file)) || bytes_of_file(file).get(source) != error_code::success) continue;
      each(name_of(file), std::move(source));
    }
  });
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI

#endif  // ESPPADOM_WITH_XML
