// The message writer: envelope, messages and sink put together.

#include <utility>

#include "esppadom/exchange/xml.hpp"
#include "exchange/xml_slicer.hpp"
#include "exchange/xml_values.hpp"
#include "exchange/xml_writer.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace {

constexpr const document_form& form_of(message_kind kind) {
  switch (kind) {
    case message_kind::order:
      return document_of<order>;
    case message_kind::delivery:
      return document_of<delivery>;
    default:
      return document_of<invoice>;
  }
}

// A delivery that says only `HOR` still has a retained period: a copy of the stamps, or the midnight of the day
// (messages reference, section 4).
delivery with_retained_period(const delivery& message) {
  delivery out = message;
  const auto midnight = local_time::at(message.issued_at.is_valid() ? message.issued_at.date() : local_date{});
  const auto& stamps = message.stamps;
  auto& period = out.retained_period;
  if (!period.start) period.start = stamps && stamps->arrival ? stamps->arrival->certified_at : midnight;
  if (!period.end) period.end = stamps && stamps->departure ? stamps->departure->certified_at : *period.start;
  return out;
}

}  // namespace

envelope default_envelope(message_kind kind) {
  envelope out;
  out.kind = kind;
  out.version_id = "1.4";
  out.namespaces = {{"ns", std::string(form_of(kind).uri)},
                    {"ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:8"},
                    {"pie", "urn:un:unece:uncefact:data:standard:PersonInformationEntity:1"},
                    {"qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:8"}};
  return out;
}

class message_writer::state {
 public:
  state(byte_sink sink, envelope head, write_profile profile)
      : sink_(std::move(sink)), head_(std::move(head)), profile_(profile), elements_(head_, profile) {}

  template <class Message>
  error_code write(const Message& message, message_kind kind) {
    if (finished_ || kind != head_.kind || (!head_.wrapped && messages_ > 0)) return error_code::conflict;
    if (!started_ && !start()) return error_code::invalid_value;
    const std::string attributes = head_.wrapped ? std::string() : root_attributes();
    if (!elements_.append_message(form_of(kind).message.local, attributes, tables::level_of<Message>, &message, out_)) {
      return error_code::invalid_value;
    }
    ++messages_;
    return out_.size() >= flush_size ? flush() : error_code::success;
  }

  error_code write_delivery(const delivery& message) {
    const bool incomplete = !message.retained_period.start || !message.retained_period.end;
    if (profile_ != write_profile::round_trip && incomplete && message.is_stamp_only()) {
      return write(with_retained_period(message), message_kind::delivery);
    }
    return write(message, message_kind::delivery);
  }

  error_code finish(const envelope& complete) {
    if (finished_) return error_code::conflict;
    if (!started_ && !start()) return error_code::invalid_value;
    finished_ = true;
    if (head_.wrapped) {
      if (profile_ == write_profile::round_trip && !complete.last.empty()) {
        elements_.append_line(1, out_);
        out_ += complete.last;
      }
      elements_.append_line(0, out_);
      if (profile_ == write_profile::round_trip && head_.layout.messages_on_lines) out_ += complete.layout.root_end;
      out_ += "</" + root_name() + ">";
    }
    out_ += '\n';
    if (profile_ == write_profile::round_trip) out_ += complete.epilog;
    return flush();
  }

  const envelope& head() const { return head_; }

 private:
  static constexpr std::size_t flush_size = 64 * 1024;

  std::string root_name() const { return elements_.declared().qualified({name_space::message, name_of(head_.kind)}); }

  std::string root_attributes() const {
    std::string out;
    const auto put = [&](std::string_view name, std::string_view value) {
      out.append(" ").append(name).append("=\"");
      xml::append_attribute_value(value, out);
      out += '"';
    };
    if (head_.version_id) put("versionID", *head_.version_id);
    for (const auto& binding : elements_.declared().bindings())
      put(binding.prefix.empty() ? "xmlns" : "xmlns:" + binding.prefix, binding.uri);
    for (const auto& attribute : head_.attributes)
      put(attribute.name, attribute.value);
    return out;
  }

  // False when what surrounds the messages holds a character that XML cannot carry.
  bool start() {
    started_ = true;
    out_ += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    if (profile_ == write_profile::round_trip) out_ += head_.prolog;
    if (head_.wrapped) out_ += "<" + root_name() + root_attributes() + ">";
    return xml::find_invalid(head_.wrapped ? out_ : root_attributes()) == std::string_view::npos;
  }

  error_code flush() {
    const error_code e = sink_.write(out_);
    out_.clear();
    return e;
  }

  byte_sink sink_;
  envelope head_;
  write_profile profile_;
  xml::element_writer elements_;
  std::string out_;
  std::size_t messages_ = 0;
  bool started_ = false;
  bool finished_ = false;
};

message_writer::message_writer(byte_sink sink, envelope head, write_profile profile)
    : state_(std::make_unique<state>(std::move(sink), std::move(head), profile)) {}
message_writer::~message_writer() = default;
message_writer::message_writer(message_writer&&) noexcept = default;
message_writer& message_writer::operator=(message_writer&&) noexcept = default;

error_code message_writer::write(const order& message) { return state_->write(message, message_kind::order); }
error_code message_writer::write(const delivery& message) { return state_->write_delivery(message); }
error_code message_writer::write(const invoice& message) { return state_->write(message, message_kind::invoice); }
error_code message_writer::write(const any_message& message) {
  return std::visit([this](const auto& one) { return write(one); }, message);
}
error_code message_writer::finish() { return state_->finish(state_->head()); }
error_code message_writer::finish(const envelope& complete) { return state_->finish(complete); }

namespace {

template <class Message>
std::string write_all(std::span<const Message> messages, const envelope& head, write_profile profile) {
  std::string out;
  message_writer writer({[&out](std::string_view bytes) {
                          out += bytes;
                          return error_code::success;
                        }},
                        head, profile);
  for (const auto& message : messages) {
    if (writer.write(message) != error_code::success) return {};
  }
  return writer.finish() == error_code::success ? out : std::string();
}

}  // namespace

std::string write(std::span<const order> messages, write_profile profile) {
  return write_all(messages, default_envelope(message_kind::order), profile);
}
std::string write(std::span<const delivery> messages, write_profile profile) {
  return write_all(messages, default_envelope(message_kind::delivery), profile);
}
std::string write(std::span<const invoice> messages, write_profile profile) {
  return write_all(messages, default_envelope(message_kind::invoice), profile);
}
std::string write(std::span<const order> messages, const envelope& head, write_profile profile) {
  return write_all(messages, head, profile);
}
std::string write(std::span<const delivery> messages, const envelope& head, write_profile profile) {
  return write_all(messages, head, profile);
}
std::string write(std::span<const invoice> messages, const envelope& head, write_profile profile) {
  return write_all(messages, head, profile);
}

}  // namespace esppadom::inline ESPPADOM_ABI
