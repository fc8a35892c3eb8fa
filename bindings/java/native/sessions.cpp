// Reading, writing and converting documents, message by message.

#include <utility>
#include <variant>

#include "esppadom/exchange/json_documents.hpp"
#include "support.hpp"

namespace java {

using esppadom::error_code;

namespace {

// Enough messages to make crossing the border cheap, not so many that memory would depend on their number.
constexpr std::int64_t largest_batch = 1024;
constexpr std::size_t chunk_bytes = std::size_t{256} * 1024;

// Moved once, to where it stays: messages are large.
void put(esppadom::any_message&& message, message_item& into) {
  if (auto* one = std::get_if<esppadom::order>(&message)) into.order.emplace(std::move(*one));
  if (auto* one = std::get_if<esppadom::delivery>(&message)) into.delivery.emplace(std::move(*one));
  if (auto* one = std::get_if<esppadom::invoice>(&message)) into.invoice.emplace(std::move(*one));
}

outcome message_of(const message_item& item, esppadom::any_message& out) {
  const int there = (item.order ? 1 : 0) + (item.delivery ? 1 : 0) + (item.invoice ? 1 : 0);
  if (there != 1) return because(error_code::invalid_value, "message");
  if (item.order) out = *item.order;
  if (item.delivery) out = *item.delivery;
  if (item.invoice) out = *item.invoice;
  return std::nullopt;
}

document_frame frame_of(const esppadom::envelope& head) { return {head.kind, head, head.last, head.epilog}; }

esppadom::envelope envelope_of(const document_frame& frame) {
  esppadom::envelope out = frame.envelope;
  out.kind = frame.kind;
  out.last = frame.last;
  out.epilog = frame.epilog;
  return out;
}

outcome wrong_session() { return because(error_code::conflict, "session"); }

/// A document being written; what was written and not yet handed over is in `text`. Never moved: the writers refer to
/// it.
class document_out {
 public:
  document_out() = default;
  document_out(const document_out&) = delete;
  document_out& operator=(const document_out&) = delete;

  void begin(document_format format, const esppadom::envelope& head, esppadom::write_profile profile) {
    if (format == document_format::xml) {
      xml_.emplace(sink(), head, profile);
    } else {
      json_.emplace(sink(), head, profile);
    }
  }
  [[nodiscard]] bool begun() const { return xml_ || json_; }

  error_code add(const esppadom::any_message& message) { return xml_ ? xml_->write(message) : json_->write(message); }
  error_code finish() { return xml_ ? xml_->finish() : json_->finish(); }
  error_code finish(const esppadom::envelope& complete) {
    return xml_ ? xml_->finish(complete) : json_->finish(complete);
  }

  [[nodiscard]] std::size_t size() const { return text_.size(); }
  std::string take() { return std::exchange(text_, {}); }

 private:
  esppadom::byte_sink sink() {
    return {[this](std::string_view bytes) {
      text_ += bytes;
      return error_code::success;
    }};
  }

  std::string text_;
  std::optional<esppadom::message_writer> xml_;
  std::optional<esppadom::json_document_writer> json_;
};

}  // namespace

// -- reading ----------------------------------------------------------------------------------------------------------

class reader_session : public session {
 public:
  read_request asked;  ///< a document in memory lives in it
  esppadom::findings found;
  std::optional<esppadom::message_reader> from;
};

outcome open_reader(const read_request& asked, std::unique_ptr<session>& opened) {
  if (asked.message_bytes < 0) return because(error_code::out_of_range, "messageBytes");
  auto made = std::make_unique<reader_session>();
  made->asked = asked;
  opened_source source;
  if (auto met = open_source(made->asked.path, made->asked.document, source)) return met;
  esppadom::read_options how;
  how.file = source.name;
  if (asked.strict) how.profile = esppadom::read_profile::strict;
  if (asked.message_bytes > 0) how.bounds.message_bytes = static_cast<std::size_t>(asked.message_bytes);
  made->from.emplace(std::move(source.bytes), made->found, std::move(how));
  opened = std::move(made);
  return std::nullopt;
}

outcome read_on(session& on, const next_request& asked, message_batch& answer) {
  auto* reader = dynamic_cast<reader_session*>(&on);
  if (reader == nullptr) return wrong_session();
  if (asked.at_most < 1 || asked.at_most > largest_batch) return because(error_code::out_of_range, "atMost");
  answer.messages.reserve(static_cast<std::size_t>(asked.at_most));  // they are large: they are not to be moved
  for (std::int64_t i = 0; i < asked.at_most; ++i) {
    auto message = reader->from->next();
    if (!message) {
      answer.end = true;
      break;
    }
    put(std::move(*message), answer.messages.emplace_back());
  }
  return std::nullopt;
}

outcome reader_now(session& on, const state_request&, reader_state& answer) {
  auto* reader = dynamic_cast<reader_session*>(&on);
  if (reader == nullptr) return wrong_session();
  answer.readable = reader->from->readable();
  answer.frame = frame_of(reader->from->head());
  const auto place = reader->from->place();
  answer.line = static_cast<std::int64_t>(place.line);
  answer.column = static_cast<std::int64_t>(place.column);
  answer.findings = rows_of(reader->found, reader->asked.language);
  answer.dropped = dropped_rows_of(reader->found);
  return std::nullopt;
}

// -- writing ----------------------------------------------------------------------------------------------------------

class writer_session : public session {
 public:
  document_out out;
  bool finished = false;
};

outcome open_writer(const write_request& asked, std::unique_ptr<session>& opened) {
  const auto head = asked.frame ? envelope_of(*asked.frame) : default_envelope(asked.kind);
  if (head.kind != asked.kind) return because(error_code::conflict, "kind");
  auto made = std::make_unique<writer_session>();
  made->out.begin(asked.format, head, asked.profile);
  opened = std::move(made);
  return std::nullopt;
}

outcome write_on(session& on, const message_batch& asked, chunk& answer) {
  auto* writer = dynamic_cast<writer_session*>(&on);
  if (writer == nullptr) return wrong_session();
  for (const auto& item : asked.messages) {
    esppadom::any_message message;
    if (auto met = message_of(item, message)) return met;
    if (const auto code = writer->out.add(message); code != error_code::success) return because(code, "message");
  }
  answer.content.content = writer->out.take();
  return std::nullopt;
}

outcome finish_writing(session& on, const finish_request& asked, chunk& answer) {
  auto* writer = dynamic_cast<writer_session*>(&on);
  if (writer == nullptr) return wrong_session();
  if (writer->finished) return because(error_code::conflict, "writer");
  const auto code = asked.frame ? writer->out.finish(envelope_of(*asked.frame)) : writer->out.finish();
  if (code != error_code::success) return because(code, "document");
  writer->finished = true;
  answer.content.content = writer->out.take();
  answer.end = true;
  return std::nullopt;
}

// -- converting -------------------------------------------------------------------------------------------------------

class convert_session : public session {
 public:
  convert_request asked;
  esppadom::findings found;
  std::optional<esppadom::message_reader> from;
  document_out out;
  bool finished = false;

  // JSON tells the envelope as data; XML has one of its own unless the text is to be as it was read.
  void begin() {
    if (out.begun()) return;
    const bool as_read = asked.format == document_format::json || asked.profile == esppadom::write_profile::round_trip;
    out.begin(asked.format, as_read ? from->head() : esppadom::default_envelope(from->head().kind), asked.profile);
  }
};

outcome open_conversion(const convert_request& asked, std::unique_ptr<session>& opened) {
  auto made = std::make_unique<convert_session>();
  made->asked = asked;
  opened_source source;
  if (auto met = open_source(made->asked.path, made->asked.document, source)) return met;
  esppadom::read_options how;
  how.file = source.name;
  made->from.emplace(std::move(source.bytes), made->found, std::move(how));
  opened = std::move(made);
  return std::nullopt;
}

outcome convert_on(session& on, const state_request&, chunk& answer) {
  auto* work = dynamic_cast<convert_session*>(&on);
  if (work == nullptr) return wrong_session();
  while (!work->finished && work->out.size() < chunk_bytes) {
    auto message = work->from->next();
    if (!work->from->readable()) {
      return because(error_code::unreadable, work->found, "document", work->asked.language);
    }
    work->begin();
    const auto code = message ? work->out.add(*message) : work->out.finish(work->from->head());
    if (code != error_code::success) return because(code, "message");
    work->finished = !message;
  }
  answer.content.content = work->out.take();
  answer.end = work->finished;
  return std::nullopt;
}

outcome converted(session& on, const state_request&, check_result& answer) {
  auto* work = dynamic_cast<convert_session*>(&on);
  if (work == nullptr) return wrong_session();
  answer.findings = rows_of(work->found, work->asked.language);
  return std::nullopt;
}

}  // namespace java
