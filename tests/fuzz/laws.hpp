// What must hold for any bytes at all: reading them neither crashes nor hangs, and what was read is written and read
// back as the same. Each law takes bytes and returns nothing when it holds, else what broke it. The fuzz targets call
// them with bytes of their own making, the ordinary tests with those that once broke one (tests/data/fuzz).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "esppadom/exchange/inputs.hpp"
#include "esppadom/exchange/json.hpp"
#include "esppadom/exchange/json_documents.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/xml.hpp"
#include "esppadom/message/checks.hpp"
#include "esppadom/message/normalise.hpp"
#include "exchange/csv_fuzz.hpp"

namespace esppadom_laws {

using namespace esppadom;

template <class Message>
constexpr message_kind kind_of = std::is_same_v<Message, order>      ? message_kind::order
                                 : std::is_same_v<Message, delivery> ? message_kind::delivery
                                                                     : message_kind::invoice;

template <class Message>
document<Message> parse(std::string_view bytes, findings& found) {
  if constexpr (std::is_same_v<Message, order>) {
    return parse_orders(bytes, found);
  } else if constexpr (std::is_same_v<Message, delivery>) {
    return parse_deliveries(bytes, found);
  } else {
    return parse_invoices(bytes, found);
  }
}

template <class Message>
std::string json_document_of(const document<Message>& read, write_profile profile = write_profile::round_trip) {
  std::string out;
  json_document_writer writer({[&out](std::string_view bytes) {
                                out += bytes;
                                return error_code::success;
                              }},
                              read.head, profile);
  for (const auto& one : read.messages) {
    if (writer.write(one) != error_code::success) return {};
  }
  return writer.finish(read.head) == error_code::success ? out : std::string();
}

/// What was read, as a JSON document and back: nothing may be lost, extras included.
template <class Message>
std::string json_document_law(const document<Message>& read) {
  const std::string json = json_document_of(read);
  if (json.empty()) return "a message that was read is not written as JSON";
  findings found;
  const auto again = parse<Message>(json, found);
  if (!(again.messages == read.messages) || json_document_of(again) != json) return "JSON loses something: " + json;
  const std::span<const Message> before(read.messages);
  const std::span<const Message> after(again.messages);
  if (write(after, again.head, write_profile::round_trip) != write(before, read.head, write_profile::round_trip)) {
    return "other XML comes from what JSON kept: " + json;
  }
  return {};
}

/// XML of one kind of message: read, checked, brought to its usual form, written as it was and read again.
template <class Message>
std::string xml_law(std::string_view bytes) {
  findings found;
  const auto read = parse<Message>(bytes, found);
  for (const auto& one : read.messages) {
    check(one, found);
    static_cast<void>(normalise(one));
  }
  speak(found);
  if (read.messages.empty() || read.head.kind != kind_of<Message>) return {};
  const std::span<const Message> messages(read.messages);

  const std::string written = write(messages, read.head, write_profile::round_trip);
  if (written.empty()) return "a message that was read is not written";
  findings later;
  const auto again = parse<Message>(written, later);
  if (!(again.messages == read.messages)) return "another message is read from what was written: " + written;
  const std::string twice = write(std::span<const Message>(again.messages), again.head, write_profile::round_trip);
  if (twice != written) return "written again, it differs: " + written + "\ninstead of " + twice;

  if (const std::string lost = json_document_law(read); !lost.empty()) return lost;
  const std::string usual = write(messages);
  if (parse<Message>(usual, later).messages.size() != messages.size()) return "the canonical form is unreadable";
  return {};
}

template <class Message>
std::string json_messages_law_of(std::string_view bytes) {
  findings found;
  const auto read = parse<Message>(bytes, found);
  speak(found);
  if (read.messages.empty() || read.head.kind != kind_of<Message>) return {};
  // In JSON a value may be what XML cannot carry; what is written must be readable XML all the same.
  document<Message> one = read;
  if (!one.head.wrapped) one.messages.resize(1);
  findings later;
  const std::string written = write(std::span<const Message>(one.messages), one.head, write_profile::round_trip);
  if (written.empty()) return json_document_law(read);  // a character that XML cannot carry
  const auto again = parse<Message>(written, later);
  for (const auto& each : later.items()) {
    if (each.code() == "ESP-XML-004") return "what is written is no XML: " + written;
  }
  return json_document_law(read);
}

/// A JSON document of messages.
inline std::string json_messages_law(std::string_view bytes) {
  for (const auto& law :
       {&json_messages_law_of<order>, &json_messages_law_of<delivery>, &json_messages_law_of<invoice>}) {
    if (std::string broken = law(bytes); !broken.empty()) return broken;
  }
  return {};
}

template <class Value>
std::string json_value_law(std::string_view bytes,
                           result<Value> (*read)(std::string_view, findings&, const json_read_options&)) {
  findings found;
  json_read_options lenient;
  lenient.strictness = json_strictness::lenient;
  static_cast<void>(read(bytes, found, lenient));
  const auto value = read(bytes, found, {});
  speak(found);
  if (!value) return found.has_errors() ? std::string() : "no value and no finding";
  const std::string written = write_json(*value);
  const auto again = read(written, found, {});
  if (!again) return "what was written is not read: " + written;
  if (!(*again == *value)) return "another value is read from what was written: " + written;
  return write_json(*again) == written ? std::string() : "written again, it differs: " + written;
}

/// The circumstances of a month.
inline std::string circumstances_law(std::string_view bytes) {
  return json_value_law<circumstances>(bytes, &read_circumstances_json);
}

/// Rule sets and rule books.
inline std::string rules_law(std::string_view bytes) {
  findings found;
  json_read_options lenient;
  lenient.strictness = json_strictness::lenient;
  static_cast<void>(load_rule_book(bytes, found, lenient));
  const auto book = load_rule_book(bytes, found);
  speak(found);
  if (!book) return found.has_errors() ? std::string() : "no book and no finding";
  const std::string written = write_rule_book(*book);
  const auto again = load_rule_book(written, found);
  if (!again) return "what was written is not read: " + written;
  return write_rule_book(*again) == written ? std::string() : "written again, it differs: " + written;
}

/// A file of any kind, an archive above all: what comes out of it stays within the limits and keeps its name inside,
/// and every message of it is read or a finding.
inline std::string zip_law(std::string_view bytes) {
  input_limits bounds;
  bounds.files = 16;
  bounds.expanded_bytes = std::uint64_t{4} << 20;
  constexpr std::uint64_t harmless = std::uint64_t{1} << 20;  // the ratio does not count below
  std::uint64_t count = 0;
  std::uint64_t expanded = 0;
  std::string broken;
  findings found;
  for_each_input(bytes, "a.zip", found, bounds, [&](input& one) {
    ++count;
    if (!one.named && (!one.name.starts_with("a.zip!/") || one.name.find("/../") != std::string::npos)) {
      broken = "an entry leads out of the archive: " + one.name;
    }
    const bool archived = !one.named;
    const auto counted = [&expanded, archived, &one](char* into, std::size_t capacity) {
      const auto got = one.bytes.read(into, capacity);
      if (got && archived) expanded += *got;
      return got;
    };
    message_reader reader({counted}, found, {read_profile::lenient, {}, one.name});
    while (reader.next())
      continue;
    return true;
  });
  speak(found);
  if (count > bounds.files) return "more inputs than the limit";
  if (expanded > bounds.expanded_bytes) return "more bytes than the limit";
  if (expanded > harmless && expanded / bounds.ratio > bytes.size()) return "a higher ratio than the limit";
  return broken;
}

}  // namespace esppadom_laws
