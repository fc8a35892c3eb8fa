// The message reader: slices, envelope and findings put together.

#include <cstring>
#include <fstream>
#include <utility>

#ifndef ESPPADOM_WITH_XML
#define ESPPADOM_WITH_XML 1  // the build says 0 to leave pugixml out
#endif

#if ESPPADOM_WITH_XML
#include <pugixml.hpp>
#endif

#include "esppadom/exchange/findings.hpp"
#include "esppadom/exchange/xml.hpp"
#include "exchange/xml_encoding.hpp"
#include "exchange/xml_scope.hpp"
#include "exchange/xml_slicer.hpp"
#if ESPPADOM_WITH_XML
#include "exchange/xml_walker.hpp"
#endif

namespace esppadom::inline ESPPADOM_ABI {

namespace kinds = exchange_findings;

byte_source bytes_of(std::string_view text) {
  return {[text](char* into, std::size_t capacity) mutable -> result<std::size_t> {
    const std::size_t count = text.size() < capacity ? text.size() : capacity;
    if (count != 0) std::memcpy(into, text.data(), count);
    text.remove_prefix(count);
    return count;
  }};
}

result<byte_source> bytes_of_file(const std::filesystem::path& path) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(path, failed) && !std::filesystem::is_fifo(path, failed) &&
      !std::filesystem::is_character_file(path, failed)) {
    return error_code::unreadable;
  }
  auto stream = std::make_shared<std::ifstream>();
  stream->rdbuf()->pubsetbuf(nullptr, 0);  // what is read is a chunk already
  stream->open(path, std::ios::binary);
  if (!stream->is_open()) return error_code::unreadable;
  return byte_source{[stream](char* into, std::size_t capacity) -> result<std::size_t> {
    stream->read(into, static_cast<std::streamsize>(capacity));
    if (stream->bad()) return error_code::unreadable;
    return static_cast<std::size_t>(stream->gcount());
  }};
}

namespace {

const finding_kind& kind_of_problem(xml::slice_problem problem) {
  using xml::slice_problem;
  switch (problem) {
    case slice_problem::empty:
      return kinds::empty_file;
    case slice_problem::not_xml:
      return kinds::not_xml;
    case slice_problem::doctype:
      return kinds::doctype;
    case slice_problem::wrong_root:
      return kinds::wrong_root;
    case slice_problem::encoding:
      return kinds::encoding;
    case slice_problem::unbalanced:
      return kinds::unbalanced;
    case slice_problem::malformed:
      return kinds::malformed;
    case slice_problem::cut_short:
      return kinds::cut_short;
    case slice_problem::too_large:
      return kinds::too_large;
    case slice_problem::too_deep:
      return kinds::too_deep;
    case slice_problem::after_root:
      return kinds::after_root;
    default:
      return kinds::unreadable;
  }
}

}  // namespace

#if ESPPADOM_WITH_XML

namespace {

template <class Message>
constexpr message_kind kind_of = std::is_same_v<Message, order>      ? message_kind::order
                                 : std::is_same_v<Message, delivery> ? message_kind::delivery
                                                                     : message_kind::invoice;

std::string_view id_of(const order& message) { return message.order_id; }
std::string_view id_of(const delivery& message) { return message.delivery_id; }
std::string_view id_of(const invoice& message) { return message.invoice_id; }

// The blanks after the last line break, when there is one.
std::optional<std::string> indentation(std::string_view blanks) {
  const auto line = blanks.rfind('\n');
  if (line == std::string_view::npos) return std::nullopt;
  const auto rest = blanks.substr(line + 1);
  return rest.find_first_not_of(" \t") == std::string_view::npos ? std::optional<std::string>(rest) : std::nullopt;
}

std::string_view blanks_before(std::string_view text, std::size_t at) {
  std::size_t from = at;
  while (from > 0 && is_blank(text[from - 1]))
    --from;
  return text.substr(from, at - from);
}

// The indentation of the first element inside the element at the start of `text`, and that inside of it.
struct indentations {
  std::optional<std::string> first;
  std::optional<std::string> second;
};
indentations indentations_of(std::string_view text) {
  indentations out;
  const xml::token root = xml::scan_markup(text, 0);
  const auto child_at = text.find('<', root.end);
  if (child_at == std::string_view::npos) return out;
  const xml::token child = xml::scan_markup(text, child_at);
  out.first = indentation(blanks_before(text, child_at));
  if (child.kind != xml::token_kind::start) return out;
  const auto inner_at = text.find('<', child.end);
  if (inner_at != std::string_view::npos) out.second = indentation(blanks_before(text, inner_at));
  return out;
}

std::string step_between(const std::string& outer, const std::optional<std::string>& inner) {
  return inner && inner->starts_with(outer) ? inner->substr(outer.size()) : std::string("  ");
}

}  // namespace

class message_reader::state {
 public:
  state(byte_source source, findings& found, read_options options)
      : found_(found),
        options_(std::move(options)),
        slicer_(xml::to_utf8(std::move(source), encoding_), options_.bounds, xml::cutting::by_guess),
        walker_(options_.profile, options_.bounds) {}

  template <class Message>
  bool next(Message& into) {
    while (advance()) {
      if (slicer_.message() != kind_of<Message>) {
        const auto at = slicer_.message_position();
        report(kinds::other_kind, at,
               {std::string(name_of(slicer_.message())), std::string(name_of(kind_of<Message>))});
        continue;
      }
      if (read(into)) return true;
    }
    return false;
  }

  std::optional<any_message> next_any() {
    while (advance()) {
      std::optional<any_message> out;
      switch (slicer_.message()) {
        case message_kind::order:
          out = read_any<order>();
          break;
        case message_kind::delivery:
          out = read_any<delivery>();
          break;
        case message_kind::invoice:
          out = read_any<invoice>();
          break;
      }
      if (out) return out;
    }
    return std::nullopt;
  }

  /// The next slice, unread. False at the end.
  bool advance() {
    if (!started_) start();
    if (!readable_) return false;
    for (;;) {
      switch (slicer_.next()) {
        case xml::slicer::outcome::message:
          return true;
        case xml::slicer::outcome::broken:
          report_problem();
          break;
        case xml::slicer::outcome::end:
          finish();
          return false;
      }
    }
  }

  xml::slicer& slices() { return slicer_; }
  const envelope& head() const { return head_; }
  bool readable() const { return readable_; }
  std::uint64_t count() const { return count_; }

  message_place place() {
    message_place out;
    const auto at = slicer_.message_position();
    out.index = slicer_.index();
    out.line = at.line;
    out.column = at.column;
    out.path = xml::walker::path_of_slice(slice());
    return out;
  }

  message_place place(std::string_view member) {
    message_place out = place();
    if (member.empty()) return out;
    const auto at = walker_.place_of(scope_, table_of(slicer_.message()), member);
    out.line = at.line;
    out.column = at.column;
    out.path.append("/").append(member);
    return out;
  }

 private:
  static const tables::level& table_of(message_kind kind) {
    switch (kind) {
      case message_kind::order:
        return tables::level_of<order>;
      case message_kind::delivery:
        return tables::level_of<delivery>;
      case message_kind::invoice:
        break;
    }
    return tables::level_of<invoice>;
  }

  xml::walker::slice slice() {
    return {slicer_.text(), &slicer_, slicer_.wrapped(), slicer_.wrapped() ? root_path_ : std::string()};
  }

  template <class Message>
  std::optional<any_message> read_any() {
    Message out;
    if (!read(out)) return std::nullopt;
    return any_message(std::move(out));
  }

  template <class Message>
  bool read(Message& into) {
    std::destroy_at(&into);
    std::construct_at(&into);
    if (first_) note_layout();
    bool well_formed = walker_.read(slice(), scope_, tables::level_of<Message>, &into);
    if (!well_formed && slicer_.guessed()) {
      if (slicer_.cut_carefully() == xml::slicer::outcome::broken) {
        report_problem();
        return false;
      }
      std::destroy_at(&into);
      std::construct_at(&into);
      well_formed = walker_.read(slice(), scope_, tables::level_of<Message>, &into);
    }
    for (auto& found : walker_.found()) {
      found.document = id_of(into);
      found.file = options_.file;
      found_.add(std::move(found));
    }
    if (!well_formed) return false;
    keep_what_stood_before(into.extras);
    ++count_;
    return true;
  }

  void start() {
    started_ = true;
    readable_ = slicer_.start();
    if (!readable_) {
      if (encoding_.unsupported.empty()) {
        report_problem();
      } else {
        report(kinds::encoding, {}, {encoding_.unsupported});
      }
      return;
    }
    head_.kind = slicer_.kind();
    head_.wrapped = slicer_.wrapped();
    note_markup(slicer_.prolog(), head_.prolog);
    read_root_tag();
  }

  // The root's start tag as an element of its own.
  void read_root_tag() {
    std::string tag = xml::repaired(slicer_.root_tag());
    if (tag != slicer_.root_tag()) report(kinds::invalid_characters, {});
    if (!tag.ends_with("/>")) tag.insert(tag.size() - 1, "/");
    pugi::xml_document document;
    if (!document.load_buffer(tag.data(), tag.size(), pugi::parse_escapes | pugi::parse_wconv_attribute,
                              pugi::encoding_utf8)) {
      report(kinds::malformed, {}, {"root"});
      readable_ = false;
      return;
    }
    const auto root = document.document_element();
    root_path_ = "/" + std::string(xml::local_part(root.name()));
    for (const auto attribute : root.attributes()) {
      const std::string_view name = attribute.name();
      if (name == "xmlns" || name.starts_with("xmlns:")) {
        const std::string_view prefix = name == "xmlns" ? std::string_view{} : name.substr(6);
        scope_.declare(prefix, attribute.value());
      } else if (name == "versionID") {
        head_.version_id = attribute.value();
      } else {
        head_.attributes.push_back({std::string(name), attribute.value()});
      }
    }
    head_.namespaces = scope_.bindings();
    if (slicer_.wrapped() && scope_.resolve(xml::prefix_part(root.name())) != xml::family::message) {
      report(kinds::other_namespace, {}, {std::string(xml::local_part(root.name()))});
    }
  }

  // Comments and instructions of a text that has no elements; the XML declaration is none.
  static void note_markup(std::string_view text, std::string& into) {
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
      const xml::token found = xml::scan_markup(text, at);
      const std::string_view markup = text.substr(found.begin, found.end - found.begin);
      const bool declaration = markup.starts_with("<?xml ") || markup.starts_with("<?xml?");
      if ((found.kind == xml::token_kind::comment || found.kind == xml::token_kind::instruction) && !declaration) {
        into += xml::repaired(markup);
        into += '\n';
      }
      at = found.end;
    }
  }

  void note_layout() {
    first_ = false;
    auto& layout = head_.layout;
    const std::string_view text = slicer_.text();
    const auto inner = indentations_of(text);
    if (head_.wrapped) {
      const auto message = indentation(blanks_before(slicer_.before(), slicer_.before().size()));
      layout.messages_on_lines = message.has_value();
      layout.elements_on_lines = inner.first.has_value();
      layout.first = message.value_or("");
      layout.step = step_between(layout.first, inner.first);
    } else {
      layout.elements_on_lines = inner.first.has_value();
      layout.first = inner.first.value_or("");
      layout.step = step_between(layout.first, inner.second);
      layout.root_end = indentation(blanks_before(text, text.rfind('<'))).value_or("");
    }
  }

  // Comments and elements that no message owns stand before the message that follows them.
  void keep_what_stood_before(extras_t& extras) {
    const std::string_view text = slicer_.before();
    if (text.find('<') == std::string_view::npos) return;
    extra out;
    out.what = extra::kind::markup;
    out.level = "..";
    out.content = xml::repaired(trimmed(text));
    extras.items.insert(extras.items.begin(), std::move(out));
  }

  void finish() {
    if (finished_) return;
    finished_ = true;
    if (slicer_.index() == 0) report(kinds::no_message, slicer_.problem_position());
    std::string_view rest = slicer_.epilog();
    if (head_.wrapped) {
      const auto tag = rest.rfind("</");
      if (tag == std::string_view::npos) return;
      const std::string_view inside = rest.substr(0, tag);
      head_.last = xml::repaired(trimmed(inside));
      head_.layout.root_end = indentation(blanks_before(inside, inside.size())).value_or("");
      rest.remove_prefix(tag);
    }
    note_markup(rest, head_.epilog);
  }

  void report(const finding_kind& kind, xml::position at, std::vector<std::string> arguments = {}) {
    finding out;
    out.kind = &kind;
    out.file = options_.file;
    out.line = at.line;
    out.column = at.column;
    out.path = root_path_;
    out.arguments = std::move(arguments);
    found_.add(std::move(out));
  }

  void report_problem() {
    std::vector<std::string> arguments;
    switch (slicer_.problem()) {
      case xml::slice_problem::too_large:
        arguments.push_back(std::to_string(options_.bounds.message_bytes));
        break;
      case xml::slice_problem::too_deep:
        arguments.push_back(std::to_string(options_.bounds.depth));
        break;
      case xml::slice_problem::malformed:
        arguments.emplace_back("markup");
        break;
      default:
        arguments.push_back(slicer_.detail());
        break;
    }
    report(kind_of_problem(slicer_.problem()), slicer_.problem_position(), std::move(arguments));
  }

  findings& found_;
  read_options options_;
  xml::encoding_state encoding_;
  xml::slicer slicer_;
  xml::walker walker_;
  xml::scope scope_;
  envelope head_;
  std::string root_path_;
  std::uint64_t count_ = 0;
  bool started_ = false;
  bool readable_ = true;
  bool first_ = true;
  bool finished_ = false;
};

#else

// Without the XML parser a reader says so once and has nothing to give.
class message_reader::state {
 public:
  state(byte_source, findings& found, read_options options) : found_(found), file_(std::move(options.file)) {}

  template <class Message>
  bool next(Message&) {
    if (!told_) {
      finding out;
      out.kind = &kinds::not_built;
      out.file = file_;
      found_.add(std::move(out));
    }
    told_ = true;
    return false;
  }
  std::optional<any_message> next_any() {
    delivery none;
    next(none);
    return std::nullopt;
  }
  const envelope& head() const { return head_; }
  bool readable() const { return !told_; }
  std::uint64_t count() const { return 0; }
  message_place place() const { return {}; }
  message_place place(std::string_view) const { return {}; }

 private:
  findings& found_;
  std::string file_;
  envelope head_;
  bool told_ = false;
};

#endif

message_reader::message_reader(byte_source source, findings& found, read_options options)
    : state_(std::make_unique<state>(std::move(source), found, std::move(options))) {}
message_reader::~message_reader() = default;
message_reader::message_reader(message_reader&&) noexcept = default;
message_reader& message_reader::operator=(message_reader&&) noexcept = default;

std::optional<any_message> message_reader::next() { return state_->next_any(); }
bool message_reader::next(order& into) { return state_->next(into); }
bool message_reader::next(delivery& into) { return state_->next(into); }
bool message_reader::next(invoice& into) { return state_->next(into); }
const envelope& message_reader::head() const { return state_->head(); }
bool message_reader::readable() const { return state_->readable(); }
std::uint64_t message_reader::count() const { return state_->count(); }
message_place message_reader::place() { return state_->place(); }
message_place message_reader::place(std::string_view member) { return state_->place(member); }

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
  const auto report = [&](xml::slice_problem problem) {
    finding out;
    out.kind = &kind_of_problem(problem);
    out.file = options.file;
    const auto at = slices.problem_position();
    out.line = at.line;
    out.column = at.column;
    out.arguments = {slices.detail()};
    found.add(std::move(out));
  };
  if (!slices.start()) {
    report(slices.problem());
    return;
  }
  for (auto outcome = slices.next(); outcome != xml::slicer::outcome::end; outcome = slices.next()) {
    if (outcome == xml::slicer::outcome::message) {
      each(slices.text());
    } else {
      report(slices.problem());
    }
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI
