// What was kept of a document beside its values, written back where it stood.

#include <algorithm>

#include "esppadom/value/text.hpp"
#include "exchange/xml_values.hpp"
#include "exchange/xml_writer.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

void element_writer::append_kept_attributes(const frame& at, std::uint32_t number, std::string& out) const {
  if (at.extras == nullptr) return;
  const std::size_t tag_at = out.rfind('<');
  for (const auto& item : at.extras->items) {
    if (item.what != extra::kind::attribute || item.level != at.level || item.occurrence != number) continue;
    // One that was empty, and has got a value since, stands there already.
    if (out.find(" " + item.name + "=\"", tag_at) != std::string::npos) continue;
    out += ' ';
    out += item.name;
    out += "=\"";
    append_attribute_value(item.content, out);
    out += '"';
  }
}

// The declarations an element was given to stand anywhere are left out where they hold already.
void element_writer::append_fragment(std::string_view content, std::string& out) const {
  std::size_t at = 1;
  while (at < content.size() && !is_blank(content[at]) && content[at] != '>' && content[at] != '/')
    ++at;
  out += content.substr(0, at);
  std::string_view rest = content.substr(at);
  while (rest.starts_with(" xmlns:") || rest.starts_with(" xmlns=")) {
    const auto open = rest.find('=');
    if (open == std::string_view::npos || rest.substr(open, 2) != "=\"") break;
    const auto close = rest.find('"', open + 2);
    if (close == std::string_view::npos) break;
    const std::string_view prefix = rest[6] == ':' ? rest.substr(7, open - 7) : std::string_view{};
    if (scope_.uri_of(prefix) != rest.substr(open + 2, close - open - 2)) out += rest.substr(0, close + 1);
    rest.remove_prefix(close + 1);
  }
  out += rest;
}

void element_writer::append_extra(const extra& item, std::size_t depth, std::string& out) {
  if (item.what == extra::kind::text) {
    append_text(item.content, out);
    text_end_ = out.size();
    return;
  }
  append_line(depth, out);
  if (item.what == extra::kind::element) {
    append_fragment(item.content, out);
  } else {
    out += item.content;
  }
}

namespace {

bool has_place(const extra& item) {
  return item.what == extra::kind::element || item.what == extra::kind::markup ||
         (item.what == extra::kind::text && item.name.empty());
}

}  // namespace

void element_writer::append_extras_after(frame& at, std::string_view after, std::uint32_t number, std::size_t depth,
                                         std::string& out) {
  for (std::size_t i = 0; i < at.extras->items.size(); ++i) {
    const auto& item = at.extras->items[i];
    if (at.written[i] || !has_place(item) || item.after != after || item.level != at.level ||
        item.occurrence != number) {
      continue;
    }
    at.written[i] = true;
    append_extra(item, depth, out);
  }
}

// Kept after something that is no longer there.
void element_writer::append_remaining_extras(frame& at, std::size_t depth, std::string& out) {
  for (std::size_t i = 0; i < at.extras->items.size(); ++i) {
    const auto& item = at.extras->items[i];
    if (at.written[i] || !has_place(item) || item.level != at.level) continue;
    at.written[i] = true;
    append_extra(item, depth, out);
  }
}

// Beside a value, where blanks would become part of it.
void element_writer::append_extras_of_leaf(frame& at, std::uint32_t number, std::string& out) const {
  for (const auto& item : at.extras->items) {
    if (!has_place(item) || item.level != at.level || item.occurrence != number) continue;
    if (item.what == extra::kind::text) {
      append_text(item.content, out);
    } else if (item.what == extra::kind::element) {
      append_fragment(item.content, out);
    } else {
      out += item.content;
    }
  }
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
