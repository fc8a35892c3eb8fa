// esppadom convert, where CSV is read or written with a mapping, and the lists of fields and mappings.

#include <filesystem>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "esppadom/exchange/circumstances_csv.hpp"
#include "esppadom/exchange/csv_mapping.hpp"
#include "esppadom/exchange/fields.hpp"
#include "esppadom/exchange/json.hpp"
#include "esppadom/exchange/xml.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"
#include "output.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;
using esppadom::csv_mapping;
using esppadom::error_code;
using esppadom::field_subject;
using esppadom::findings;

// -- lists ------------------------------------------------------------------------------------------------------------

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out + "\"";
}

std::string fields_json(field_subject subject) {
  std::string out =
      "{\n  \"schema\": \"esppadom/fields/1\",\n  \"message\": " + json_string(name_of(subject)) + ",\n  \"fields\": [";
  bool first = true;
  for (const auto& field : list_fields(subject)) {
    out += std::string(first ? "\n" : ",\n") + "    {\"path\": " + json_string(field.path) +
           ", \"type\": " + json_string(name_of(field.type)) + ", \"occurrence\": " + json_string(field.occurrence) +
           ", \"label\": " + json_string(field.label) + ", \"standing\": " + json_string(name_of(field.evidence)) +
           ", \"code_list\": " + json_string(field.code_list) + ", \"choices\": " + json_string(field.choices) +
           ", \"derived\": " + (field.derived ? "true" : "false") +
           ", \"settable\": " + (field.settable ? "true" : "false") + "}";
    first = false;
  }
  return out + "\n  ]\n}\n";
}

std::string fields_text(field_subject subject, const speaker& to) {
  text_table table({{std::string(to.say({"path", "chemin"}))},
                    {"type"},
                    {std::string(to.say({"times", "fois"}))},
                    {std::string(to.say({"French label", "libellé"}))},
                    {std::string(to.say({"standing", "niveau de preuve"}))}});
  for (const auto& field : list_fields(subject)) {
    std::string type(name_of(field.type));
    if (!field.choices.empty()) type += " (" + field.choices + ")";
    std::string label(field.label);
    if (!field.code_list.empty()) label += " [" + std::string(field.code_list) + "]";
    if (field.derived)
      label += field.settable ? to.say({" (derived)", " (dérivé)"})
                              : to.say({" (derived, read only)", " (dérivé, en lecture seule)"});
    table.add({field.path, type, std::string(field.occurrence), label, std::string(name_of(field.evidence))});
  }
  return table.str();
}

std::string mappings_text(bool json) {
  std::string out = json ? "{\n  \"schema\": \"esppadom/mappings/1\",\n  \"mappings\": [" : "";
  bool first = true;
  for (const auto name : esppadom::shipped_csv_mappings()) {
    out += json ? (first ? "\n    " : ",\n    ") + json_string(name) : std::string(name) + "\n";
    first = false;
  }
  return json ? out + "\n  ]\n}\n" : out;
}

// -- the mapping ------------------------------------------------------------------------------------------------------

std::vector<std::pair<std::string, std::string>> parameters_of(const convert_options& options, const speaker& to) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const std::string& text : options.parameters) {
    const std::size_t at = text.find('=');
    if (at == std::string::npos || at == 0) wrong_value("--param", text, {"NAME=VALUE", "NOM=VALEUR"}, to);
    out.emplace_back(text.substr(0, at), text.substr(at + 1));
  }
  return out;
}

outcome load(const convert_options& options, csv_mapping& mapping, findings& found, const speaker& to) {
  if (options.mapping.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--mapping"}));
  std::string text(esppadom::shipped_csv_mapping(options.mapping));
  if (text.empty() && file_bytes(options.mapping).get(text) != error_code::success) {
    report_unreadable(options.mapping, found);
    return outcome::unusable;
  }
  esppadom::csv_mapping_options loading;
  loading.file = options.mapping;
  loading.parameters = parameters_of(options, to);
  return outcome_of(load_csv_mapping(text, found, loading).get(mapping));
}

// -- where files go ---------------------------------------------------------------------------------------------------

/// Standard output, a file, or a folder of files; they appear when all is done.
class targets {
 public:
  targets(const std::vector<std::string>& names, const std::string& output, const speaker& to)
      : output_(output), to_(to) {
    std::error_code ignored;
    if (names.size() == 1 && (output.empty() || !fs::is_directory(output, ignored))) {
      if (!output.empty()) files_.push_back(std::make_unique<staged_file>(output));
      return;
    }
    if (output.empty()) {
      throw usage_error(std::string(to.say({"the mapping writes several files: -o FOLDER is missing",
                                            "la correspondance écrit plusieurs fichiers : -o DOSSIER manque"})));
    }
    fs::create_directories(output, ignored);
    for (const std::string& name : names)
      files_.push_back(std::make_unique<staged_file>(fs::path(output) / fs::path(name).filename()));
  }

  esppadom::byte_sink sink(std::size_t index) {
    if (files_.empty()) {
      return {[this](std::string_view bytes) {
        emit(bytes, to_);
        return error_code::success;
      }};
    }
    return {[file = files_[index].get()](std::string_view bytes) { return file->write(bytes); }};
  }
  std::vector<esppadom::byte_sink> sinks(std::size_t count) {
    std::vector<esppadom::byte_sink> out;
    for (std::size_t i = 0; i < count; ++i)
      out.push_back(sink(i));
    return out;
  }

  void commit() {
    for (auto& file : files_)
      check(file->commit());
  }
  void check(error_code error) const {
    if (error == error_code::success) return;
    throw cannot_go_on(to_.say({"cannot write {0}: {1}", "écriture impossible de {0} : {1}"},
                               {output_.empty() ? "-" : output_, std::string(error_message(error, to_.language()))}));
  }

 private:
  std::string output_;
  speaker to_;
  std::vector<std::unique_ptr<staged_file>> files_;
};

// -- messages to CSV --------------------------------------------------------------------------------------------------

template <class Message>
bool export_messages(esppadom::message_kind kind, const convert_options& options, esppadom::csv_exporter& exporter,
                     targets& out, findings& found, const speaker& to) {
  progress bar(to, size_of(options.files));
  return read_messages_of<Message>(options.files, kind, found, bar,
                                   [&](const Message& message) { out.check(exporter.add(message)); })
      .readable;
}

outcome to_csv(const convert_options& options, const csv_mapping& mapping, findings& found, const speaker& to) {
  esppadom::circumstances given;
  outcome end = outcome::fine;
  if (!options.circumstances.empty()) end = read_circumstances(options.circumstances, given, found);
  if (end == outcome::unusable) return end;
  targets out(mapping.files(), options.output, to);
  esppadom::csv_exporter exporter(mapping, out.sinks(mapping.files().size()), found,
                                  options.circumstances.empty() ? nullptr : &given);
  bool readable = true;
  switch (mapping.subject()) {
    case field_subject::order:
      readable = export_messages<esppadom::order>(esppadom::message_kind::order, options, exporter, out, found, to);
      break;
    case field_subject::delivery:
      readable =
          export_messages<esppadom::delivery>(esppadom::message_kind::delivery, options, exporter, out, found, to);
      break;
    case field_subject::invoice:
      readable = export_messages<esppadom::invoice>(esppadom::message_kind::invoice, options, exporter, out, found, to);
      break;
    case field_subject::circumstances: {
      esppadom::circumstances all;
      for (const std::string& file : options.files)
        readable = read_circumstances(file, all, found) != outcome::unusable && readable;
      out.check(exporter.add(all));
      break;
    }
  }
  if (!readable) return outcome::unusable;
  out.check(exporter.finish());
  out.commit();
  return found.has_errors() ? outcome::errors : outcome::fine;
}

// -- CSV to messages --------------------------------------------------------------------------------------------------

/// The files of the mapping as the command line names them: in order, NAME=FILE, or by name in a folder.
struct named_sources {
  std::vector<esppadom::byte_source> sources;
  std::vector<std::string> names;
};

std::vector<std::string> paths_of(const convert_options& options, const std::vector<std::string>& wanted) {
  std::vector<std::string> paths(wanted.size());
  std::size_t next = 0;
  std::error_code ignored;
  for (const std::string& given : options.files) {
    const std::size_t equals = given.find('=');
    bool placed = false;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (equals != std::string::npos && given.substr(0, equals) == wanted[i]) {
        paths[i] = given.substr(equals + 1);
        placed = true;
      } else if (fs::is_directory(given, ignored)) {
        const auto inside = fs::path(given) / wanted[i];
        if (fs::exists(inside, ignored)) paths[i] = inside.generic_string();
        placed = true;
      } else if (fs::path(given).filename() == wanted[i]) {
        paths[i] = given;
        placed = true;
      }
    }
    while (!placed && next < paths.size() && !paths[next].empty())
      ++next;
    if (!placed && next < paths.size()) paths[next++] = given;
  }
  return paths;
}

bool open_all(const convert_options& options, const csv_mapping& mapping, named_sources& out, findings& found,
              progress& bar) {
  bool good = true;
  for (const std::string& path : paths_of(options, mapping.files())) {
    esppadom::byte_source source;
    if (!path.empty() && esppadom::bytes_of_file(path).get(source) != error_code::success) {
      report_unreadable(path, found);
      good = false;
    }
    out.sources.push_back(source.read ? counted(std::move(source), bar) : std::move(source));
    out.names.push_back(path);
  }
  return good;
}

template <class Message>
void import_messages(esppadom::csv_importer& importer, esppadom::message_kind kind, const convert_options& options,
                     targets& out, const speaker& to) {
  const auto sink = out.sink(0);
  Message message;
  if (options.to == "json") {
    out.check(sink.write("{\n  \"schema\": \"esppadom/convert/1\",\n  \"message\": \"" + std::string(name_of(kind)) +
                         "\",\n  \"messages\": ["));
    bool first = true;
    while (importer.next(message)) {
      out.check(sink.write((first ? "\n    " : ",\n    ") + write_json(message)));
      first = false;
    }
    out.check(sink.write(first ? "]\n}\n" : "\n  ]\n}\n"));
    return;
  }
  const auto profile = options.profile == "round_trip"
                           ? esppadom::write_profile::canonical
                           : choice<esppadom::write_profile>("--profile", options.profile, to);
  esppadom::message_writer writer(sink, esppadom::default_envelope(kind), profile);
  while (importer.next(message))
    out.check(writer.write(message));
  out.check(writer.finish());
}

outcome from_csv(const convert_options& options, const csv_mapping& mapping, findings& found, const speaker& to) {
  if (options.to != "xml" && options.to != "json") wrong_choice("--to", options.to, "xml, json", to);
  if (mapping.subject() == field_subject::circumstances && options.to == "xml")
    wrong_choice("--to", options.to, "json", to);
  progress bar(to, size_of(options.files));
  named_sources from;
  if (!open_all(options, mapping, from, found, bar)) return outcome::unusable;
  targets out({"-"}, options.output, to);
  esppadom::csv_importer importer(mapping, std::move(from.sources), found, from.names);
  switch (mapping.subject()) {
    case field_subject::order:
      import_messages<esppadom::order>(importer, esppadom::message_kind::order, options, out, to);
      break;
    case field_subject::delivery:
      import_messages<esppadom::delivery>(importer, esppadom::message_kind::delivery, options, out, to);
      break;
    case field_subject::invoice:
      import_messages<esppadom::invoice>(importer, esppadom::message_kind::invoice, options, out, to);
      break;
    case field_subject::circumstances: {
      esppadom::circumstances all;
      importer.next(all);
      out.check(out.sink(0).write(write_json(all, {esppadom::json_layout::indented}) + "\n"));
      break;
    }
  }
  if (!importer.readable()) return outcome::unusable;
  out.commit();
  return found.has_errors() ? outcome::errors : outcome::fine;
}

}  // namespace

outcome run_list_fields(const convert_options& options, const speaker& to) {
  const auto format = format_of(options.format, false, to);
  if (options.list_mappings) {
    emit(mappings_text(format == output_format::json), to);
    return outcome::fine;
  }
  const auto subject = choice<field_subject>("--list-fields", options.list_fields, to);
  emit(format == output_format::json ? fields_json(subject) : fields_text(subject, to), to);
  return outcome::fine;
}

outcome run_convert_csv(const convert_options& options, const speaker& to) {
  if (options.files.empty()) throw usage_error(std::string(to.say({"no file is given", "aucun fichier n'est donné"})));
  if (options.to.empty()) throw usage_error(std::string(to.say({"--to is missing", "--to manque"})));
  if (!options.from.empty() && options.from != "csv") wrong_choice("--from", options.from, "csv", to);
  if (options.from.empty() && options.to != "csv") {
    throw usage_error(
        std::string(to.say({"--mapping is for --to csv or --from csv", "--mapping vaut pour --to csv ou --from csv"})));
  }
  findings found;
  csv_mapping mapping;
  outcome end = load(options, mapping, found, to);
  if (end == outcome::fine) {
    end = options.from == "csv" ? from_csv(options, mapping, found, to) : to_csv(options, mapping, found, to);
  }
  std::cerr << findings_text(found, to);
  return end;
}

}  // namespace cli
