#include "exchange/xml_plain.hpp"

#include <algorithm>
#include <array>

#include "esppadom/value/local_time.hpp"
#include "esppadom/value/text.hpp"
#include "exchange/xml_markup.hpp"
#include "exchange/xml_slicer.hpp"
#include "exchange/xml_values.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

bool plain_reader::read(std::string_view text, const scope& outer, const tables::level& table, void* object) {
  constexpr std::string_view section_end = "]]>";  // no text may hold it
  if (text.size() > uncounted_bytes || find_invalid(text) != std::string_view::npos) return false;
  if (text.find(section_end) != std::string_view::npos) return false;
  scope_ = &outer;
  at_ = text.data() + 1;  // behind the '<'
  end_ = text.data() + text.size();
  has_references_ = find(text, '&', 0) != std::string_view::npos;
  has_returns_ = find(text, '\r', 0) != std::string_view::npos;
  const std::string_view root = scan_markup(text, 0).name;
  const xml_name usual{name_space::message, local_part(root)};
  const std::size_t length = outer.usual_length(text.substr(1), usual);
  if (length == 0) return false;
  at_ += length;
  return read_level(table, root, object) && at_ == end_;
}

bool plain_reader::skip_blanks() {
  constexpr std::string_view indentation = "        ";  // compared as one word
  while (at_ != end_ && is_blank(*at_)) {
    if (*at_++ != '\n') continue;
    while (rest().starts_with(indentation))
      at_ += indentation.size();
  }
  return at_ != end_;
}

// What follows the name and the attributes of a start tag.
plain_reader::tag_end plain_reader::end_start_tag() {
  if (*at_ == '>') {
    ++at_;
    return tag_end::open;
  }
  if (*at_ != '/' || end_ - at_ < 2 || at_[1] != '>') return tag_end::none;
  at_ += 2;
  return tag_end::empty;
}

// Behind "</".
bool plain_reader::end_element(std::string_view name) {
  if (!rest().starts_with(name)) return false;
  at_ += name.size();
  return skip_blanks() && *at_++ == '>';
}

// An element that holds others, from behind its name to behind its end tag. Attributes of such are always kept.
bool plain_reader::read_level(const tables::level& table, std::string_view name, void* object) {
  if (!skip_blanks()) return false;
  switch (end_start_tag()) {
    case tag_end::none:
      return false;
    case tag_end::empty:
      return table.expected == 0;
    case tag_end::open:
      break;
  }
  return read_children(table, object) && end_element(name);
}

bool plain_reader::read_children(const tables::level& table, void* object) {
  std::uint64_t seen = 0;
  std::size_t next = 0;
  for (;;) {
    if (!skip_blanks() || *at_ != '<' || end_ - at_ < 2) return false;
    ++at_;
    if (*at_ == '/') {
      ++at_;
      return (table.expected & ~seen) == 0;
    }
    std::size_t length = 0;
    while (next < table.count) {
      const xml_names* names = table.slots[next].names;
      if (names != nullptr) length = scope_->usual_length(rest(), names->written);
      if (length != 0) break;
      ++next;
    }
    if (length == 0) return false;
    const tables::slot& slot = table.slots[next];
    seen |= std::uint64_t{1} << next;
    if (slot.times != tables::occurrence::many) ++next;
    const std::string_view name = rest().substr(0, length);
    at_ += length;
    if (!read_element(slot, name, object)) return false;
  }
}

bool plain_reader::read_element(const tables::slot& slot, std::string_view name, void* object) {
  switch (slot.what) {
    case tables::kind::group:
      return read_level(*slot.inner, name, slot.open(object));
    case tables::kind::within:
      return read_level(*slot.inner, name, object) && (slot.required || tables::has_content(*slot.inner, object));
    case tables::kind::empty:
      return read_level(tables::level{}, name, object);
    default:
      return read_leaf(slot, name, slot.open(object));
  }
}

bool plain_reader::read_leaf(const tables::slot& slot, std::string_view name, void* value) {
  tag_end how = tag_end::none;
  for (;;) {
    const bool blank = is_blank(*at_);
    if (!skip_blanks()) return false;
    how = end_start_tag();
    if (how != tag_end::none) break;
    if (!blank || !read_attribute(slot, value)) return false;
  }
  if (slot.what == tables::kind::measure && static_cast<const measure*>(value)->unit_code.empty()) return false;
  if (how == tag_end::empty) return take_value(slot, {}, value);
  const auto length = find(rest(), '<', 0);
  if (length == std::string_view::npos) return false;
  std::string_view text = rest().substr(0, length);
  at_ += length + 1;
  if (at_ == end_ || *at_++ != '/') return false;
  if (has_returns_ && find(text, '\r', 0) != std::string_view::npos) return false;
  if (has_references_ && find(text, '&', 0) != std::string_view::npos) {
    if (!resolve(text)) return false;
    text = text_;
  }
  return take_value(slot, text, value) && end_element(name);
}

// A value that is not as the library would write it is told of or kept.
bool plain_reader::take_value(const tables::slot& slot, std::string_view text, void* value) {
  const reading_of_value how = read_value(slot.what, text, {}, value);
  if (how != reading_of_value::plain || !is_usual_form(slot.what, how, text, value, form_)) return false;
  return slot.what != tables::kind::time || paris::exists(*static_cast<const local_time*>(value));
}

// An attribute the description knows, with a value that reads as it stands.
bool plain_reader::read_attribute(const tables::slot& slot, void* value) {
  const auto equals = find(rest(), '=', 0);
  if (equals == std::string_view::npos || equals + 1 == rest().size()) return false;
  std::string* into = text_of_attribute(slot.what, rest().substr(0, equals), value);
  const char quote = rest()[equals + 1];
  if (into == nullptr || !into->empty() || (quote != '"' && quote != '\'')) return false;
  at_ += equals + 2;
  const std::string_view text = rest().substr(0, find(rest(), quote, 0));
  const auto reads_otherwise = [](char c) { return c == '<' || c == '&' || (c >= '\0' && c < ' '); };
  if (text.empty() || std::any_of(text.begin(), text.end(), reads_otherwise)) return false;
  into->assign(text);
  at_ += text.size();
  return at_ != end_ && ++at_ != end_;
}

// The text with its entities as the characters they stand for, in text_. References by number are rare.
bool plain_reader::resolve(std::string_view text) {
  struct entity {
    std::string_view reference;
    char character;
  };
  constexpr std::array known{entity{"&amp;", '&'}, entity{"&lt;", '<'}, entity{"&gt;", '>'}, entity{"&quot;", '"'},
                             entity{"&apos;", '\''}};
  text_.clear();
  for (;;) {
    const auto at = std::min(find(text, '&', 0), text.size());
    text_ += text.substr(0, at);
    text.remove_prefix(at);
    if (text.empty()) return true;
    const auto* found =
        std::find_if(known.begin(), known.end(), [&](const entity& one) { return text.starts_with(one.reference); });
    if (found == known.end()) return false;
    text_ += found->character;
    text.remove_prefix(found->reference.size());
  }
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
