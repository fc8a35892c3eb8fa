// The message reader: looks at the first bytes of a document, and hands its messages on whatever form they are in.

#include <algorithm>
#include <cstring>
#include <utility>

#include "esppadom/exchange/findings.hpp"
#include "esppadom/exchange/json_findings.hpp"
#include "esppadom/exchange/xml.hpp"
#include "esppadom/value/text.hpp"
#include "exchange/message_source.hpp"
#include "exchange/xml_encoding.hpp"
#include "exchange/xml_problems.hpp"
#include "exchange/xml_slicer.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace kinds = exchange_findings;

namespace {

// Without the parser of its form a document is one finding and has nothing to give.
class no_messages final : public detail::message_source {
 public:
  no_messages(const finding_kind& why, findings& found, const read_options& options)
      : why_(why), found_(found), file_(options.file) {}

  bool next(order&) override { return tell(); }
  bool next(delivery&) override { return tell(); }
  bool next(invoice&) override { return tell(); }
  std::optional<any_message> next_any() override {
    tell();
    return std::nullopt;
  }
  const envelope& head() const override { return head_; }
  bool readable() const override { return !told_; }
  std::uint64_t count() const override { return 0; }
  message_place place() override { return {}; }
  message_place place(std::string_view) override { return {}; }

 private:
  bool tell() {
    if (!told_) {
      finding out;
      out.kind = &why_;
      out.file = file_;
      found_.add(std::move(out));
    }
    told_ = true;
    return false;
  }

  const finding_kind& why_;
  findings& found_;
  std::string file_;
  envelope head_;
  bool told_ = false;
};

std::unique_ptr<detail::message_source> from_xml(byte_source source, findings& found, read_options options) {
#if ESPPADOM_WITH_XML
  return detail::messages_of_xml(std::move(source), found, std::move(options));
#else
  static_cast<void>(source);
  return std::make_unique<no_messages>(kinds::not_built, found, options);
#endif
}

std::unique_ptr<detail::message_source> from_json(byte_source source, findings& found, read_options options) {
#if ESPPADOM_WITH_JSON
  return detail::messages_of_json(std::move(source), found, std::move(options));
#else
  static_cast<void>(source);
  return std::make_unique<no_messages>(json_not_built, found, options);
#endif
}

// Bytes that were read to look at them, then the rest of the source.
struct put_back {
  std::string first;
  byte_source rest;
  std::optional<error_code> failed;

  result<std::size_t> read(char* into, std::size_t capacity) {
    if (first.empty()) return failed ? result<std::size_t>(*failed) : rest.read(into, capacity);
    const std::size_t count = std::min(capacity, first.size());
    std::memcpy(into, first.data(), count);
    first.erase(0, count);
    return count;
  }
};

// Whether a document is JSON: what stands first, blanks and a byte order mark left aside, is an opening brace.
bool looks_like_json(std::string_view start) {
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  return trimmed(start).starts_with('{');
}

}  // namespace

class message_reader::state {
 public:
  state(byte_source source, findings& found, read_options options)
      : source_(std::move(source)), found_(found), options_(std::move(options)) {}

  /// The messages; which form they are in is looked at when the first one is asked for.
  detail::message_source& get() {
    if (!messages_) open();
    return *messages_;
  }

  text_format format() {
    if (!messages_) open();
    return format_;
  }

 private:
  void open() {
    constexpr std::size_t enough = 512;
    auto bytes = std::make_shared<put_back>();
    bytes->first.resize(enough);
    std::size_t held = 0;
    while (held < enough && !bytes->failed) {
      std::size_t got = 0;
      const error_code e = source_.read(bytes->first.data() + held, enough - held).get(got);
      if (e != error_code::success) bytes->failed = e;
      if (e != error_code::success || got == 0) break;
      held += got;
    }
    bytes->first.resize(held);
    bytes->rest = std::move(source_);
    if (looks_like_json(bytes->first)) format_ = text_format::json;
    byte_source again{[bytes](char* into, std::size_t capacity) { return bytes->read(into, capacity); }};
    messages_ = format_ == text_format::json ? from_json(std::move(again), found_, std::move(options_))
                                             : from_xml(std::move(again), found_, std::move(options_));
  }

  byte_source source_;
  findings& found_;
  read_options options_;
  text_format format_ = text_format::xml;
  std::unique_ptr<detail::message_source> messages_;
};

message_reader::message_reader(byte_source source, findings& found, read_options options)
    : state_(std::make_unique<state>(std::move(source), found, std::move(options))) {}
message_reader::~message_reader() = default;
message_reader::message_reader(message_reader&&) noexcept = default;
message_reader& message_reader::operator=(message_reader&&) noexcept = default;

std::optional<any_message> message_reader::next() { return state_->get().next_any(); }
bool message_reader::next(order& into) { return state_->get().next(into); }
bool message_reader::next(delivery& into) { return state_->get().next(into); }
bool message_reader::next(invoice& into) { return state_->get().next(into); }
text_format message_reader::format() const { return state_->format(); }
const envelope& message_reader::head() const { return state_->get().head(); }
bool message_reader::readable() const { return state_->get().readable(); }
std::uint64_t message_reader::count() const { return state_->get().count(); }
message_place message_reader::place() { return state_->get().place(); }
message_place message_reader::place(std::string_view member) { return state_->get().place(member); }

namespace {

template <class Message>
document<Message> parse_all(byte_source source, findings& found, const read_options& options) {
  message_reader reader(std::move(source), found, options);
  document<Message> out;
  Message message;
  while (reader.next(message))
    out.messages.push_back(std::move(message));
  out.head = reader.head();
  return out;
}

template <class Message>
std::vector<Message> read_all(const std::filesystem::path& file, findings& found, read_options options) {
  if (options.file.empty()) {
    const auto name = file.generic_u8string();
    options.file.assign(name.begin(), name.end());
  }
  byte_source source;
  if (bytes_of_file(file).get(source) != error_code::success) {
    finding out;
    out.kind = &kinds::unreadable;
    out.file = options.file;
    found.add(std::move(out));
    return {};
  }
  return parse_all<Message>(std::move(source), found, options).messages;
}

}  // namespace

std::vector<order> read_orders(const std::filesystem::path& file, findings& found, const read_options& options) {
  return read_all<order>(file, found, options);
}
std::vector<delivery> read_deliveries(const std::filesystem::path& file, findings& found, const read_options& options) {
  return read_all<delivery>(file, found, options);
}
std::vector<invoice> read_invoices(const std::filesystem::path& file, findings& found, const read_options& options) {
  return read_all<invoice>(file, found, options);
}

document<order> parse_orders(std::string_view xml, findings& found, const read_options& options) {
  return parse_all<order>(bytes_of(xml), found, options);
}
document<delivery> parse_deliveries(std::string_view xml, findings& found, const read_options& options) {
  return parse_all<delivery>(bytes_of(xml), found, options);
}
document<invoice> parse_invoices(std::string_view xml, findings& found, const read_options& options) {
  return parse_all<invoice>(bytes_of(xml), found, options);
}
document<any_message> parse_messages(std::string_view xml, findings& found, const read_options& options) {
  message_reader reader(bytes_of(xml), found, options);
  document<any_message> out;
  while (auto message = reader.next())
    out.messages.push_back(std::move(*message));
  out.head = reader.head();
  return out;
}

void for_each_delivery(byte_source source, findings& found, const read_options& options,
                       const std::function<bool(delivery&&)>& each) {
  message_reader reader(std::move(source), found, options);
  delivery message;
  while (reader.next(message)) {
    if (!each(std::move(message))) return;
  }
}

void for_each_slice(byte_source source, findings& found, const read_options& options,
                    const std::function<void(std::string_view)>& each) {
  xml::encoding_state encoding;
  xml::slicer slices(xml::to_utf8(std::move(source), encoding), options.bounds);
  const auto report = [&] {
    finding out;
    out.kind = &xml::kind_of_problem(slices.problem());
    out.file = options.file;
    const auto at = slices.problem_position();
    out.line = at.line;
    out.column = at.column;
    out.arguments = xml::arguments_of_problem(slices, options.bounds);
    found.add(std::move(out));
  };
  if (!slices.start()) {
    report();
    return;
  }
  for (auto outcome = slices.next(); outcome != xml::slicer::outcome::end; outcome = slices.next()) {
    if (outcome == xml::slicer::outcome::message) {
      each(slices.text());
    } else {
      report();
    }
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI
