// What a run of the conformance kit gave, for programs (TAP, JUnit, JSON) and for people (Markdown, HTML).
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/exchange/conformance.hpp"
#include "esppadom/exchange/finding_areas.hpp"
#include "exchange/html.hpp"
#include "exchange/json_writer.hpp"
#if ESPPADOM_WITH_XML
#include "exchange/junit.hpp"
#endif

namespace esppadom::inline ESPPADOM_ABI {
namespace {

using detail::json_writer;

struct phrase {
  std::string_view en;
  std::string_view fr;
  [[nodiscard]] std::string_view in(language which) const { return which == language::french ? fr : en; }
};

std::string replaced(std::string text, char what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, 1, with);
  return text;
}

std::string faults_text(const case_result& one, language in, std::string_view between) {
  std::string out;
  for (const auto& fault : one.faults)
    out += (out.empty() ? "" : std::string(between)) + fault.in(in);
  return out;
}

// -- figures ----------------------------------------------------------------------------------------------------------

struct tally {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t not_answered = 0;

  void add(case_verdict verdict) {
    ++(verdict == case_verdict::passed ? passed : verdict == case_verdict::failed ? failed : not_answered);
  }
  [[nodiscard]] std::size_t total() const { return passed + failed + not_answered; }
};

using tallies = std::map<std::string, tally>;

tallies by_area(const conformance_report& report) {
  tallies out;
  for (const auto& one : report.cases)
    out[one.area].add(one.verdict);
  return out;
}

// Known, inferred or open: what weighs in a discussion is whether a public source says so.
tallies by_standing(const conformance_report& report) {
  tallies out;
  for (const auto& one : report.cases)
    out[one.standing.substr(0, one.standing.find(' '))].add(one.verdict);
  return out;
}

std::string standing_label(const std::string& standing, language in) {
  if (in == language::english) return standing;
  if (standing == "known") return "connu (source publique)";
  if (standing == "inferred") return "déduit (meilleure lecture)";
  return standing == "open" ? "ouvert (aucune source publique)" : standing;
}

std::string_view level_label(check_level level, language in) {
  switch (level) {
    case check_level::well_formed:
      return phrase{"well-formed", "bien formé"}.in(in);
    case check_level::structure:
      return "structure";
    default:
      return phrase{"sense", "sens"}.in(in);
  }
}

// -- documents for people: one content, two forms
// -----------------------------------------------------------------------

using row = std::vector<std::string>;

class page {
 public:
  virtual ~page() = default;
  virtual void title(std::string_view text) = 0;
  virtual void section(std::string_view text) = 0;
  virtual void paragraph(std::string_view text) = 0;
  virtual void table(const row& head, const std::vector<row>& rows) = 0;
};

class markdown final : public page {
 public:
  std::string out;
  void title(std::string_view text) override { out += "# " + std::string(text) + "\n"; }
  void section(std::string_view text) override { out += "\n## " + std::string(text) + "\n"; }
  void paragraph(std::string_view text) override { out += "\n" + cell(text) + "\n"; }
  void table(const row& head, const std::vector<row>& rows) override {
    out += "\n";
    line(head);
    line(row(head.size(), "---"));
    for (const auto& one : rows)
      line(one);
  }

 private:
  static std::string cell(std::string_view text) {
    std::string safe = replaced(std::string(text), '|', "\\|");
    safe = replaced(std::move(safe), '<', "&lt;");
    return replaced(std::move(safe), '\n', " ");
  }
  void line(const row& cells) {
    for (const auto& one : cells)
      out += "| " + cell(one) + " ";
    out += "|\n";
  }
};

class html final : public page {
 public:
  explicit html(language in) {
    out = "<!DOCTYPE html>\n<html lang=\"" + std::string(in == language::french ? "fr" : "en") +
          "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
          std::string(phrase{"ESPPADOM conformance", "Conformité ESPPADOM"}.in(in)) +
          "</title>\n<style>\nbody{font:15px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em;color:#222}\n"
          "table{border-collapse:collapse;margin:1em 0}\nth,td{border:1px solid #bbb;padding:.3em .7em;text-align:left;"
          "vertical-align:top}\nth{background:#eee}\ntd{overflow-wrap:anywhere}\n</style>\n</head>\n<body>\n";
  }
  std::string finished() && { return std::move(out) + "</body>\n</html>\n"; }
  void title(std::string_view text) override { out += "<h1>" + safe(text) + "</h1>\n"; }
  void section(std::string_view text) override { out += "<h2>" + safe(text) + "</h2>\n"; }
  void paragraph(std::string_view text) override { out += "<p>" + safe(text) + "</p>\n"; }
  void table(const row& head, const std::vector<row>& rows) override {
    out += "<table>\n<thead><tr>";
    for (const auto& one : head)
      out += "<th>" + safe(one) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& cells : rows) {
      out += "<tr>";
      for (const auto& one : cells)
        out += "<td>" + safe(one) + "</td>";
      out += "</tr>\n";
    }
    out += "</tbody>\n</table>\n";
  }

 private:
  static std::string safe(std::string_view text) { return detail::html_text(text); }
  std::string out;
};

row figures(std::string name, const tally& of) {
  return {std::move(name), std::to_string(of.total()), std::to_string(of.passed), std::to_string(of.failed),
          std::to_string(of.not_answered)};
}

row figure_titles(phrase first, language in) {
  return {std::string(first.in(in)), std::string(phrase{"cases", "cas"}.in(in)),
          std::string(phrase{"passed", "réussis"}.in(in)), std::string(phrase{"failed", "échoués"}.in(in)),
          std::string(phrase{"not answered", "sans réponse"}.in(in))};
}

void tell_written(const written_files& written, language in, page& to) {
  to.section(phrase{"Files written by the software judged", "Fichiers écrits par le logiciel jugé"}.in(in));
  const std::string files = std::to_string(written.files);
  const std::string messages = std::to_string(written.messages);
  to.paragraph(in == language::french ? files + " fichiers, " + messages + " messages, contrôlés en profil strict."
                                      : files + " files, " + messages + " messages, checked in profile strict.");
  std::vector<row> rows;
  for (const auto& [level, counts] : written.counts) {
    rows.push_back({std::string(level_label(level, in)),
                    std::string(counts[0] == 0 ? phrase{"passed", "réussi"}.in(in) : phrase{"failed", "échoué"}.in(in)),
                    std::to_string(counts[0]), std::to_string(counts[1]), std::to_string(counts[2])});
  }
  to.table({std::string(phrase{"level", "niveau"}.in(in)), std::string(phrase{"verdict", "verdict"}.in(in)),
            std::string(phrase{"errors", "erreurs"}.in(in)), std::string(phrase{"warnings", "avertissements"}.in(in)),
            std::string(phrase{"remarks", "remarques"}.in(in))},
           rows);
  if (written.codes.empty()) return;
  rows.clear();
  for (const auto& [code, number] : written.codes) {
    const finding_kind* kind = find_finding_kind(code);
    rows.push_back({code, std::to_string(number),
                    kind == nullptr ? std::string() : std::string(in == language::french ? kind->fr : kind->en)});
  }
  to.table({"code", std::string(phrase{"number", "nombre"}.in(in)), std::string(phrase{"meaning", "sens"}.in(in))},
           rows);
}

void tell_cases(const conformance_report& report, language in, page& to) {
  const auto list = [&](case_verdict verdict, phrase title, bool with_faults) {
    std::vector<row> rows;
    for (const auto& one : report.cases) {
      if (one.verdict != verdict) continue;
      row cells{one.area + "/" + one.name, one.proves.in(in), one.standing};
      if (with_faults) cells.push_back(faults_text(one, in, "; "));
      rows.push_back(std::move(cells));
    }
    if (rows.empty()) return;
    to.section(title.in(in));
    row head{std::string(phrase{"case", "cas"}.in(in)), std::string(phrase{"what it proves", "ce qu'il prouve"}.in(in)),
             std::string(phrase{"standing", "statut"}.in(in))};
    if (with_faults) head.emplace_back(phrase{"difference", "écart"}.in(in));
    to.table(head, rows);
  };
  list(case_verdict::failed, {"Failed cases", "Cas échoués"}, true);
  list(case_verdict::not_answered, {"Cases without an answer", "Cas sans réponse"}, false);
  list(case_verdict::passed, {"Passed cases", "Cas réussis"}, false);
}

void tell(const conformance_report& report, language in, page& to) {
  const bool fr = in == language::french;
  to.title(fr ? "Rapport de conformité ESPPADOM" : "ESPPADOM conformance report");
  tally all;
  for (const auto& one : report.cases)
    all.add(one.verdict);
  to.table({std::string(phrase{"what", "objet"}.in(in)), std::string(phrase{"value", "valeur"}.in(in))},
           {{fr ? "logiciel jugé" : "software judged", report.judged},
            {fr ? "jugé par" : "judged by", "libesppadom " + report.version},
            {fr ? "kit, fichiers" : "kit, files", std::to_string(report.kit_files)},
            {fr ? "kit, SHA-256" : "kit, SHA-256", report.kit_sha256.empty() ? "–" : report.kit_sha256},
            {fr ? "cas réussis" : "cases passed", std::to_string(all.passed) + " / " + std::to_string(all.total())},
            {fr ? "verdict" : "verdict",
             report.passed() ? (all.not_answered == 0
                                    ? (fr ? "conforme au kit" : "conforms to the kit")
                                    : (fr ? "aucun échec, réponses incomplètes" : "no failure, answers incomplete"))
                             : (fr ? "non conforme" : "does not conform")}});
  to.paragraph(
      fr ? "Chaque cas est un message ou un lot, avec les constats et les valeurs attendus. « connu » : une source "
           "publique le dit ; « déduit » : la meilleure lecture des sources ; « ouvert » : aucune source publique."
         : "Each case is a message or a batch with the findings and values expected. \"known\": a public source "
           "says so; \"inferred\": the best reading of the sources; \"open\": no public source.");
  to.section(fr ? "Par domaine" : "By area");
  std::vector<row> rows;
  for (const auto& [area, of] : by_area(report))
    rows.push_back(figures(area, of));
  to.table(figure_titles({"area", "domaine"}, in), rows);
  to.section(fr ? "Par statut de la règle" : "By standing of the rule");
  rows.clear();
  for (const auto& [standing, of] : by_standing(report))
    rows.push_back(figures(standing_label(standing, in), of));
  to.table(figure_titles({"standing", "statut"}, in), rows);
  if (report.written) tell_written(*report.written, in, to);
  tell_cases(report, in, to);
}

// -- JSON -------------------------------------------------------------------------------------------------------------

void put(json_writer& to, std::string_view key, std::string_view text) {
  to.key(key);
  to.string(text);
}
void put(json_writer& to, std::string_view key, std::uint64_t number) {
  to.key(key);
  to.integer(static_cast<std::int64_t>(number));
}

void put_tallies(json_writer& to, std::string_view key, std::string_view name, const tallies& all) {
  to.key(key);
  to.begin_array();
  for (const auto& [value, of] : all) {
    to.begin_object();
    put(to, name, value);
    put(to, "cases", of.total());
    put(to, "passed", of.passed);
    put(to, "failed", of.failed);
    put(to, "not_answered", of.not_answered);
    to.end_object();
  }
  to.end_array();
}

void put_case(json_writer& to, const case_result& one, language in) {
  to.begin_object();
  put(to, "area", one.area);
  put(to, "name", one.name);
  put(to, "proves", one.proves.in(in));
  put(to, "kind", one.kind);
  put(to, "standing", one.standing);
  put(to, "source", one.source);
  put(to, "verdict", name_of(one.verdict));
  to.key("faults");
  to.begin_array();
  for (const auto& fault : one.faults)
    to.string(fault.in(in));
  to.end_array();
  to.end_object();
}

void put_written(json_writer& to, const written_files& written) {
  to.begin_object();
  put(to, "files", written.files);
  put(to, "messages", written.messages);
  to.key("levels");
  to.begin_array();
  for (const auto& [level, counts] : written.counts) {
    to.begin_object();
    put(to, "level", name_of(level));
    put(to, "errors", counts[0]);
    put(to, "warnings", counts[1]);
    put(to, "remarks", counts[2]);
    to.end_object();
  }
  to.end_array();
  to.key("codes");
  to.begin_object();
  for (const auto& [code, number] : written.codes)
    put(to, code, number);
  to.end_object();
  to.end_object();
}

}  // namespace

std::string write_tap(const conformance_report& report, language in) {
  std::string out = "TAP version 13\n1.." + std::to_string(report.cases.size()) + "\n";
  std::size_t number = 0;
  for (const auto& one : report.cases) {
    // A '#' would begin a directive.
    const std::string what =
        replaced(replaced(one.area + "/" + one.name + ": " + one.proves.in(in), '#', "no. "), '\n', " ");
    out +=
        std::string(one.verdict == case_verdict::failed ? "not ok " : "ok ") + std::to_string(++number) + " - " + what;
    if (one.verdict == case_verdict::not_answered)
      out += " # SKIP " + std::string(phrase{"not answered", "sans réponse"}.in(in));
    out += "\n";
    for (const auto& fault : one.faults)
      out += "# " + replaced(fault.in(in), '\n', " ") + "\n";
  }
  return out;
}

std::string write_junit(const conformance_report& report, language in) {
#if ESPPADOM_WITH_XML
  std::vector<detail::junit_suite> suites;
  for (const auto& one : report.cases) {
    if (suites.empty() || suites.back().name != one.area) suites.push_back({one.area, {}});
    detail::junit_case test;
    test.class_name = "esppadom.conformance." + one.area;
    test.name = one.name;
    test.failed = one.verdict == case_verdict::failed;
    test.skipped = one.verdict == case_verdict::not_answered;
    if (test.failed) {
      test.failure_type = one.kind;
      test.failure_message = one.proves.in(in);
      test.failure_text = faults_text(one, in, "\n");
    }
    suites.back().cases.push_back(std::move(test));
  }
  if (report.written) {
    detail::junit_suite suite{"written", {}};
    for (const auto& [level, counts] : report.written->counts) {
      detail::junit_case test;
      test.class_name = "esppadom.conformance.written";
      test.name = level_label(level, in);
      test.failed = counts[0] > 0;
      test.failure_type = name_of(level);
      test.failure_message = std::to_string(counts[0]) + " " + std::string(phrase{"errors", "erreurs"}.in(in));
      suite.cases.push_back(std::move(test));
    }
    suites.push_back(std::move(suite));
  }
  return detail::junit_document("esppadom conformance", suites);
#else
  static_cast<void>(report);
  static_cast<void>(in);
  return {};
#endif
}

std::string write_json(const conformance_report& report, language in) {
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  put(to, "schema", "esppadom/conformance/1");
  put(to, "judged", report.judged);
  put(to, "version", report.version);
  to.key("kit");
  to.begin_object();
  put(to, "files", report.kit_files);
  to.key("sha256");
  report.kit_sha256.empty() ? to.raw("null") : to.string(report.kit_sha256);
  to.end_object();
  to.key("passed");
  to.raw(report.passed() ? "true" : "false");
  put_tallies(to, "areas", "area", by_area(report));
  put_tallies(to, "standings", "standing", by_standing(report));
  to.key("written");
  if (report.written) {
    put_written(to, *report.written);
  } else {
    to.raw("null");
  }
  to.key("cases");
  to.begin_array();
  for (const auto& one : report.cases)
    put_case(to, one, in);
  to.end_array();
  to.end_object();
  return out + "\n";
}

std::string write_markdown(const conformance_report& report, language in) {
  markdown to;
  tell(report, in, to);
  return std::move(to.out);
}

std::string write_html(const conformance_report& report, language in) {
  html to(in);
  tell(report, in, to);
  return std::move(to).finished();
}

}  // namespace esppadom::inline ESPPADOM_ABI
