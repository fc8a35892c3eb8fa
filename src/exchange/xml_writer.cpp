#include "exchange/xml_writer.hpp"

#include <algorithm>
#include <utility>

#include "esppadom/message/quantity.hpp"
#include "esppadom/value/text.hpp"
#include "exchange/xml_slicer.hpp"
#include "exchange/xml_values.hpp"
#include "exchange/xml_written_values.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

namespace {

constexpr std::string_view placeholder = "token";  // what production writes into the attributes of identifiers

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

}  // namespace

element_writer::element_writer(const envelope& head, write_profile profile) : profile_(profile), layout_(head.layout) {
  for (const auto& binding : head.namespaces)
    scope_.declare(binding.prefix, binding.uri);
  const auto usual = default_envelope(head.kind);
  constexpr std::array spaces{name_space::message, name_space::ram, name_space::pie, name_space::qdt};
  for (std::size_t i = 0; i < spaces.size(); ++i) {
    if (!scope_.usual(spaces[i]).known) {
      std::string prefix = usual.namespaces[i].prefix;
      while (!scope_.uri_of(prefix).empty())
        prefix += "0";
      scope_.declare(prefix, usual.namespaces[i].uri);
    }
    std::string prefix = scope_.usual(spaces[i]).prefix;
    if (!prefix.empty()) prefix += ':';
    prefixes_[static_cast<std::size_t>(spaces[i])] = std::move(prefix);
  }
}

void element_writer::append_line(std::size_t depth, std::string& out) const {
  if (depth <= 1 ? !layout_.messages_on_lines : !layout_.elements_on_lines) return;
  out += '\n';
  if (depth == 0) return;
  out += layout_.first;
  for (std::size_t i = 1; i < depth; ++i)
    out += layout_.step;
}

// Within a message: text that was kept ends with the line break that stood there.
void element_writer::next_line(std::size_t depth, std::string& out) const {
  if (!is_blank(out.back())) append_line(depth, out);
}

void element_writer::append_name(const xml_name& name, std::string& out) const {
  out += prefixes_[static_cast<std::size_t>(name.space)];
  out += name.local;
}

void element_writer::open_tag(const xml_name& name, const extra* alias, std::string& out) const {
  out += '<';
  if (alias != nullptr) {
    out += alias->content;
  } else {
    append_name(name, out);
  }
}

// The name stands in `out` already, in the start tag.
void element_writer::close_tag(std::size_t name_at, std::size_t name_length, std::string& out) {
  out += "</";
  const std::size_t from = out.size();
  out.resize(from + name_length);
  std::copy_n(out.begin() + static_cast<std::ptrdiff_t>(name_at), name_length,
              out.begin() + static_cast<std::ptrdiff_t>(from));
  out += '>';
}

const extra* element_writer::find(const frame& at, extra::kind what, std::uint32_t number,
                                  std::string_view name) const {
  if (at.extras == nullptr) return nullptr;
  for (const auto& item : at.extras->items) {
    if (item.what == what && item.level == at.level && item.occurrence == number && item.name == name) {
      return &item;
    }
  }
  return nullptr;
}

bool element_writer::append_message(std::string_view name, std::string_view root_attributes, const tables::level& table,
                                    const void* object, std::string& out) {
  failed_ = false;
  const std::size_t before = out.size();
  const extras_t* extras = table.extras(const_cast<void*>(object));
  if (keeps()) {
    for (const auto& item : extras->items) {
      if (item.level != "..") continue;
      append_line(1, out);
      out += item.content;
    }
  }
  if (root_attributes.empty()) append_line(1, out);
  append_group(table, object, {}, {name_space::message, name}, root_attributes, root_attributes.empty() ? 1 : 0, out);
  if (!failed_ && find_invalid(std::string_view(out).substr(before)) != std::string_view::npos) failed_ = true;
  if (failed_) out.resize(before);
  return !failed_;
}

void element_writer::append_group(const tables::level& table, const void* object, std::string_view field,
                                  const xml_name& usual, std::string_view attributes, std::size_t depth,
                                  std::string& out) {
  frame own;
  const extras_t* extras = table.extras(const_cast<void*>(object));
  if (keeps() && !extras->empty()) {
    own.extras = extras;
    own.written.resize(extras->items.size());
  }
  static_cast<void>(field);
  const std::size_t name_at = out.size() + 1;
  open_tag(usual, find(own, extra::kind::alias, 0), out);
  const std::size_t name_length = out.size() - name_at;
  out += attributes;
  append_kept_attributes(own, 0, out);
  out += '>';
  const std::size_t content_at = out.size();
  const bool text_only = append_own_text(table, object, own, out);
  const std::size_t children_at = out.size();
  append_children(table, object, own, depth + 1, out);
  if (out.size() == content_at) {
    out.back() = '/';
    out += '>';
    return;
  }
  if (out.size() > children_at || !text_only) {
    if (depth == 0) {
      if (layout_.elements_on_lines && !is_blank(out.back())) out.append("\n").append(layout_.root_end);
    } else if (layout_.elements_on_lines) {
      next_line(depth, out);
    }
  }
  close_tag(name_at, name_length, out);
}

// V13: the value stands in the element itself.
bool element_writer::append_own_text(const tables::level& table, const void* object, const frame& at,
                                     std::string& out) const {
  if (table.own_text == nullptr) return false;
  const extra* text = find(at, extra::kind::text, 0, table.own_text->field);
  if (text == nullptr) return false;
  if (!still_means(table.own_text->what, text->content, {}, table.own_text->at(object, 0))) return false;
  append_text(text->content, out);
  return true;
}

std::vector<std::size_t> element_writer::order_of(const tables::level& table, const frame& at) const {
  std::vector<std::size_t> out;
  const extra* kept = find(at, extra::kind::order, 0);
  if (kept == nullptr) return out;
  std::string_view rest = kept->content;
  std::vector<bool> named(table.count);
  while (!rest.empty()) {
    const std::string_view name = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), name.size() + 1));
    for (std::size_t i = 0; i < table.count; ++i) {
      if (table.slots[i].names == nullptr || table.slots[i].names->written.local != name || named[i]) continue;
      named[i] = true;
      out.push_back(i);
    }
  }
  for (std::size_t i = 0; i < table.count; ++i) {
    if (!named[i]) out.push_back(i);
  }
  return out;
}

void element_writer::append_children(const tables::level& table, const void* object, frame& at, std::size_t depth,
                                     std::string& out) {
  if (at.extras == nullptr) {
    for (std::size_t i = 0; i < table.count; ++i)
      append_slot(table.slots[i], object, at, depth, out);
    return;
  }
  append_extras_after(at, {}, 0, depth, out);
  const auto order = order_of(table, at);
  for (std::size_t i = 0; i < table.count; ++i)
    append_slot(table.slots[order.empty() ? i : order[i]], object, at, depth, out);
  append_remaining_extras(at, depth, out);
}

// What a profile does not write, and what was not there when the message was read.
bool element_writer::leaves_out(const tables::slot& slot, const void* object, const frame& at) const {
  if (slot.names == nullptr) return true;
  if (at.extras != nullptr) {
    const extra* absent = find(at, extra::kind::absent, 0, slot.names->written.local);
    if (absent == nullptr) return false;
    if (says_nothing(slot, object)) return true;
    const extra* text = find(at, extra::kind::text, 0, slot.field);
    return text != nullptr && still_means(slot.what, text->content, {}, slot.at(object, 0));
  }
  if (keeps()) return false;
  if (slot.what == tables::kind::within && slot.inner->count == 1 && slot.inner->slots[0].field == "planned_period") {
    return profile_ != write_profile::extended;
  }
  if (profile_ != write_profile::production_1_4) return false;
  return slot.field == "order_id" || slot.field == "tax_registration" || slot.field == "endpoint";
}

bool element_writer::omits_value(const tables::slot& slot, const void* value) const {
  if (slot.what == tables::kind::time && !as<local_time>(value).is_valid()) return true;
  if (keeps()) return false;
  if (slot.field == "correction_code") {
    return profile_ != write_profile::production_1_4 && as<code>(value).empty();
  }
  if (slot.field == "codes" && profile_ == write_profile::production_1_4) {
    return as<code>(value).list_id != aid_types.id;
  }
  return false;
}

void element_writer::append_slot(const tables::slot& slot, const void* object, frame& at, std::size_t depth,
                                 std::string& out) {
  if (leaves_out(slot, object, at)) return;
  const std::size_t level_length = at.level.size();
  const auto enter = [&] {
    if (at.extras == nullptr) return;
    if (!at.level.empty()) at.level += '/';
    at.level += slot.names->written.local;
  };
  const auto leave = [&](std::uint32_t number) {
    if (at.extras == nullptr) return;
    at.level.resize(level_length);
    append_extras_after(at, slot.names->written.local, number, depth, out);
  };
  if (slot.what == tables::kind::within || slot.what == tables::kind::empty) {
    if (slot.what == tables::kind::within && !slot.required && !tables::has_content(*slot.inner, object)) return;
    enter();
    append_within(slot, object, at, depth, out);
    leave(0);
    return;
  }
  std::size_t count = slot.count(object);
  if (count > 1 && !keeps() && slot.field == "order_refs") count = 1;
  bool any = false;
  for (std::size_t i = 0; i < count; ++i) {
    const void* value = slot.at(object, i);
    if (omits_value(slot, value)) continue;
    any = true;
    const auto number = static_cast<std::uint32_t>(i);
    if (slot.what == tables::kind::group) {
      next_line(depth, out);
      append_group(*slot.inner, value, slot.field, slot.names->written, {}, depth, out);
    } else {
      enter();
      append_leaf(slot, value, at, number, depth, out);
      if (at.extras != nullptr) at.level.resize(level_length);
    }
    leave(number);
  }
  if (any || profile_ != write_profile::production_1_4) return;
  if (slot.field == "correction_code" || slot.field == "codes") {
    append_leaf(slot, nullptr, at, 0, depth, out);
  }
}

void element_writer::append_within(const tables::slot& slot, const void* object, frame& at, std::size_t depth,
                                   std::string& out) {
  next_line(depth, out);
  const std::size_t name_at = out.size() + 1;
  open_tag(slot.names->written, find(at, extra::kind::alias, 0), out);
  const std::size_t name_length = out.size() - name_at;
  append_kept_attributes(at, 0, out);
  out += '>';
  const std::size_t content_at = out.size();
  append_children(slot.inner == nullptr ? tables::level{} : *slot.inner, object, at, depth + 1, out);
  if (out.size() == content_at) {
    out.back() = '/';
    out += '>';
    return;
  }
  next_line(depth, out);
  close_tag(name_at, name_length, out);
}

// -- values -----------------------------------------------------------------------------------------------------------

void element_writer::append_number(const tables::slot& slot, const void* value, std::string& out) const {
  if (slot.what == tables::kind::measure && !keeps()) {
    append_to(out, canonical(as<measure>(value)).value);
  } else {
    append_value(slot.what, value, out);
  }
}

void element_writer::append_leaf(const tables::slot& slot, const void* value, frame& at, std::uint32_t number,
                                 std::size_t depth, std::string& out) {
  next_line(depth, out);
  const std::size_t name_at = out.size() + 1;
  open_tag(slot.names->written, find(at, extra::kind::alias, number), out);
  const std::size_t name_length = out.size() - name_at;
  append_leaf_attributes(slot, value, at, number, out);
  append_kept_attributes(at, number, out);
  out += '>';
  const std::size_t content_at = out.size();
  const extra* lexical = value == nullptr ? nullptr : find(at, extra::kind::lexical, number, slot.field);
  if (lexical != nullptr && lexical->content.starts_with('<') &&
      fragment_still_means(slot.what, lexical->content, value)) {
    next_line(depth + 1, out);
    append_fragment(lexical->content, out);
    next_line(depth, out);
  } else if (lexical != nullptr && still_means(slot.what, lexical->content, {}, value)) {
    append_text(lexical->content, out);
  } else if (value != nullptr) {
    if (!is_valid(slot.what, value)) failed_ = true;
    if (slot.what == tables::kind::text) {
      append_text(as<std::string>(value), out);
    } else if (slot.what == tables::kind::code) {
      append_text(as<code>(value).value, out);
    } else if (slot.what == tables::kind::identifier) {
      append_text(as<identifier>(value).value, out);
    } else {
      append_number(slot, value, out);
    }
  }
  if (at.extras != nullptr) append_remaining_extras(at, depth + 1, out);
  if (out.size() == content_at) {
    out.back() = '/';
    out += '>';
  } else {
    close_tag(name_at, name_length, out);
  }
}

void element_writer::append_leaf_attributes(const tables::slot& slot, const void* value, const frame& at,
                                            std::uint32_t number, std::string& out) const {
  using tables::kind;
  const auto put = [&](std::string_view name, std::string_view text) {
    if (text.empty()) return;
    const extra* alias = find(at, extra::kind::alias, number, name);
    out += ' ';
    out += alias != nullptr ? std::string_view(alias->content) : name;
    out += "=\"";
    append_attribute_value(text, out);
    out += '"';
  };
  if (value == nullptr) {  // production writes the list even when there is no code
    put("listAgencyName", slot.codes->agency);
    put("listID", slot.codes->id);
    return;
  }
  const bool production = profile_ == write_profile::production_1_4;
  switch (slot.what) {
    case kind::code:
      put("listID", as<code>(value).list_id);
      put("listAgencyName", as<code>(value).list_agency_name);
      break;
    case kind::identifier: {
      const auto& id = as<identifier>(value);
      put("schemeID", id.scheme_id.empty() && production ? placeholder : std::string_view(id.scheme_id));
      put("schemeAgencyName",
          id.scheme_agency_name.empty() && production ? placeholder : std::string_view(id.scheme_agency_name));
      break;
    }
    case kind::measure:
      put("unitCode", as<measure>(value).unit_code);
      break;
    case kind::amount:
      put("currencyID", as<amount>(value).currency);
      break;
    case kind::price:
      put("currencyID", as<price>(value).currency);
      break;
    default:
      break;
  }
}

// -- what was kept ----------------------------------------------------------------------------------------------------

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
  while (rest.starts_with(" xmlns")) {
    const auto open = rest.find("=\"");
    const auto close = open == std::string_view::npos ? open : rest.find('"', open + 2);
    if (close == std::string_view::npos) break;
    const std::string_view prefix = rest[6] == ':' ? rest.substr(7, open - 7) : std::string_view{};
    if (scope_.uri_of(prefix) != rest.substr(open + 2, close - open - 2)) out += rest.substr(0, close + 1);
    rest.remove_prefix(close + 1);
  }
  out += rest;
}

void element_writer::append_extra(const extra& item, std::size_t depth, std::string& out) const {
  if (item.what == extra::kind::text) {
    append_text(item.content, out);
    return;
  }
  next_line(depth, out);
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
                                         std::string& out) const {
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
void element_writer::append_remaining_extras(frame& at, std::size_t depth, std::string& out) const {
  for (std::size_t i = 0; i < at.extras->items.size(); ++i) {
    const auto& item = at.extras->items[i];
    if (at.written[i] || !has_place(item) || item.level != at.level) continue;
    at.written[i] = true;
    append_extra(item, depth, out);
  }
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
