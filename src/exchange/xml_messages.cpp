// Messages of an XML document, one after the other: slices, envelope and findings put together.

#include "exchange/message_source.hpp"

#if ESPPADOM_WITH_XML

#include <algorithm>
#include <memory>
#include <type_traits>
#include <utility>

#include <pugixml.hpp>

#include "esppadom/exchange/findings.hpp"
#include "exchange/xml_encoding.hpp"
#include "exchange/xml_fragment.hpp"
#include "exchange/xml_markup.hpp"
#include "exchange/xml_plain.hpp"
#include "exchange/xml_problems.hpp"
#include "exchange/xml_scope.hpp"
#include "exchange/xml_slicer.hpp"
#include "exchange/xml_walker.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace kinds = exchange_findings;

namespace {

using detail::id_of;
using detail::kind_of_message;

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

// What an element begins with when that is an element, comment or instruction; ends at 0 otherwise. Blanks around text
// belong to it, and say nothing about the layout.
xml::token first_child(std::string_view text, const xml::token& element) {
  if (element.kind != xml::token_kind::start) return {};
  const auto at = text.find_first_not_of(" \t\r\n", element.end);
  if (at == std::string_view::npos || text[at] != '<') return {};
  const xml::token found = xml::scan_markup(text, at);
  return found.kind == xml::token_kind::end || found.kind == xml::token_kind::cdata ? xml::token{} : found;
}

// The indentation of the first element inside the element at the start of `text`, and that inside of it.
struct indentations {
  std::optional<std::string> first;
  std::optional<std::string> second;
};
indentations indentations_of(std::string_view text) {
  indentations out;
  const xml::token child = first_child(text, xml::scan_markup(text, 0));
  if (child.end == 0) return out;
  out.first = indentation(blanks_before(text, child.begin));
  const xml::token inner = first_child(text, child);
  if (inner.end != 0) out.second = indentation(blanks_before(text, inner.begin));
  return out;
}

std::string step_between(const std::string& outer, const std::optional<std::string>& inner) {
  return inner && inner->starts_with(outer) ? inner->substr(outer.size()) : std::string("  ");
}

class xml_messages final : public detail::message_source {
 public:
  xml_messages(byte_source source, findings& found, read_options options)
      : found_(found),
        options_(std::move(options)),
        slicer_(xml::to_utf8(std::move(source), encoding_), options_.bounds, xml::cutting::by_guess),
        walker_(options_.profile, options_.bounds) {}

  bool next(order& into) override { return next_of(into); }
  bool next(delivery& into) override { return next_of(into); }
  bool next(invoice& into) override { return next_of(into); }

  std::optional<any_message> next_any() override {
    std::optional<any_message> out;
    while (!out && advance())
      detail::read_of_kind(slicer_.message(), out, [this](auto& message) { return read(message); });
    return out;
  }

  const envelope& head() const override { return head_; }
  bool readable() const override { return readable_; }
  std::uint64_t count() const override { return count_; }

  message_place place() override {
    message_place out;
    const auto at = slicer_.message_position();
    out.index = slicer_.index();
    out.line = at.line;
    out.column = at.column;
    out.path = xml::walker::path_of_slice(slice());
    return out;
  }

  message_place place(std::string_view member) override {
    message_place out = place();
    if (member.empty()) return out;
    const auto at = walker_.place_of(scope_, table_of(slicer_.message()), member);
    out.line = at.line;
    out.column = at.column;
    out.path.append("/").append(member);
    return out;
  }

 private:
  template <class Message>
  bool next_of(Message& into) {
    while (advance()) {
      if (slicer_.message() != kind_of_message<Message>) {
        const auto at = slicer_.message_position();
        report(kinds::other_kind, at,
               {std::string(name_of(slicer_.message())), std::string(name_of(kind_of_message<Message>))});
        continue;
      }
      renew(into);
      if (read(into)) return true;
    }
    return false;
  }

  // The next slice, unread. False at the end.
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
  static void renew(Message& message) {
    std::destroy_at(&message);
    std::construct_at(&message);
  }

  // Straight from the bytes, when the message is an ordinary one; else it is new again. Where messages are not, fewer
  // and fewer are tried.
  template <class Message>
  bool read_plainly(Message& into) {
    constexpr std::uint32_t longest_pause = 64;
    if (untried_ > 0) {
      --untried_;
      return false;
    }
    if (slicer_.wrapped() && plain_.read(slicer_.text(), scope_, tables::level_of<Message>, &into)) {
      walker_.pass(slice());
      pause_ = 0;
      return true;
    }
    renew(into);
    untried_ = pause_ = std::min(2 * pause_ + 1, longest_pause);
    return false;
  }

  template <class Message>
  bool walk(Message& into) {
    return walker_.read(slice(), scope_, tables::level_of<Message>, &into);
  }

  // Into a new message.
  template <class Message>
  bool read(Message& into) {
    bool well_formed = read_plainly(into) || walk(into);
    if (!well_formed && slicer_.guessed()) {
      if (slicer_.cut_carefully() == xml::slicer::outcome::broken) {
        report_problem();
        return false;
      }
      renew(into);
      well_formed = walk(into);
    }
    for (auto& found : walker_.found()) {
      found.document = id_of(into);
      found.file = options_.file;
      found_.add(std::move(found));
    }
    if (!well_formed || !keep_what_stood_before(into.extras)) return false;
    if (first_) note_layout();
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
    if (!encoding_.declared.empty()) report(kinds::encoding_mismatch, {}, {encoding_.declared, encoding_.read_as});
    head_.kind = slicer_.kind();
    head_.wrapped = slicer_.wrapped();
    read_root_tag();
    std::string_view prolog = trimmed(slicer_.prolog());
    if (xml::is_xml_declaration(prolog)) prolog.remove_prefix(std::min(prolog.size(), prolog.find("?>") + 2));
    if (readable_ && !note_markup(prolog, head_.prolog)) refuse();
  }

  // The file is none that could be written back.
  void refuse() {
    report(kinds::malformed, {}, xml::broken_root());
    readable_ = false;
  }

  // The root's start tag as an element of its own.
  void read_root_tag() {
    std::string tag = xml::repaired(slicer_.root_tag());
    if (tag != slicer_.root_tag()) report(kinds::invalid_characters, {});
    if (!tag.ends_with("/>")) tag.insert(tag.size() - 1, "/");
    const auto stray = xml::find_stray_ampersand(tag, 0);
    if (stray < tag.size()) report(kinds::unknown_entity, {});
    pugi::xml_document document;
    const bool read = document.load_buffer(tag.data(), tag.size(), pugi::parse_escapes | pugi::parse_wconv_attribute,
                                           pugi::encoding_utf8);
    if (!read || !xml::is_tag(tag, xml::scan_markup(tag, 0).name)) return refuse();
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
    if (!xml::clean(head_)) return refuse();
    if (slicer_.wrapped() && scope_.resolve(xml::prefix_part(root.name())) != xml::family::message) {
      const bool strict = options_.profile == read_profile::strict;
      report(strict ? kinds::other_namespace_strict : kinds::other_namespace, {},
             {std::string(xml::local_part(root.name()))});
    }
  }

  // Comments and instructions, each on a line. False when they are none.
  static bool note_markup(std::string_view text, std::string& into) {
    const std::string good = xml::repaired(text);
    if (!xml::is_markup(good)) return false;
    for (auto at = good.find('<'); at != std::string::npos; at = good.find('<', at)) {
      const xml::token found = xml::scan_markup(good, at);
      into.append(good, found.begin, found.end - found.begin).append("\n");
      at = found.end;
    }
    return true;
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
      layout.messages_on_lines = layout.elements_on_lines = inner.first.has_value();
      layout.first = inner.first.value_or("");
      layout.step = step_between(layout.first, inner.second);
      layout.root_end = indentation(blanks_before(text, text.rfind('<'))).value_or("");
    }
  }

  // Comments and elements that no message owns stand before the message that follows them. False when they are none.
  bool keep_what_stood_before(extras_t& extras) {
    const std::string_view text = trimmed(slicer_.before());
    if (text.empty()) return true;
    extra out;
    out.what = extra::kind::markup;
    out.level = "..";
    out.content = xml::repaired(text);
    if (!xml::is_writable(out)) {
      report(kinds::malformed, slicer_.message_position(), xml::broken_markup());
      return false;
    }
    extras.items.insert(extras.items.begin(), std::move(out));
    return true;
  }

  void finish() {
    if (finished_) return;
    finished_ = true;
    if (slicer_.index() == 0) report(kinds::no_message, slicer_.problem_position());
    if (head_.wrapped) {
      const std::string_view last = slicer_.last();
      std::string kept = xml::repaired(trimmed(last));
      if (xml::is_content(kept)) {
        head_.last = std::move(kept);
      } else {
        report(kinds::malformed, {}, xml::broken_markup());
      }
      head_.layout.root_end = indentation(blanks_before(last, last.size())).value_or("");
    }
    if (!note_markup(slicer_.epilog(), head_.epilog)) report(kinds::after_root, slicer_.problem_position());
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
    report(kind_of_problem(slicer_.problem()), slicer_.problem_position(),
           arguments_of_problem(slicer_, options_.bounds));
  }

  findings& found_;
  read_options options_;
  xml::encoding_state encoding_;
  xml::slicer slicer_;
  xml::plain_reader plain_;
  xml::walker walker_;
  xml::scope scope_;
  envelope head_;
  std::string root_path_;
  std::uint64_t count_ = 0;
  std::uint32_t untried_ = 0;  // messages to come that are left to the walker at once
  std::uint32_t pause_ = 0;    // how many there were the last time
  bool started_ = false;
  bool readable_ = true;
  bool first_ = true;
  bool finished_ = false;
};

}  // namespace

std::unique_ptr<detail::message_source> detail::messages_of_xml(byte_source source, findings& found,
                                                                read_options options) {
  return std::make_unique<xml_messages>(std::move(source), found, std::move(options));
}

}  // namespace esppadom::inline ESPPADOM_ABI

#endif  // ESPPADOM_WITH_XML
