// Cases of the conformance kit about tables: a mapping that is loaded, CSV read with it, messages written with it.
#if ESPPADOM_WITH_XML && ESPPADOM_WITH_JSON

#include <algorithm>
#include <utility>

#include "esppadom/exchange/csv_mapping.hpp"
#include "esppadom/exchange/json.hpp"
#include "exchange/conformance_case.hpp"
#include "exchange/csv_encoding.hpp"
#include "exchange/csv_plan.hpp"
#include "exchange/file_bytes.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {
namespace {

constexpr std::size_t most_bytes = std::size_t{16} << 20;

bool is_table(const std::string& name) { return name.ends_with(".csv"); }

result<csv_mapping> mapping_of(const kit_case& of, findings& found) {
  std::string text(shipped_csv_mapping(of.mapping));
  if (of.mapping.ends_with(".json")) {
    if (const error_code e = file_bytes(of.folder / of.mapping, most_bytes, found).get(text); e != error_code::success)
      return e;
  }
  csv_mapping_options options;
  options.file = of.mapping;
  options.parameters = of.parameters;
  return load_csv_mapping(text, found, options);
}

// -- reading tables ---------------------------------------------------------------------------------------------------

template <class Message>
void import_messages(csv_importer& from, std::vector<any_message>& into) {
  Message one;
  while (from.next(one))
    into.emplace_back(one);
}

// The tables of a case in the order of the mapping's files.
void import_tables(const kit_case& of, const csv_mapping& mapping, findings& found, table_answer& into) {
  std::vector<byte_source> sources;
  std::vector<std::string> names;
  for (const std::string& name : of.files) {
    if (!is_table(name) || bytes_of_file(of.folder / name).get(sources.emplace_back()) != error_code::success) continue;
    names.push_back(name);
  }
  csv_importer importer(mapping, std::move(sources), found, std::move(names));
  switch (mapping.subject()) {
    case field_subject::order:
      return import_messages<order>(importer, into.messages);
    case field_subject::delivery:
      return import_messages<delivery>(importer, into.messages);
    case field_subject::invoice:
      return import_messages<invoice>(importer, into.messages);
    case field_subject::circumstances:
      break;
  }
  circumstances all;
  if (importer.next(all)) into.given = std::move(all);
}

// -- writing tables ---------------------------------------------------------------------------------------------------

std::string as_utf8(std::string_view bytes, csv_encoding_name from) {
  std::string out;
  if (from == csv_encoding_name::utf_8) return std::string(bytes);
  static_cast<void>(append_as_utf8(out, bytes, from));
  return out;
}

void export_tables(const kit_case& of, const csv_mapping& mapping, findings& found, table_answer& into) {
  findings unheard;  // what messages say is judged by other cases
  circumstances given;
  std::vector<any_message> messages;
  for (const std::string& name : of.files) {
    const auto path = of.folder / name;
    if (name.ends_with(".circumstances.json")) {
      std::string bytes;
      if (file_bytes(path, most_bytes, found).get(bytes) != error_code::success) continue;
      given = read_circumstances_json(bytes, found).value_or(circumstances());
      continue;
    }
    byte_source source;
    if (bytes_of_file(path).get(source) != error_code::success) continue;
    message_reader reader(std::move(source), unheard);
    while (auto message = reader.next())
      messages.push_back(std::move(*message));
  }
  std::vector<std::string> texts(mapping.files().size());
  std::vector<byte_sink> sinks;
  for (std::string& text : texts) {
    sinks.push_back({[&text](std::string_view bytes) {
      text += bytes;
      return error_code::success;
    }});
  }
  csv_exporter exporter(mapping, std::move(sinks), found, &given);
  for (const auto& message : messages)
    std::visit([&](const auto& one) { static_cast<void>(exporter.add(one)); }, message);
  if (mapping.subject() == field_subject::circumstances) static_cast<void>(exporter.add(given));
  static_cast<void>(exporter.finish());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const plan_file& file = mapping.plan()->files[i];
    into.tables.push_back({file.name, as_utf8(texts[i], file.dialect.encoding)});
  }
}

// Without a mapping, tables are circumstances.
void read_circumstances(const kit_case& of, findings& found, table_answer& into) {
  circumstances all;
  for (const std::string& name : of.files) {
    std::string bytes;
    if (file_bytes(of.folder / name, most_bytes, found).get(bytes) != error_code::success) return;
    if (read_circumstances_csv(bytes, name, all, found) != error_code::success) return;
  }
  into.given = std::move(all);
}

std::vector<std::vector<std::string>> rows_of_table(std::string_view text, csv_dialect dialect) {
  findings unheard;
  dialect.encoding = csv_encoding_name::utf_8;
  csv_reader reader(bytes_of(text), unheard, dialect);
  std::vector<std::vector<std::string>> out;
  while (reader.next())
    out.emplace_back(reader.fields().begin(), reader.fields().end());
  return out;
}

}  // namespace

bool is_about_tables(const kit_case& of) {
  return !of.mapping.empty() || (!of.files.empty() && std::all_of(of.files.begin(), of.files.end(), is_table));
}

table_answer answer_of_tables(const kit_case& of, findings& found) {
  table_answer out;
  if (of.mapping.empty()) {
    read_circumstances(of, found, out);
    return out;
  }
  csv_mapping mapping;
  if (mapping_of(of, found).get(mapping) != error_code::success || of.files.empty()) return out;
  if (std::any_of(of.files.begin(), of.files.end(), is_table)) {
    import_tables(of, mapping, found, out);
  } else {
    export_tables(of, mapping, found, out);
  }
  return out;
}

result<csv_file> expected_table(const kit_case& of, std::string_view table, const std::string& file) {
  findings unheard;
  csv_mapping mapping;
  if (const error_code e = mapping_of(of, unheard).get(mapping); e != error_code::success) return e;
  std::string bytes;
  if (const error_code e = file_bytes(of.folder / file, most_bytes, unheard).get(bytes); e != error_code::success)
    return e;
  for (const plan_file& one : mapping.plan()->files) {
    if (one.name == table) return csv_file{one.name, as_utf8(bytes, one.dialect.encoding)};
  }
  return error_code::unknown_name;
}

bool same_rows(const kit_case& of, const csv_file& expected, std::string_view given) {
  findings unheard;
  csv_mapping mapping;
  if (mapping_of(of, unheard).get(mapping) != error_code::success) return false;
  for (const plan_file& one : mapping.plan()->files) {
    if (one.name == expected.name)
      return rows_of_table(expected.bytes, one.dialect) == rows_of_table(given, one.dialect);
  }
  return false;
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail

#endif
