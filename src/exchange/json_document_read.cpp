// Messages of a JSON document, one after the other.

#include "exchange/message_source.hpp"

#if ESPPADOM_WITH_JSON

#include <utility>

#include "esppadom/exchange/findings.hpp"
#include "esppadom/exchange/json_documents.hpp"
#include "exchange/envelope_json.hpp"
#include "exchange/json_messages.hpp"
#include "exchange/json_place.hpp"
#include "exchange/json_read.hpp"
#include "exchange/json_slicer.hpp"
#include "exchange/message_walk.hpp"
#include "exchange/xml_fragment.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace {

using detail::json_origin;
using detail::json_slicer;

result<order> read_at(std::string_view text, findings& out, const json_read_options& options, const json_origin& at,
                      const order&) {
  return detail::read_order_at(text, out, options, at);
}
result<delivery> read_at(std::string_view text, findings& out, const json_read_options& options, const json_origin& at,
                         const delivery&) {
  return detail::read_delivery_at(text, out, options, at);
}
result<invoice> read_at(std::string_view text, findings& out, const json_read_options& options, const json_origin& at,
                        const invoice&) {
  return detail::read_invoice_at(text, out, options, at);
}

class json_messages final : public detail::message_source {
 public:
  json_messages(byte_source source, findings& found, read_options options)
      : found_(found),
        options_(std::move(options)),
        slicer_(std::move(source), options_.bounds.message_bytes, "messages") {}

  bool next(order& into) override { return next_of(into); }
  bool next(delivery& into) override { return next_of(into); }
  bool next(invoice& into) override { return next_of(into); }

  std::optional<any_message> next_any() override {
    std::optional<any_message> out;
    while (!out && advance())
      detail::read_of_kind(head_.kind, out, [this](auto& message) { return read(message); });
    return out;
  }

  const envelope& head() const override { return head_; }
  bool readable() const override { return readable_; }
  std::uint64_t count() const override { return count_; }

  message_place place() override {
    const auto at = slicer_.position();
    return {slicer_.index(), at.line, at.column, pointer()};
  }

  // lines[2].service is /lines/1/service of the message.
  message_place place(std::string_view member) override {
    message_place out = place();
    if (member.empty()) return out;
    const std::string_view item = slicer_.text();
    const auto at = xml::advanced({out.line, out.column}, item.substr(0, detail::offset_of_member(item, member)));
    out.line = at.line;
    out.column = at.column;
    out.path += detail::pointer_of_member(member);
    return out;
  }

 private:
  using piece = json_slicer::piece;

  template <class Message>
  bool next_of(Message& into) {
    while (advance()) {
      if (head_.kind != detail::kind_of_message<Message>) {
        report(exchange_findings::other_kind, pointer(),
               {std::string(name_of(head_.kind)), std::string(name_of(detail::kind_of_message<Message>))});
        continue;
      }
      if (read(into)) return true;
    }
    return false;
  }

  std::string pointer() const { return "/messages/" + std::to_string(slicer_.index() - 1); }

  json_read_options reading() const {
    json_read_options out;
    out.strictness = options_.profile == read_profile::strict ? json_strictness::strict : json_strictness::lenient;
    out.limits = {options_.bounds.message_bytes, static_cast<unsigned>(options_.bounds.depth)};
    out.file = options_.file;
    return out;
  }

  json_origin origin(std::string place) const {
    const auto at = slicer_.position();
    return {std::move(place), at.line, at.column};
  }

  template <class Message>
  bool read(Message& into) {
    findings own(options_.bounds.findings);
    const auto value = read_at(slicer_.text(), own, reading(), origin(pointer()), into);
    if (value) {
      into = *value;
      detail::for_each_struct(into, [&](auto& part) { drop_unwritable(part.extras, own); });
      for (auto& one : own.items())
        one.document = detail::id_of(into);
    }
    found_.merge(std::move(own));
    if (!value) return false;
    ++count_;
    return true;
  }

  void drop_unwritable(extras_t& extras, findings& into) const {
    std::erase_if(extras.items, [&](const extra& item) {
      if (xml::is_writable(item)) return false;
      into.add(make(json_bad_extra, pointer(), {std::string(name_of(item.what))}));
      return true;
    });
  }

  // To the next message, unread. False at the end.
  bool advance() {
    while (!done_) {
      switch (slicer_.next()) {
        case piece::item:
          if (in_list_) return true;
          break;
        case piece::list:
          begin_list();
          break;
        case piece::member:
          read_member();
          break;
        case piece::too_large:
          report(exchange_findings::too_large, {}, {std::to_string(options_.bounds.message_bytes)});
          break;
        case piece::end:
          done_ = true;
          if (!had_list_ && readable_) fail(json_no_messages);
          if (had_list_ && slicer_.index() == 0) report(exchange_findings::no_message, {});
          break;
        case piece::unreadable:
          done_ = true;
          readable_ = readable_ && had_list_;
          report(exchange_findings::unreadable, {});
          break;
        case piece::cut_short:
          syntax("the text ends too early", "le texte s'arrête trop tôt");
          break;
        case piece::malformed:
          syntax("a comma, colon, bracket, quote or value is missing or misplaced",
                 "une virgule, un deux-points, un crochet, un guillemet ou une valeur manque ou est mal placé");
          break;
      }
    }
    return false;
  }

  void syntax(std::string en, std::string fr) {
    report(json_syntax, {}, {std::move(en), std::move(fr)});
    done_ = true;
    readable_ = readable_ && had_list_;
  }

  void fail(const finding_kind& why, std::string place = {}, std::vector<std::string> arguments = {}) {
    report(why, std::move(place), std::move(arguments));
    readable_ = false;
    done_ = true;
  }

  void begin_list() {
    if (!had_schema_) return fail(json_no_schema);
    if (had_list_) return fail(json_duplicate_key, "/messages", {"messages"});
    had_list_ = in_list_ = true;
  }

  void read_member() {
    const std::string key(slicer_.key());
    if (key == "schema") {
      read_schema();
    } else if (key == "envelope") {
      read_part(head_, "/envelope");
    } else if (key == "end") {
      read_end();
    } else if (key == "messages") {
      fail(json_no_messages, "/messages");
    } else {
      const bool strict = options_.profile == read_profile::strict;
      report(strict ? json_unknown_key : json_kept_key, "/" + key, {key, "schema, envelope, messages, end"});
    }
  }

  void read_schema() {
    std::string_view text = slicer_.text();
    text = text.size() >= 2 && text.front() == '"' ? text.substr(1, text.size() - 2) : text;
    for (const auto& kind : enum_names<message_kind>::items) {
      if (text != "esppadom/" + std::string(kind.name) + "/1") continue;
      if (had_list_ || had_schema_) return fail(json_duplicate_key, "/schema", {"schema"});
      had_schema_ = true;
      head_ = default_envelope(kind.value);
      return;
    }
    fail(json_unknown_schema, "/schema", {detail::quoted_for_finding(text)});
  }

  // What surrounds the messages is of use where it is right; what is unknown there is a warning in any profile.
  template <class Part>
  void read_part(Part& into, const std::string& place) {
    if (!had_schema_) return fail(json_no_schema);
    json_read_options lenient = reading();
    lenient.strictness = json_strictness::lenient;
    const auto read = detail::read_json_text<Part>(slicer_.text(), found_, lenient, origin(place));
    if (!read) return;
    const auto kind = head_.kind;
    into = *read;
    head_.kind = kind;
    if (!xml::clean(head_)) report(json_bad_extra, place, {place.substr(1)});
  }

  void read_end() {
    detail::document_end end;
    read_part(end, "/end");
    head_.last = end.last;
    head_.epilog = end.epilog;
    head_.layout.root_end = end.root_end;
    if (!xml::clean(head_)) report(json_bad_extra, "/end", {"end"});
  }

  finding make(const finding_kind& kind, std::string place, std::vector<std::string> arguments) const {
    finding out;
    out.kind = &kind;
    out.file = options_.file;
    out.path = std::move(place);
    const auto at = slicer_.position();
    out.line = at.line;
    out.column = at.column;
    out.arguments = std::move(arguments);
    return out;
  }

  void report(const finding_kind& kind, std::string place, std::vector<std::string> arguments = {}) {
    found_.add(make(kind, std::move(place), std::move(arguments)));
  }

  findings& found_;
  read_options options_;
  json_slicer slicer_;
  envelope head_;
  std::uint64_t count_ = 0;
  bool had_schema_ = false;
  bool had_list_ = false;
  bool in_list_ = false;
  bool readable_ = true;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<detail::message_source> detail::messages_of_json(byte_source source, findings& found,
                                                                 read_options options) {
  return std::make_unique<json_messages>(std::move(source), found, std::move(options));
}

}  // namespace esppadom::inline ESPPADOM_ABI

#endif  // ESPPADOM_WITH_JSON
