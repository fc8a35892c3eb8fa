#include "esppadom/exchange/conformance.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "esppadom/exchange/conformance_findings.hpp"
#include "esppadom/exchange/sha256.hpp"
#include "esppadom/library.hpp"
#include "exchange/file_bytes.hpp"
#if ESPPADOM_WITH_XML && ESPPADOM_WITH_JSON
#include "exchange/conformance_case.hpp"
#endif

namespace esppadom::inline ESPPADOM_ABI {

std::size_t conformance_report::count(case_verdict verdict) const {
  return static_cast<std::size_t>(
      std::count_if(cases.begin(), cases.end(), [&](const case_result& one) { return one.verdict == verdict; }));
}

bool conformance_report::passed() const {
  return count(case_verdict::failed) == 0 && !(written && written->found.has_errors());
}

#if ESPPADOM_WITH_XML && ESPPADOM_WITH_JSON

namespace {

namespace fs = std::filesystem;

struct kit_file {
  std::string name;  // below the kit's folder
  fs::path path;
};

std::vector<kit_file> files_of(const fs::path& kit) {
  std::vector<kit_file> out;
  std::error_code failed;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(kit, options, failed), end; !failed && at != end; at.increment(failed)) {
    std::error_code ignored;
    if (at->is_regular_file(ignored))
      out.push_back({detail::utf8_name(at->path().lexically_relative(kit)), at->path()});
  }
  std::sort(out.begin(), out.end(), [](const kit_file& a, const kit_file& b) { return a.name < b.name; });
  return out;
}

// The digest of the names and the digests of all files, in the order of the names.
std::string digest_of(const std::vector<kit_file>& files) {
  constexpr std::size_t most = std::size_t{256} << 20;
  std::string all;
  for (const auto& file : files) {
    findings unheard;
    const auto bytes = detail::file_bytes(file.path, most, unheard);
    const auto digest = sha256_hex(bytes ? std::string_view(*bytes) : std::string_view());
    if (!digest) return {};
    all += file.name + "\n" + *digest + "\n";
  }
  return sha256_hex(all).value_or(std::string());
}

void report(const finding_kind& kind, const fs::path& file, std::vector<std::string> arguments, findings& found) {
  finding out;
  out.kind = &kind;
  out.file = detail::utf8_name(file);
  out.arguments = std::move(arguments);
  found.add(std::move(out));
}

void judge(detail::kit_case& one, std::string_view answer, bool own, const fs::path& from, findings& found) {
  detail::json_tree tree;
  if (tree.parse(answer) != error_code::success || !tree.root().is_object()) {
    report(conformance_findings::bad_answer, from, {"it is not JSON", "ce n'est pas du JSON"}, found);
    one.about.faults.push_back({"the answer is not JSON", "la réponse n'est pas du JSON"});
    return;
  }
  auto compared = detail::compare_answer(one, tree.root(), own);
  one.about.faults = std::move(compared.faults);
  one.about.verdict = !one.about.faults.empty() ? case_verdict::failed
                      : compared.answered       ? case_verdict::passed
                                                : case_verdict::not_answered;
}

error_code run_case(detail::kit_case& one, const conformance_options& options, findings& found) {
  if (!options.answers) {
    const std::string answer = detail::answer_of_library(one);
    judge(one, answer, true, {}, found);
    return options.keep_answer ? options.keep_answer(one.about.area + "/" + one.about.name + ".json", answer)
                               : error_code::success;
  }
  constexpr std::size_t most = std::size_t{16} << 20;
  const fs::path from = *options.answers / one.about.area / (one.about.name + ".json");
  one.about.verdict = case_verdict::not_answered;
  std::error_code ignored;
  if (!fs::is_regular_file(from, ignored)) return error_code::success;
  std::string answer;
  if (detail::file_bytes(from, most, found).get(answer) == error_code::success) {
    one.about.verdict = case_verdict::failed;
    judge(one, answer, false, from, found);
  }
  return error_code::success;
}

written_files judge_written(const fs::path& folder) {
  written_files out;
  const fs::path paths[] = {folder};
  validation_options how;
  how.profile = read_profile::strict;
  if (auto levels = built_in_profile("strict")) how.levels = std::move(*levels);
  auto checked = validate(paths, how);
  out.files = checked.files.size();
  for (const auto& file : checked.files)
    out.messages += file.messages;
  for (const auto level : {check_level::well_formed, check_level::structure, check_level::sense})
    out.counts[level] = {};
  const auto add = [&](std::string_view code, severity level, std::uint64_t number) {
    const std::size_t column = level == severity::error ? 0 : level == severity::warning ? 1 : 2;
    out.counts[level_of(code)].at(column) += number;
    out.codes[std::string(code)] += number;
  };
  for (const auto& one : checked.found.items())
    add(one.code(), one.level(), 1);
  for (const auto& row : dropped_rows_of(checked.found))
    add(row.code, row.severity, row.count);
  out.found = std::move(checked.found);
  return out;
}

}  // namespace

result<conformance_report> run_conformance(const fs::path& kit, findings& found, const conformance_options& options) {
  conformance_report out;
  out.version = std::string(library_version());
  out.judged = options.judged.empty() ? "esppadom " + out.version : options.judged;
  const auto files = files_of(kit);
  bool broken = false;
  for (const auto& file : files) {
    if (file.path.extension() != ".json") continue;
    detail::kit_case one;
    const error_code e = detail::read_case(file.path, one, found);
    if (e == error_code::unsupported) continue;
    broken = broken || e != error_code::success;
    if (e != error_code::success) continue;
    if (const error_code kept = run_case(one, options, found); kept != error_code::success) return kept;
    out.cases.push_back(std::move(one.about));
  }
  if (broken) return error_code::invalid_value;
  if (out.cases.empty()) {
    report(conformance_findings::no_case, kit, {detail::utf8_name(kit)}, found);
    return error_code::unreadable;
  }
  std::sort(out.cases.begin(), out.cases.end(), [](const case_result& a, const case_result& b) {
    return a.area != b.area ? a.area < b.area : a.name < b.name;
  });
  out.kit_files = files.size();
  out.kit_sha256 = digest_of(files);
  if (options.written) out.written = judge_written(*options.written);
  return out;
}

#else

result<conformance_report> run_conformance(const std::filesystem::path&, findings&, const conformance_options&) {
  return error_code::not_built;
}

#endif

}  // namespace esppadom::inline ESPPADOM_ABI
