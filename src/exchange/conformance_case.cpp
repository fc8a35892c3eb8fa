#if ESPPADOM_WITH_XML && ESPPADOM_WITH_JSON

#include "exchange/conformance_case.hpp"

#include <algorithm>
#include <utility>

#include "esppadom/exchange/conformance_findings.hpp"
#include "esppadom/exchange/csv_mapping.hpp"
#include "exchange/file_bytes.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t case_bytes = std::size_t{16} << 20;

std::optional<dom::element> member_of(dom::element object, std::string_view key) {
  dom::element out;
  if (object.type() != dom::element_type::OBJECT || object[key].get(out) != simdjson::SUCCESS) return std::nullopt;
  return out;
}

// A value as a fault shows it: short, whatever it is.
std::string shown(dom::element value) {
  std::string text = simdjson::minify(value);
  constexpr std::size_t most = 120;
  if (text.size() > most) {
    std::size_t cut = most;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U)
      --cut;
    text = text.substr(0, cut) + "…";
  }
  return text;
}

both_languages differs(const std::string& path, const std::string& expected, const std::string& found) {
  return {path + ": expected " + expected + ", got " + found, path + " : attendu " + expected + ", reçu " + found};
}

// Every member that is expected must be there and agree; further members do not matter.
void compare_values(dom::element expected, std::optional<dom::element> given, const std::string& path,
                    std::vector<both_languages>& faults) {
  const bool absent = !given || given->is_null();
  if (expected.is_null()) {
    const bool empty_list = given && given->is_array() && given->get_array().size() == 0;
    if (!absent && !empty_list) faults.push_back(differs(path, "null", shown(*given)));
    return;
  }
  dom::object members;
  dom::array items;
  if (absent) {
    faults.push_back(differs(path, shown(expected), "null"));
  } else if (expected.get(members) == simdjson::SUCCESS) {
    if (!given->is_object()) return faults.push_back(differs(path, shown(expected), shown(*given)));
    for (const auto& entry : members) {
      const std::string name(entry.key);
      compare_values(entry.value, member_of(*given, entry.key), path.empty() ? name : path + "." + name, faults);
    }
  } else if (expected.get(items) == simdjson::SUCCESS) {
    dom::array others;
    if (given->get(others) != simdjson::SUCCESS || others.size() != items.size())
      return faults.push_back(differs(path, shown(expected), shown(*given)));
    auto other = others.begin();
    std::size_t number = 0;
    for (const auto item : items) {
      compare_values(item, *other, path + "[" + std::to_string(++number) + "]", faults);
      ++other;
    }
  } else if (shown(expected) != shown(*given) || simdjson::minify(expected) != simdjson::minify(*given)) {
    faults.push_back(differs(path, shown(expected), shown(*given)));
  }
}

// A finding of the answer agrees with one that is expected when all members that both have are equal. Who answers need
// not say more than the code; `path`, `line` and the like count only where the answer gives them.
bool agrees(dom::element expected, dom::element given) {
  dom::object members;
  if (expected.get(members) != simdjson::SUCCESS || !given.is_object()) return false;
  for (const auto& entry : members) {
    const auto other = member_of(given, entry.key);
    const bool silent = !other || other->is_null();
    if (entry.key == "code" ? silent : false) return false;
    if (!silent && simdjson::minify(entry.value) != simdjson::minify(*other)) return false;
  }
  return true;
}

std::string finding_text(dom::element one) {
  std::string out = text_member_of(one, "code");
  if (const auto severity = text_member_of(one, "severity"); !severity.empty()) out += " (" + severity + ")";
  std::int64_t line = 0;
  std::int64_t column = 0;
  if (one["line"].get(line) == simdjson::SUCCESS) {
    out += " " + std::to_string(line);
    if (one["column"].get(column) == simdjson::SUCCESS) out += ":" + std::to_string(column);
  }
  if (const auto path = text_member_of(one, "path"); !path.empty()) out += " " + path;
  return out;
}

// The findings that are expected are the complete list.
void compare_findings(dom::array expected, dom::array given, bool batch, std::vector<both_languages>& faults) {
  std::vector<dom::element> left;
  for (const auto one : given) {
    if (batch || !text_member_of(one, "code").starts_with("ESP-BAT-")) left.push_back(one);
  }
  for (const auto wanted : expected) {
    const auto found = std::find_if(left.begin(), left.end(), [&](dom::element one) { return agrees(wanted, one); });
    if (found != left.end()) {
      left.erase(found);
      continue;
    }
    faults.push_back({"finding not given: " + finding_text(wanted), "constat absent : " + finding_text(wanted)});
  }
  for (const auto& one : left)
    faults.push_back({"finding not expected: " + finding_text(one), "constat inattendu : " + finding_text(one)});
}

void compare_list_of_findings(const kit_case& of, dom::element answer, std::string_view key, answer_comparison& out) {
  dom::array expected;
  dom::array given;
  if (of.expected()[key].get(expected) != simdjson::SUCCESS || answer[key].get(given) != simdjson::SUCCESS) return;
  out.answered = true;
  // What messages say of each other is judged only where a case says that its files are one batch.
  bool batch = false;
  if (of.tree.root()["batch"].get(batch) != simdjson::SUCCESS) batch = false;
  compare_findings(expected, given, batch, out.faults);
}

// -- what is written --------------------------------------------------------------------------------------------------

// Another software's text need not be ours byte for byte: it must be read and say the same.
bool same_meaning(std::string_view a, std::string_view b) {
  findings unheard;
  return parse_messages(a, unheard).messages == parse_messages(b, unheard).messages;
}

std::string first_difference(std::string_view expected, std::string_view given) {
  const auto [at, other] = std::mismatch(expected.begin(), expected.end(), given.begin(), given.end());
  const auto line = std::count(expected.begin(), at, '\n') + 1;
  return std::to_string(line);
}

void compare_writes(const kit_case& of, dom::element answer, bool own, answer_comparison& out) {
  dom::object expected;
  if (of.expected()["writes"].get(expected) != simdjson::SUCCESS) return;
  const auto given = member_of(answer, "writes");
  if (!given) return;
  out.answered = true;
  for (const auto& entry : expected) {
    std::string_view name;
    if (entry.value.get(name) != simdjson::SUCCESS) continue;
    const std::string file = name == "same" && !of.files.empty() ? of.files[0] : std::string(name);
    findings unheard;
    const auto wanted = file_bytes(of.folder / file, case_bytes, unheard);
    const std::string text = text_member_of(*given, entry.key);
    if (!wanted) {
      out.faults.push_back({"no file " + file, "pas de fichier " + file});
    } else if (own ? *wanted != text : !same_meaning(*wanted, text)) {
      const std::string where = std::string(entry.key) + ", " + file + ":" + first_difference(*wanted, text);
      out.faults.push_back({"written otherwise: " + where, "écrit autrement : " + where});
    }
  }
}

void compare_tables(const kit_case& of, dom::element answer, bool own, answer_comparison& out) {
  dom::object expected;
  if (of.expected()["tables"].get(expected) != simdjson::SUCCESS) return;
  const auto given = member_of(answer, "tables");
  if (!given) return;
  out.answered = true;
  for (const auto& entry : expected) {
    std::string_view file;
    csv_file wanted;
    if (entry.value.get(file) != simdjson::SUCCESS ||
        expected_table(of, entry.key, std::string(file)).get(wanted) != error_code::success) {
      out.faults.push_back({"no table " + std::string(entry.key), "pas de table " + std::string(entry.key)});
      continue;
    }
    const std::string text = text_member_of(*given, entry.key);
    if (own ? wanted.bytes == text : same_rows(of, wanted, text)) continue;
    const std::string where = std::string(file) + ":" + first_difference(wanted.bytes, text);
    out.faults.push_back({"written otherwise: " + where, "écrit autrement : " + where});
  }
}

error_code refused(const std::filesystem::path& file, const char* en, const char* fr, findings& found) {
  finding out;
  out.kind = &conformance_findings::bad_case;
  out.file = utf8_name(file);
  out.arguments = {en, fr};
  found.add(std::move(out));
  return error_code::invalid_value;
}

}  // namespace

error_code json_tree::parse(std::string_view text) {
  return parser_.parse(text.data(), text.size()).get(root_) == simdjson::SUCCESS ? error_code::success
                                                                                 : error_code::invalid_syntax;
}

std::string text_member_of(dom::element object, std::string_view key) {
  std::string_view out;
  const auto member = member_of(object, key);
  if (!member || member->get(out) != simdjson::SUCCESS) return {};
  return std::string(out);
}

dom::element kit_case::expected() const { return tree.root()["expected"].value_unsafe(); }

error_code read_case(const std::filesystem::path& file, kit_case& into, findings& found) {
  std::string text;
  if (const error_code e = file_bytes(file, case_bytes, found).get(text); e != error_code::success) return e;
  if (text.find("esppadom/conformance-case/1") == std::string::npos) return error_code::unsupported;
  if (into.tree.parse(text) != error_code::success)
    return refused(file, "it is not JSON", "ce n'est pas du JSON", found);
  const auto root = into.tree.root();
  if (text_member_of(root, "schema") != "esppadom/conformance-case/1") return error_code::unsupported;
  auto& about = into.about;
  into.folder = file.parent_path();
  about.area = utf8_name(into.folder.filename());
  about.name = utf8_name(file.stem());
  about.kind = text_member_of(root, "kind");
  about.standing = text_member_of(root, "standing");
  about.source = text_member_of(root, "source");
  if (const auto proves = member_of(root, "proves"))
    about.proves = {text_member_of(*proves, "en"), text_member_of(*proves, "fr")};
  const auto list = [&](std::string_view key, std::vector<std::string>& out) {
    dom::array items;
    if (root[key].get(items) != simdjson::SUCCESS) return false;
    for (const auto item : items) {
      std::string_view one;
      if (item.get(one) != simdjson::SUCCESS) return false;
      out.emplace_back(one);
    }
    return true;
  };
  if (!list("covers", about.covers) || !list("files", into.files) || about.proves.en.empty() || about.proves.fr.empty())
    return refused(file, "'proves', 'covers' or 'files' is missing", "« proves », « covers » ou « files » manque",
                   found);
  into.mapping = text_member_of(root, "mapping");
  dom::object parameters;
  if (root["parameters"].get(parameters) == simdjson::SUCCESS) {
    for (const auto& entry : parameters) {
      std::string_view value;
      if (entry.value.get(value) != simdjson::SUCCESS)
        return refused(file, "a parameter is no text", "un paramètre n'est pas un texte", found);
      into.parameters.emplace_back(entry.key, value);
    }
  }
  auto beside = into.files;
  if (into.mapping.ends_with(".json")) {
    beside.push_back(into.mapping);
  } else if (!into.mapping.empty() && shipped_csv_mapping(into.mapping).empty()) {
    return refused(file, "'mapping' is neither shipped nor a file", "« mapping » n'est ni fournie ni un fichier",
                   found);
  }
  for (const std::string& name : beside) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(into.folder / name, ignored))
      return refused(file, "a file it names is not there", "un fichier qu'il cite n'existe pas", found);
  }
  if (const auto profile = text_member_of(root, "profile"); !profile.empty()) {
    const auto named = parse_enum<read_profile>(profile);
    if (!named) return refused(file, "'profile' is not known", "« profile » est inconnu", found);
    into.profile = *named;
  }
  dom::array expected;
  if (root["expected"]["findings"].get(expected) != simdjson::SUCCESS)
    return refused(file, "'expected.findings' is missing", "« expected.findings » manque", found);
  return error_code::success;
}

answer_comparison compare_answer(const kit_case& of, dom::element answer, bool own) {
  answer_comparison out;
  compare_list_of_findings(of, answer, "findings", out);
  compare_list_of_findings(of, answer, "usual_form_findings", out);
  for (const char* key : {"messages", "documents", "facts", "usual_form", "circumstances"}) {
    const auto expected = member_of(of.expected(), key);
    const auto given = member_of(answer, key);
    if (!expected || !given) continue;
    out.answered = true;
    compare_values(*expected, given, key, out.faults);
  }
  compare_writes(of, answer, own, out);
  compare_tables(of, answer, own, out);
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail

#endif
