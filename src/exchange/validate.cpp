#if ESPPADOM_WITH_XML

#include "esppadom/exchange/validate.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <variant>

#include "esppadom/exchange/inputs.hpp"
#include "esppadom/message/checks.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace {

namespace fs = std::filesystem;

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
    file_checks together;
    while (const auto message = reader.next()) {
      findings own;
      // Times the clock skips in spring: the reader of XML reports them with their own place, that of JSON does not.
      checking.skipped_times = reader.format() == text_format::json;
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
  input_limits bounds;
  bounds.files = options.bounds.files;
  for_each_input(paths, checks.found(), bounds, [&](input& one) {
    out.files.push_back(checks.add(std::move(one.bytes), one.name));
    return true;
  });
  out.found = checks.finish([&](const auto& wanted, const auto& each) {
    findings told;  // when they were read first
    for_each_input(paths, told, bounds, [&](input& one) {
      if (wanted(one.name)) each(one.name, std::move(one.bytes));
      return true;
    });
  });
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI

#endif  // ESPPADOM_WITH_XML
