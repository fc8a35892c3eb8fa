// What this library answers to a case of the conformance kit.
#if ESPPADOM_WITH_XML && ESPPADOM_WITH_JSON

#include <string>
#include <utility>
#include <variant>

#include "esppadom/exchange/json.hpp"
#include "esppadom/exchange/xml.hpp"
#include "esppadom/message/normalise.hpp"
#include "esppadom/message/quantity.hpp"
#include "exchange/conformance_case.hpp"
#include "exchange/file_bytes.hpp"
#include "exchange/json_write.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {
namespace {

struct read_document {
  envelope head;
  std::vector<any_message> messages;
  bool from_xml = true;
};

void put(json_writer& to, std::string_view key, std::string_view text) {
  to.key(key);
  to.string(text);
}
void put(json_writer& to, std::string_view key, bool value) {
  to.key(key);
  to.raw(value ? "true" : "false");
}

// -- facts: what a message means, in a few words ----------------------------------------------------------------------

void put_seconds(json_writer& to, std::string_view key, const measure& quantity) {
  to.key(key);
  const auto time = time_of(quantity).value_or(exact_duration::invalid());
  if (const auto whole = time.is_valid() ? time.whole_seconds() : result<duration>(error_code::inexact)) {
    to.integer(whole->seconds);
  } else {
    to.raw("null");
  }
}

template <class Line, class Quantity>
void put_lines(json_writer& to, const std::vector<Line>& lines, Quantity quantity_of) {
  to.key("lines");
  to.begin_array();
  for (const auto& line : lines) {
    to.begin_object();
    put(to, "service_code", line.service.code());
    put(to, "aid_type", line.service.aid_type());
    if (const measure* quantity = quantity_of(line)) put_seconds(to, "seconds", *quantity);
    to.end_object();
  }
  to.end_array();
}

void put_facts(json_writer& to, const delivery& of) {
  put(to, "correction", of.correction());
  put(to, "stamp_only", of.is_stamp_only());
  put(to, "deleted", of.is_deleted());
  put(to, "planned", of.is_planned());
  const party_contact* who = caregiver(of.provider);
  put(to, "caregiver", who != nullptr && who->id ? std::string_view(who->id->value) : std::string_view{});
  put_lines(to, of.lines, [](const delivery_line& line) { return &line.billed_quantity; });
}
void put_facts(json_writer& to, const order& of) {
  put_lines(to, of.lines, [](const order_line& line) -> const measure* {
    return line.requested_quantity ? &*line.requested_quantity : nullptr;
  });
}
void put_facts(json_writer& to, const invoice& of) {
  to.key("sign");
  to.integer(of.sign());
  put_lines(to, of.lines, [](const invoice_line& line) { return &line.billed_quantity; });
}

// -- the usual form (variants V15 to V18) -----------------------------------------------------------------------------

void put_usual_form(json_writer& to, const any_message& message, findings& noted) {
  to.begin_object();
  std::visit(
      [&](const auto& one) {
        auto usual = normalise(one);
        to.key("message");
        to.raw(esppadom::write_json(usual.message));
        if constexpr (requires { usual.totals; }) {
          put(to, "totals", name_of(usual.totals));
          put(to, "participation", to_string(usual.participation));
        }
        noted.merge(std::move(usual.found));
      },
      message);
  to.end_object();
}

// -- files ------------------------------------------------------------------------------------------------------------

template <class Message>
void add_json(const result<Message>& read, read_document& into) {
  if (read) into.messages.emplace_back(*read);
}

// A JSON file says in its name what it holds: <case>.delivery.json.
bool read_json_file(const std::filesystem::path& path, const std::string& name, read_profile profile, findings& found,
                    read_document& into) {
  json_read_options options;
  options.file = name;
  options.strictness = profile == read_profile::strict ? json_strictness::strict : json_strictness::lenient;
  std::string bytes;
  if (file_bytes(path, options.limits.bytes, found).get(bytes) != error_code::success) return true;
  if (name.ends_with(".delivery.json")) {
    add_json(read_delivery_json(bytes, found, options), into);
  } else if (name.ends_with(".order.json")) {
    add_json(read_order_json(bytes, found, options), into);
  } else if (name.ends_with(".invoice.json")) {
    add_json(read_invoice_json(bytes, found, options), into);
  } else if (name.ends_with(".circumstances.json")) {
    static_cast<void>(read_circumstances_json(bytes, found, options));
  } else {
    return false;
  }
  into.from_xml = false;
  return true;
}

std::vector<read_document> document_of_tables(table_answer& from) {
  std::vector<read_document> out;
  if (from.messages.empty()) return out;
  read_document& one = out.emplace_back();
  one.from_xml = false;
  one.head = default_envelope(static_cast<message_kind>(from.messages.front().index()));
  one.messages = std::move(from.messages);
  return out;
}

void put_tables(json_writer& to, const table_answer& made) {
  to.key("circumstances");
  to.raw(made.given ? esppadom::write_json(*made.given) : "null");
  to.key("tables");
  to.begin_object();
  for (const csv_file& one : made.tables)
    put(to, one.name, std::string_view(one.bytes));
  to.end_object();
}

std::vector<read_document> read_files(const kit_case& of, findings& found) {
  std::vector<read_document> out;
  std::vector<std::filesystem::path> others;
  for (const std::string& name : of.files) {
    read_document document;
    if (read_json_file(of.folder / name, name, of.profile, found, document)) {
      out.push_back(std::move(document));
      continue;
    }
    others.push_back(of.folder / name);
    byte_source source;
    if (bytes_of_file(others.back()).get(source) != error_code::success) continue;
    findings unheard;  // validation tells them
    read_options options;
    options.profile = of.profile;
    message_reader reader(std::move(source), unheard, options);
    while (auto message = reader.next())
      document.messages.push_back(std::move(*message));
    document.head = reader.head();
    if (reader.readable()) out.push_back(std::move(document));
  }
  if (others.empty()) return out;
  validation_options how;
  how.profile = of.profile;
  if (auto levels = built_in_profile(name_of(of.profile))) how.levels = std::move(*levels);
  auto checked = validate(others, how);
  const std::string prefix = utf8_name(of.folder) + "/";
  for (auto& one : checked.found.items()) {
    if (one.file.starts_with(prefix)) one.file.erase(0, prefix.size());
    found.add(std::move(one));
  }
  return out;
}

std::string written(const read_document& document, write_profile profile) {
  std::string out;
  const byte_sink sink{[&](std::string_view bytes) {
    out += bytes;
    return error_code::success;
  }};
  const bool as_read = profile == write_profile::round_trip && document.from_xml;
  message_kind kind = document.head.kind;
  if (!document.messages.empty()) kind = static_cast<message_kind>(document.messages[0].index());
  const envelope head = as_read ? document.head : default_envelope(kind);
  message_writer writer(sink, head, profile);
  for (const auto& message : document.messages) {
    if (writer.write(message) != error_code::success) return {};
  }
  return writer.finish(head) == error_code::success ? out : std::string();
}

void put_writes(json_writer& to, const kit_case& of, const std::vector<read_document>& documents) {
  simdjson::dom::object wanted;
  if (of.expected()["writes"].get(wanted) != simdjson::SUCCESS) return;
  to.key("writes");
  to.begin_object();
  for (const auto& entry : wanted) {
    const auto profile = parse_enum<write_profile>(entry.key);
    if (!profile || documents.size() != 1) continue;
    put(to, entry.key, written(documents[0], *profile));
  }
  to.end_object();
}

}  // namespace

std::string answer_of_library(const kit_case& of) {
  findings found;
  const bool about_tables = is_about_tables(of);
  table_answer made;
  if (about_tables) made = answer_of_tables(of, found);
  const auto documents = about_tables ? document_of_tables(made) : read_files(of, found);
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  put(to, "schema", std::string_view("esppadom/conformance-answer/1"));
  to.key("findings");
  write_value(to, rows_of(found, language::english), json_absent::shown);
  to.key("documents");
  to.begin_array();
  for (const auto& document : documents) {
    to.begin_object();
    put(to, "message", name_of(document.head.kind));
    put(to, "wrapped", document.head.wrapped);
    to.key("version_id");
    document.head.version_id ? to.string(*document.head.version_id) : to.raw("null");
    to.end_object();
  }
  to.end_array();
  const auto each = [&](std::string_view key, auto&& show) {
    to.key(key);
    to.begin_array();
    for (const auto& document : documents) {
      for (const auto& message : document.messages)
        show(message);
    }
    to.end_array();
  };
  each("messages", [&](const any_message& message) {
    std::visit([&](const auto& one) { to.raw(esppadom::write_json(one)); }, message);
  });
  each("facts", [&](const any_message& message) {
    to.begin_object();
    std::visit([&](const auto& one) { put_facts(to, one); }, message);
    to.end_object();
  });
  findings noted;
  each("usual_form", [&](const any_message& message) { put_usual_form(to, message, noted); });
  to.key("usual_form_findings");
  write_value(to, rows_of(noted, language::english), json_absent::shown);
  put_writes(to, of, documents);
  if (about_tables) put_tables(to, made);
  to.end_object();
  return out + "\n";
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail

#endif
