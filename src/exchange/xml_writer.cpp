#include "exchange/xml_writer.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "esppadom/message/quantity.hpp"
#include "esppadom/value/text.hpp"
#include "exchange/xml_fragment.hpp"
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
    if (scope_.usual(spaces[i]).known) continue;
    std::string prefix = usual.namespaces[i].prefix;
    while (!scope_.uri_of(prefix).empty())
      prefix += "0";
    scope_.declare(prefix, usual.namespaces[i].uri);
  }
  declared_ = scope_;
  choose_prefixes();
}

void element_writer::choose_prefixes() {
  for (const name_space space : {name_space::message, name_space::ram, name_space::pie, name_space::qdt}) {
    std::string prefix = scope_.usual(space).prefix;
    if (!prefix.empty()) prefix += ':';
    prefixes_[static_cast<std::size_t>(space)] = std::move(prefix);
  }
}

// Declarations kept on an element hold for its own name and for what it contains. When they, or those around it, hide
// the namespace of its name, it is declared again.
class element_writer::inner_scope {
 public:
  inner_scope(element_writer& owner, const frame& at, std::uint32_t number, const xml_name& name) : owner_(owner) {
    if (at.extras == nullptr) return;
    for (const auto& item : at.extras->items) {
      const bool declares = item.name == "xmlns" || item.name.starts_with("xmlns:");
      if (!declares || item.what != extra::kind::attribute || item.level != at.level || item.occurrence != number)
        continue;
      declare(std::string_view(item.name).substr(std::min<std::size_t>(6, item.name.size())), item.content);
    }
    const bool aliased = owner.find(at, extra::kind::alias, number) != nullptr;
    if (!aliased && !owner.scope_.usual(name.space).known) declare_again(name.space);
    if (outer_) owner.choose_prefixes();
  }
  ~inner_scope() {
    if (!outer_) return;
    owner_.scope_ = std::move(*outer_);
    owner_.choose_prefixes();
  }
  inner_scope(const inner_scope&) = delete;
  inner_scope& operator=(const inner_scope&) = delete;

  /// What is declared again, as an attribute.
  [[nodiscard]] const std::string& added() const { return added_; }

 private:
  void declare(std::string_view prefix, std::string_view uri) {
    if (!outer_) outer_ = owner_.scope_;
    owner_.scope_.declare(prefix, uri);
  }

  void declare_again(name_space space) {
    std::string prefix = owner_.declared_.usual(space).prefix;
    const std::string uri(owner_.declared_.uri_of(prefix));
    while (prefix.empty() || owner_.scope_.declares(prefix))
      prefix += prefix.empty() ? "p" : "0";
    declare(prefix, uri);
    added_ = " xmlns:" + prefix + "=\"";
    append_attribute_value(uri, added_);
    added_ += '"';
  }

  element_writer& owner_;
  std::optional<scope> outer_;
  std::string added_;
};

void element_writer::append_line(std::size_t depth, std::string& out) const {
  if (out.size() == text_end_) return;
  if (depth <= 1 ? !layout_.messages_on_lines : !layout_.elements_on_lines) return;
  out += '\n';
  if (depth == 0) return;
  out += layout_.first;
  for (std::size_t i = 1; i < depth; ++i)
    out += layout_.step;
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
  text_end_ = nowhere;
  const std::size_t before = out.size();
  const extras_t* extras = table.extras(const_cast<void*>(object));
  if (keeps()) {
    for (const auto& item : extras->items) {
      if (item.level != ".." || (!root_attributes.empty() && !is_markup(item.content))) continue;
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
  const inner_scope declared(*this, own, 0, usual);
  const std::size_t name_at = out.size() + 1;
  open_tag(usual, find(own, extra::kind::alias, 0), out);
  const std::size_t name_length = out.size() - name_at;
  out += attributes;
  append_kept_attributes(own, 0, out);
  out += declared.added();
  out += '>';
  const std::size_t content_at = out.size();
  append_own_text(table, object, own, out);
  append_children(table, object, own, depth + 1, out);
  if (out.size() == content_at) {
    out.back() = '/';
    out += '>';
    return;
  }
  if (layout_.elements_on_lines && out.size() != text_end_) {
    if (depth == 0) {
      out.append("\n").append(layout_.root_end);
    } else {
      append_line(depth, out);
    }
  }
  close_tag(name_at, name_length, out);
}

// V13: the value stands in the element itself.
void element_writer::append_own_text(const tables::level& table, const void* object, const frame& at,
                                     std::string& out) {
  if (table.own_text == nullptr) return;
  const extra* text = find(at, extra::kind::text, 0, table.own_text->field);
  if (text == nullptr) return;
  if (!still_means(table.own_text->what, text->content, {}, table.own_text->at(object, 0))) return;
  append_text(text->content, out);
  text_end_ = out.size();
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
      append_line(depth, out);
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
  append_line(depth, out);
  const inner_scope declared(*this, at, 0, slot.names->written);
  const std::size_t name_at = out.size() + 1;
  open_tag(slot.names->written, find(at, extra::kind::alias, 0), out);
  const std::size_t name_length = out.size() - name_at;
  append_kept_attributes(at, 0, out);
  out += declared.added();
  out += '>';
  const std::size_t content_at = out.size();
  append_children(slot.inner == nullptr ? tables::level{} : *slot.inner, object, at, depth + 1, out);
  if (out.size() == content_at) {
    out.back() = '/';
    out += '>';
    return;
  }
  append_line(depth, out);
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
  append_line(depth, out);
  const inner_scope declared(*this, at, number, slot.names->written);
  const std::size_t name_at = out.size() + 1;
  open_tag(slot.names->written, find(at, extra::kind::alias, number), out);
  const std::size_t name_length = out.size() - name_at;
  append_leaf_attributes(slot, value, at, number, out);
  append_kept_attributes(at, number, out);
  out += declared.added();
  out += '>';
  const std::size_t content_at = out.size();
  const extra* lexical = value == nullptr ? nullptr : find(at, extra::kind::lexical, number, slot.field);
  if (lexical != nullptr && slot.what > tables::kind::identifier && is_element(lexical->content) &&
      fragment_still_means(slot.what, lexical->content, value)) {
    append_line(depth + 1, out);
    append_fragment(lexical->content, out);
    append_line(depth, out);
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
  if (at.extras != nullptr) append_extras_of_leaf(at, number, out);
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

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
