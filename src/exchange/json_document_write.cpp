// JSON documents of messages, written one after the other.

#include <type_traits>
#include <utility>

#include "esppadom/exchange/json_documents.hpp"
#include "exchange/envelope_json.hpp"
#include "exchange/json_write.hpp"
#include "exchange/message_source.hpp"
#include "exchange/message_walk.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace {

bool is_valid(const amount& value) { return value.value.is_valid(); }
bool is_valid(const price& value) { return value.value.is_valid(); }
bool is_valid(const percentage& value) { return value.is_valid(); }
template <class T>
bool is_valid(const std::optional<T>& value) {
  return !value || is_valid(*value);
}
template <class T>
constexpr bool is_sum = std::is_same_v<value_of_t<T>, amount> || std::is_same_v<value_of_t<T>, price> ||
                        std::is_same_v<value_of_t<T>, percentage>;

template <class Message>
bool has_valid_amounts(const Message& message) {
  bool good = true;
  detail::for_each_struct(message, [&](const auto& part) {
    for_each_member<std::remove_cvref_t<decltype(part)>>([&](const auto& entry) {
      const auto& value = part.*(entry.member);
      if constexpr (is_sum<std::remove_cvref_t<decltype(value)>>) good &= is_valid(value);
    });
  });
  return good;
}

template <class Message>
Message without_extras(Message message) {
  detail::for_each_struct(message, [](auto& part) { part.extras.items.clear(); });
  return message;
}

}  // namespace

class json_document_writer::state {
 public:
  state(byte_sink sink, envelope head, write_profile profile)
      : sink_(std::move(sink)), head_(std::move(head)), keeps_(profile == write_profile::round_trip) {}

  template <class Message>
  error_code write(const Message& message) {
    if (finished_ || detail::kind_of_message<Message> != head_.kind) return error_code::conflict;
    if (!has_valid_amounts(message)) return error_code::invalid_value;
    if (!started_) start();
    out_ += messages_++ == 0 ? "\n  " : ",\n  ";
    out_ += keeps_ ? write_json(message) : write_json(without_extras(message));
    return out_.size() >= flush_size ? flush() : error_code::success;
  }

  error_code finish(const envelope& complete) {
    if (finished_) return error_code::conflict;
    if (!started_) start();
    finished_ = true;
    out_ += messages_ == 0 ? "]" : "\n ]";
    const detail::document_end end{complete.last, complete.layout.root_end, complete.epilog};
    if (keeps_ && !end.empty()) out_ += ",\n \"end\": " + detail::json_text_of(end, {});
    out_ += "}\n";
    return flush();
  }

  const envelope& head() const { return head_; }

 private:
  static constexpr std::size_t flush_size = 64 * 1024;

  void start() {
    started_ = true;
    out_ += "{\"schema\": \"esppadom/" + std::string(name_of(head_.kind)) + "/1\",\n";
    envelope shown = head_;
    if (!keeps_) {
      shown = default_envelope(head_.kind);
      shown.version_id = head_.version_id;
    }
    out_ += " \"envelope\": " + detail::json_text_of(shown, {}) + ",\n \"messages\": [";
  }

  error_code flush() {
    const error_code e = sink_.write(out_);
    out_.clear();
    return e;
  }

  byte_sink sink_;
  envelope head_;
  bool keeps_;
  std::string out_;
  std::size_t messages_ = 0;
  bool started_ = false;
  bool finished_ = false;
};

json_document_writer::json_document_writer(byte_sink sink, envelope head, write_profile profile)
    : state_(std::make_unique<state>(std::move(sink), std::move(head), profile)) {}
json_document_writer::~json_document_writer() = default;
json_document_writer::json_document_writer(json_document_writer&&) noexcept = default;
json_document_writer& json_document_writer::operator=(json_document_writer&&) noexcept = default;

error_code json_document_writer::write(const order& message) { return state_->write(message); }
error_code json_document_writer::write(const delivery& message) { return state_->write(message); }
error_code json_document_writer::write(const invoice& message) { return state_->write(message); }
error_code json_document_writer::write(const any_message& message) {
  return std::visit([this](const auto& one) { return write(one); }, message);
}
error_code json_document_writer::finish() { return state_->finish(state_->head()); }
error_code json_document_writer::finish(const envelope& complete) { return state_->finish(complete); }

}  // namespace esppadom::inline ESPPADOM_ABI
