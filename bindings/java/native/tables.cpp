// Messages as columns, and CSV by mappings.

#include <bit>
#include <cstring>
#include <type_traits>

#include "esppadom/exchange/csv_mapping.hpp"
#include "runs.hpp"

namespace java {

using esppadom::error_code;
using esppadom::findings;

namespace {

/// Whole numbers as little-endian bytes.
template <class Number>
bytes buffer_of(const std::vector<Number>& values) {
  bytes out;
  if constexpr (std::endian::native == std::endian::little) {
    out.content.resize(values.size() * sizeof(Number));
    if (!values.empty()) std::memcpy(out.content.data(), values.data(), out.content.size());
  } else {
    for (const Number value : values) {
      for (std::size_t i = 0; i < sizeof value; ++i)
        out.content += static_cast<char>(static_cast<std::make_unsigned_t<Number>>(value) >> (8 * i) & 0xff);
    }
  }
  return out;
}

outcome mapping_of(const csv_choice& asked, esppadom::language in, findings& found, esppadom::csv_mapping& out) {
  const auto& from = asked.mapping;
  const std::string_view text =
      from.content.content.empty() ? esppadom::shipped_csv_mapping(from.name) : std::string_view(from.content.content);
  if (text.empty()) return because(error_code::unknown_name, from.name);
  esppadom::csv_mapping_options options;
  options.file = from.name;
  for (const auto& one : asked.parameters)
    options.parameters.emplace_back(one.name, one.value);
  const auto code = load_csv_mapping(text, found, options).get(out);
  if (code != error_code::success) return because(code, found, from.name, in);
  return std::nullopt;
}

error_code add_item(esppadom::csv_exporter& to, const message_item& item) {
  if (item.order) return to.add(*item.order);
  if (item.delivery) return to.add(*item.delivery);
  return item.invoice ? to.add(*item.invoice) : error_code::invalid_value;
}

error_code add_all(esppadom::csv_exporter& to, const csv_export_request& asked, bool of_circumstances,
                   findings& found) {
  if (of_circumstances) return asked.circumstances ? to.add(*asked.circumstances) : error_code::missing;
  for (const auto& item : asked.messages.messages) {
    if (const auto code = add_item(to, item); code != error_code::success) return code;
  }
  if (asked.paths.empty()) return error_code::success;
  esppadom::input_messages all(esppadom::input_reader(paths_of(asked.paths), found), found);
  while (auto message = all.next()) {
    const auto code = std::visit([&](const auto& one) { return to.add(one); }, *message);
    if (code != error_code::success) return code;
  }
  return all.readable() ? error_code::success : error_code::unreadable;
}

template <class Message>
void take_all(esppadom::csv_importer& from, std::vector<Message>& into) {
  Message one;
  while (from.next(one))
    into.push_back(std::move(one));
}

}  // namespace

// -- columns ----------------------------------------------------------------------------------------------------------

class table_session : public session {
 public:
  table_request asked;
  findings found;
  std::optional<esppadom::input_messages> messages;
  std::optional<esppadom::column_reader> table;
};

outcome open_table(const table_request& asked, std::unique_ptr<session>& opened) {
  constexpr std::int64_t most_rows = 16'777'216;
  if (asked.paths.empty()) return because(error_code::missing, "paths");
  if (asked.batch_rows < 1 || asked.batch_rows > most_rows) return because(error_code::out_of_range, "batchRows");
  auto made = std::make_unique<table_session>();
  made->asked = asked;
  esppadom::read_options how;
  if (asked.strict) how.profile = esppadom::read_profile::strict;
  made->messages.emplace(esppadom::input_reader(paths_of(asked.paths), made->found), made->found, how,
                         std::vector{message_of(asked.rows)});
  made->table.emplace([from = made.get()] { return from->messages->next(); }, asked.rows, asked.batch_rows);
  opened = std::move(made);
  return std::nullopt;
}

outcome table_on(session& on, const state_request&, table_buffers& answer) {
  auto* from = dynamic_cast<table_session*>(&on);
  if (from == nullptr) return because(error_code::conflict, "session");
  auto batch = from->table->next();
  if (!batch) return std::nullopt;
  answer.rows = batch->rows;
  for (auto& one : batch->columns)
    answer.columns.push_back({buffer_of(one.present),
                              buffer_of(one.numbers),
                              buffer_of(one.flags),
                              buffer_of(one.places),
                              buffer_of(one.ends),
                              {std::move(one.characters)}});
  return std::nullopt;
}

outcome table_now(session& on, const state_request&, table_state& answer) {
  auto* from = dynamic_cast<table_session*>(&on);
  if (from == nullptr) return because(error_code::conflict, "session");
  for (const auto& one : columns_of(from->asked.rows))
    answer.columns.push_back({std::string(one.name), one.type, std::string(one.unit), std::string(one.label)});
  answer.readable = from->messages->readable();
  answer.findings = rows_of(from->found, from->asked.language);
  return std::nullopt;
}

// -- CSV --------------------------------------------------------------------------------------------------------------

outcome export_csv(const csv_export_request& asked, csv_export_result& answer) {
  findings found;
  esppadom::csv_mapping mapping;
  if (auto met = mapping_of(asked.choice, asked.language, found, mapping)) return met;
  for (auto& name : mapping.files())
    answer.files.push_back({std::move(name), {}});
  std::vector<esppadom::byte_sink> sinks;
  for (auto& file : answer.files) {
    sinks.push_back({[&file](std::string_view text) {
      file.content.content += text;
      return error_code::success;
    }});
  }
  esppadom::csv_exporter to(mapping, std::move(sinks), found, asked.circumstances ? &*asked.circumstances : nullptr);
  auto code = add_all(to, asked, mapping.subject() == esppadom::field_subject::circumstances, found);
  if (code == error_code::success) code = to.finish();
  if (code != error_code::success) return because(code, found, "messages", asked.language);
  answer.findings = rows_of(found, asked.language);
  return std::nullopt;
}

outcome import_csv(const csv_import_request& asked, csv_import_result& answer) {
  findings found;
  esppadom::csv_mapping mapping;
  if (auto met = mapping_of(asked.choice, asked.language, found, mapping)) return met;
  if (!mapping.can_read()) return because(error_code::unsupported, "mapping");
  if (asked.files.size() != mapping.files().size()) return because(error_code::invalid_value, "files");
  std::vector<esppadom::byte_source> sources;
  std::vector<std::string> names;
  for (const auto& one : asked.files) {
    sources.push_back(esppadom::bytes_of(one.content.content));
    names.push_back(one.name);
  }
  esppadom::csv_importer from(mapping, std::move(sources), found, std::move(names));
  switch (mapping.subject()) {
    case esppadom::field_subject::order:
      take_all(from, answer.orders);
      break;
    case esppadom::field_subject::delivery:
      take_all(from, answer.deliveries);
      break;
    case esppadom::field_subject::invoice:
      take_all(from, answer.invoices);
      break;
    case esppadom::field_subject::circumstances:
      if (!from.next(answer.circumstances.emplace())) answer.circumstances.reset();
      break;
  }
  answer.readable = from.readable();
  answer.findings = rows_of(found, asked.language);
  return std::nullopt;
}

// -- circumstances ----------------------------------------------------------------------------------------------------

outcome read_circumstances(const circumstances_request& asked, circumstances_result& answer) {
  findings found;
  const auto code =
      read_circumstances_json(asked.document.content.content, found, reading(asked.document)).get(answer.circumstances);
  if (code != error_code::success) return because(code, found, asked.document.name, asked.language);
  answer.findings = rows_of(found, asked.language);
  return std::nullopt;
}

outcome write_circumstances(const circumstances_text& asked, json_document& answer) {
  answer.json = write_json(asked.circumstances);
  return std::nullopt;
}

}  // namespace java
