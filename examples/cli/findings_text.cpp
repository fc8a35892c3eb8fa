#include "findings_text.hpp"

#include <algorithm>
#include <iostream>
#include <map>

#include "esppadom/exchange/reports.hpp"

namespace cli {
namespace {

using esppadom::finding;
using esppadom::severity;

constexpr std::size_t shown_of_a_kind = 10;

std::string place_of(const finding& one, const speaker& to) {
  std::string out = one.file;
  if (one.line > 0) out += ":" + std::to_string(one.line);
  if (one.column > 0) out += ":" + std::to_string(one.column);
  if (!one.document.empty())
    out += (out.empty() ? "" : ", ") + to.say({"document {0}", "document {0}"}, {one.document});
  if (!one.path.empty()) out += (out.empty() ? "" : ", ") + one.path;
  return out;
}

std::string counted(std::uint64_t number, const words& one, const words& many, const speaker& to) {
  return to.count(number) + " " + std::string(to.say(number == 1 || (to.french() && number == 0) ? one : many));
}

}  // namespace

std::vector<finding_group> grouped(const esppadom::findings& found) {
  std::map<const esppadom::finding_kind*, finding_group> groups;
  for (const finding& one : found.items()) {
    auto& group = groups[one.kind];
    group.kind = one.kind;
    ++group.count;
    group.kept.push_back(&one);
  }
  for (const auto& entry : found.dropped()) {
    auto& group = groups[entry.kind];
    group.kind = entry.kind;
    group.count += entry.count;
  }
  std::vector<finding_group> sorted;
  for (auto& [kind, group] : groups) {
    if (!kind) continue;
    std::stable_sort(group.kept.begin(), group.kept.end(),
                     [](const finding* a, const finding* b) { return finding_less(*a, *b); });
    sorted.push_back(std::move(group));
  }
  std::sort(sorted.begin(), sorted.end(), [](const finding_group& a, const finding_group& b) {
    return a.kind->level != b.kind->level ? a.kind->level > b.kind->level : a.kind->code < b.kind->code;
  });
  return sorted;
}

std::string_view severity_word(severity level, const speaker& to) {
  switch (level) {
    case severity::error:
      return to.say({"error", "erreur"});
    case severity::warning:
      return to.say({"warning", "avertissement"});
    default:
      return to.say({"remark", "remarque"});
  }
}

std::string findings_text(const esppadom::findings& found, const speaker& to) {
  std::string out;
  for (const auto& group : grouped(found)) {
    out += std::string(severity_word(group.kind->level, to)) + " " + std::string(group.kind->code);
    out += " (" + to.count(group.count) + ")\n";
    const std::size_t shown = std::min(group.kept.size(), shown_of_a_kind);
    for (std::size_t i = 0; i < shown; ++i) {
      const std::string place = place_of(*group.kept[i], to);
      out += "  " + (place.empty() ? "" : place + "\n    ") + message(*group.kept[i], to.language()) + "\n";
    }
    if (group.count > shown) {
      out += "  " +
             to.say({"… and {0} more; --format json lists them", "… et {0} autres ; --format json les liste"},
                    {to.count(group.count - shown)}) +
             "\n";
    }
  }
  return out;
}

std::string findings_by_kind_text(const esppadom::findings& found, const speaker& to) {
  std::string out;
  for (const auto& group : grouped(found)) {
    out += "  " + std::string(group.kind->code) + "  " + std::string(severity_word(group.kind->level, to)) + "  × " +
           to.count(group.count) + "\n";
    if (group.kept.empty()) continue;
    out += "      " + message(*group.kept.front(), to.language()) + "\n";
  }
  return out;
}

void emit_refusal(std::string_view schema, const esppadom::findings& found, output_format format, const speaker& to) {
  if (format == output_format::json) {
    emit(esppadom::write_findings_json(schema, found, to.language()), to);
  } else {
    std::cerr << findings_text(found, to);
  }
}

outcome outcome_of(esppadom::error_code error) {
  switch (error) {
    case esppadom::error_code::success:
      return outcome::fine;
    case esppadom::error_code::invalid_value:
    case esppadom::error_code::conflict:
    case esppadom::error_code::duplicate:
      return outcome::errors;
    default:
      return outcome::unusable;
  }
}

std::string findings_count_text(const esppadom::findings& found, const speaker& to) {
  return counted(found.count(severity::error), {"error", "erreur"}, {"errors", "erreurs"}, to) + ", " +
         counted(found.count(severity::warning), {"warning", "avertissement"}, {"warnings", "avertissements"}, to) +
         ", " + counted(found.count(severity::info), {"remark", "remarque"}, {"remarks", "remarques"}, to);
}

}  // namespace cli
