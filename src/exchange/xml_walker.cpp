#ifndef ESPPADOM_WITH_XML
#define ESPPADOM_WITH_XML 1  // the build says 0 to leave pugixml out
#endif

#if ESPPADOM_WITH_XML

#include "exchange/xml_walker.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
#include <type_traits>
#include <utility>

#include "esppadom/exchange/findings.hpp"
#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

namespace kinds = exchange_findings;

namespace {

// Text stays in its element's node; blanks between elements are dropped, blanks alone in an element are kept.
constexpr unsigned parse_flags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_comments |
                                 pugi::parse_pi | pugi::parse_wconv_attribute | pugi::parse_ws_pcdata_single |
                                 pugi::parse_embed_pcdata;

// Whether a handle is null, asked without a call into pugixml: a handle is one pointer.
template <class Handle>
bool is_null(const Handle& handle) {
  static_assert(std::is_trivially_copyable_v<Handle> && sizeof(Handle) == sizeof(void*));
  return std::bit_cast<void*>(handle) == nullptr;
}

bool is_declaration(const char* attribute) {
  return *attribute == 'x' && std::strncmp(attribute, "xmlns", 5) == 0 && (attribute[5] == '\0' || attribute[5] == ':');
}

std::string_view declared_prefix(const char* attribute) {
  return attribute[5] == ':' ? std::string_view(attribute + 6) : std::string_view{};
}

bool declares_namespaces(pugi::xml_attribute attribute) {
  for (; !is_null(attribute); attribute = attribute.next_attribute()) {
    if (is_declaration(attribute.name())) return true;
  }
  return false;
}

void declare(scope& into, pugi::xml_node node) {
  for (const auto attribute : node.attributes()) {
    if (is_declaration(attribute.name())) into.declare(declared_prefix(attribute.name()), attribute.value());
  }
}

bool all_blank(std::string_view text) { return trimmed(text).empty(); }

std::string_view expected(tables::kind what, language in) {
  const bool fr = in == language::french;
  switch (what) {
    case tables::kind::time:
      return fr ? "une date et heure AAAA-MM-JJTHH:MM:SS" : "a date and time YYYY-MM-DDTHH:MM:SS";
    case tables::kind::date:
      return fr ? "une date" : "a date";
    case tables::kind::indicator:
      return fr ? "true ou false" : "true or false";
    default:
      return fr ? "un nombre décimal" : "a decimal number";
  }
}

std::string_view decimals_of(tables::kind what) {
  switch (what) {
    case tables::kind::amount:
      return "2";
    case tables::kind::price:
      return "6";
    default:
      return "4";
  }
}

std::string markup_of(pugi::xml_node node) {
  std::string out;
  if (node.type() == pugi::node_comment) {
    out.append("<!--").append(node.value()).append("-->");
  } else {
    out.append("<?").append(node.name());
    if (*node.value() != '\0') out.append(" ").append(node.value());
    out.append("?>");
  }
  return out;
}

bool is_text(pugi::xml_node node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

}  // namespace

// -- places -----------------------------------------------------------------------------------------------------------

std::string walker::path_of_slice(const slice& from) {
  const token tag = scan_markup(from.text, 0);
  std::string out = from.parent_path + "/" + std::string(local_part(tag.name));
  if (from.wrapped && from.source != nullptr) out += "[" + std::to_string(from.source->index()) + "]";
  return out;
}

std::string walker::path_of(pugi::xml_node node) const {
  std::string out;
  for (; node && node != document_.document_element(); node = node.parent()) {
    std::size_t before = 0;
    bool alone = true;
    for (const auto sibling : node.parent().children(node.name())) {
      if (sibling == node) {
        for (auto other = node.next_sibling(node.name()); other && alone; other = {})
          alone = false;
        break;
      }
      ++before;
    }
    std::string step = "/" + std::string(local_part(node.name()));
    if (before > 0 || !alone) step += "[" + std::to_string(before + 1) + "]";
    out.insert(0, step);
  }
  return path_of_slice(slice_) + out;
}

void walker::add_at(const finding_kind& kind, std::size_t offset, std::string path,
                    std::vector<std::string> arguments) {
  finding out;
  out.kind = &kind;
  out.path = std::move(path);
  out.arguments = std::move(arguments);
  if (slice_.source != nullptr) {
    const position at = advanced(slice_.source->message_position(), slice_.text.substr(0, offset));
    out.line = at.line;
    out.column = at.column;
  }
  found_.push_back(std::move(out));
}

void walker::add(const finding_kind& kind, pugi::xml_node node, std::vector<std::string> arguments) {
  const auto offset = node.offset_debug();
  add_at(kind, offset > 0 ? static_cast<std::size_t>(offset) - 1 : 0, path_of(node), std::move(arguments));
}

std::string walker::level_of(const frame& at) const {
  std::string out;
  for (std::size_t i = at.base; i < path_.size(); ++i) {
    if (i > at.base) out.push_back('/');
    out += path_[i];
  }
  return out;
}

// -- the slice --------------------------------------------------------------------------------------------------------

namespace {

bool is_reference(std::string_view name) {
  if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") return true;
  if (name.size() < 2 || name[0] != '#') return false;
  const bool hexadecimal = name[1] == 'x';
  const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
  return !digits.empty() &&
         digits.find_first_not_of(hexadecimal ? "0123456789abcdefABCDEF" : "0123456789") == std::string_view::npos;
}

// Whether `at` lies between an opening and its terminator.
bool lies_in(std::string_view text, std::size_t at, std::string_view opening, std::string_view terminator) {
  const auto begin = text.substr(0, at).rfind(opening);
  return begin != std::string_view::npos && text.substr(begin, at - begin).find(terminator) == std::string_view::npos;
}

}  // namespace

// A tree takes far more memory than its text when there is little text: large slices are counted first.
bool walker::is_too_crowded() {
  constexpr std::size_t harmless = 256 * 1024;
  constexpr std::size_t bytes_per_node = 16;  // of the largest message allowed; messages have some 30
  if (slice_.text.size() <= harmless) return false;
  const auto most = static_cast<std::ptrdiff_t>(bounds_.message_bytes / bytes_per_node);
  const auto nodes = std::count_if(slice_.text.begin(), slice_.text.end(), [](char c) { return c == '<' || c == '='; });
  if (nodes / 2 <= most) return false;
  add_at(kinds::too_many_elements, 0, path_of_slice(slice_), {std::to_string(most)});
  return true;
}

// Bytes that are no characters become U+FFFD, one character each, so that columns stay what they are.
void walker::repair() {
  const std::string_view text = slice_.text;
  const auto wrong = find_invalid(text);
  if (wrong == std::string_view::npos) return;
  add_at(kinds::invalid_characters, wrong, path_of_slice(slice_));
  repaired_ = repaired(text);
  slice_.text = repaired_;
}

// Without a DTD there are five entities; what else follows a '&' is read as it stands.
void walker::check_entities() {
  const std::string_view text = slice_.text;
  for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::string_view rest = text.substr(at + 1, 12);
    const auto end = rest.find(';');
    if (end != std::string_view::npos && is_reference(rest.substr(0, end))) continue;
    if (lies_in(text, at, "<![CDATA[", "]]>") || lies_in(text, at, "<!--", "-->")) continue;
    add_at(kinds::unknown_entity, at, path_of_slice(slice_));
    return;
  }
}

bool walker::read(const slice& from, const scope& outer, const tables::level& table, void* object) {
  slice_ = from;
  found_.clear();
  path_.clear();
  scope_ = &outer;
  too_deep_ = false;
  if (is_too_crowded()) return false;
  repair();
  check_entities();
  const std::string_view text = slice_.text;
  declares_ = text.find("xmlns", 1) != std::string_view::npos;
  if (scratch_.size() < text.size() + name_padding) scratch_.resize(text.size() + name_padding);
  std::memcpy(scratch_.data(), text.data(), text.size());
  const auto parsed = document_.load_buffer_inplace(scratch_.data(), text.size(), parse_flags, pugi::encoding_utf8);
  const pugi::xml_node root = document_.document_element();
  if (!parsed || !root) {
    const auto offset = std::min(text.size(), static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)));
    add_at(kinds::malformed, offset, path_of_slice(slice_), {parsed.description()});
    return false;
  }
  const frame top{table.extras(object), 0};
  std::optional<scope> own;
  if (slice_.wrapped && root.first_attribute()) {
    if (declares_namespaces(root.first_attribute())) {
      own = outer;
      declare(*own, root);
      scope_ = &*own;
    }
    keep_attributes(root, top, 0);
  }
  const xml_name usual{name_space::message, local_part(root.name())};
  if (!scope_->is_usual(root.name(), usual)) {
    keep(top, extra::kind::alias, 0, {}, root.name());
    if (scope_->resolve(prefix_part(root.name())) != family::message) {
      add(kinds::other_namespace, root, {std::string(usual.local)});
    }
  }
  read_children(table, root, object, top);
  scope_ = nullptr;
  return !too_deep_;
}

// -- elements ---------------------------------------------------------------------------------------------------------

// Declarations on an element hold for it and what it contains.
class walker::scope_guard {
 public:
  scope_guard(walker& owner, pugi::xml_node node, pugi::xml_attribute first) : owner_(owner), outer_(owner.scope_) {
    if (!owner.declares_ || !declares_namespaces(first)) return;
    inner_ = *outer_;
    declare(*inner_, node);
    owner_.scope_ = &*inner_;
  }
  ~scope_guard() { owner_.scope_ = outer_; }
  scope_guard(const scope_guard&) = delete;
  scope_guard& operator=(const scope_guard&) = delete;

 private:
  walker& owner_;
  const scope* outer_;
  std::optional<scope> inner_;
};

class walker::path_guard {
 public:
  path_guard(walker& owner, std::string_view name) : owner_(owner) { owner_.path_.push_back(name); }
  ~path_guard() { owner_.path_.pop_back(); }
  path_guard(const path_guard&) = delete;
  path_guard& operator=(const path_guard&) = delete;

 private:
  walker& owner_;
};

walker::match walker::find(const tables::level& table, pugi::xml_node child, std::size_t from) const {
  const char* name = child.name();
  for (std::size_t i = from; i < table.count; ++i) {
    const auto* names = table.slots[i].names;
    if (names != nullptr && scope_->is_usual(name, names->written)) return {i};
  }
  for (std::size_t i = 0; i < from; ++i) {
    const auto* names = table.slots[i].names;
    if (names != nullptr && scope_->is_usual(name, names->written)) return {i};
  }
  return find_unusual(table, child, from);
}

walker::match walker::find_unusual(const tables::level& table, pugi::xml_node child, std::size_t from) const {
  const std::string_view local = local_part(child.name());
  const family space = scope_->resolve(prefix_part(child.name()));
  const auto same_local = [&](const xml_names& names) {
    if (names.written.local == local) return true;
    for (std::size_t i = 0; i < names.alias_count; ++i) {
      if (names.aliases[i].local == local) return true;
    }
    return false;
  };
  const auto search = [&](auto&& accepts) {
    for (std::size_t step = 0; step < table.count; ++step) {
      const std::size_t i = (from + step) % table.count;
      if (table.slots[i].names != nullptr && accepts(*table.slots[i].names)) return i;
    }
    return none;
  };
  if (space <= family::qdt) {
    const xml_name name{static_cast<name_space>(space), local};
    const auto index = search([&](const xml_names& names) { return names.matches(name); });
    if (index != none) return {index, false, false};
  }
  if (space == family::foreign) return {};
  return {search(same_local), false, true};
}

void walker::read_children(const tables::level& table, pugi::xml_node node, void* object, const frame& at) {
  progress now;
  if (const char* text = node.value(); *text != '\0' && !all_blank(text)) {
    read_text(table, node, text, object, at, now);
  }
  for (auto child = node.first_child(); !is_null(child); child = child.next_sibling()) {
    if (child.type() == pugi::node_element) {
      read_element(table, child, object, at, now);
    } else if (is_text(child)) {
      if (!all_blank(child.value())) read_text(table, node, child.value(), object, at, now);
    } else {
      keep_after(at, extra::kind::markup, table, now, markup_of(child));
    }
  }
  if (now.misplaced) keep_order(table, node, at);
  if ((table.expected & ~now.seen) != 0) report_missing(table, node, object, at, now);
}

void walker::read_element(const tables::level& table, pugi::xml_node child, void* object, const frame& at,
                          progress& now) {
  const auto attributes = child.first_attribute();
  const scope_guard guard(*this, child, attributes);
  const match found = find(table, child, now.next);
  if (found.index == none) {
    add(kinds::unknown_element, child, {std::string(local_part(child.name()))});
    keep_after(at, extra::kind::element, table, now, fragment(child));
    return;
  }
  const tables::slot& slot = table.slots[found.index];
  const std::uint64_t bit = std::uint64_t{1} << found.index;
  const bool many = slot.times == tables::occurrence::many;
  if ((now.seen & bit) != 0 && !many) {
    add(kinds::duplicate_element, child, {std::string(local_part(child.name()))});
    keep_after(at, extra::kind::element, table, now, fragment(child));
    return;
  }
  if (found.index < now.next) {
    now.misplaced = true;
    add(graded(kinds::out_of_order, kinds::out_of_order_strict), child, {std::string(local_part(child.name()))});
  } else {
    now.next = many ? found.index : found.index + 1;
  }
  if (found.other_namespace) add(kinds::other_namespace, child, {std::string(local_part(child.name()))});
  const progress before = now;
  now.repetition = many ? static_cast<std::uint32_t>(slot.count(object)) : 0;
  now.last = found.index;
  now.seen |= bit;
  read_slot(slot, child, attributes, object, at, found.usual, table, before);
  // A value that could not be read was put aside: what follows stands after what came before it.
  if (many && slot.count(object) == now.repetition) {
    now.last = before.last;
    now.repetition = before.repetition;
  }
}

void walker::read_slot(const tables::slot& slot, pugi::xml_node node, pugi::xml_attribute attributes, void* object,
                       const frame& at, bool usual, const tables::level& table, const progress& before) {
  const std::string_view name = slot.names->written.local;
  const bool many = slot.times == tables::occurrence::many;
  const auto number = many ? static_cast<std::uint32_t>(slot.count(object)) : 0;
  if (slot.what == tables::kind::group) {
    void* inner = slot.open(object);
    const path_guard entered(*this, name);
    const frame own{slot.inner->extras(inner), path_.size()};
    if (!usual) keep(own, extra::kind::alias, 0, {}, node.name());
    if (!is_null(attributes)) keep_attributes(node, own, 0);
    read_children(*slot.inner, node, inner, own);
    return;
  }
  bool read = true;
  {
    const path_guard entered(*this, name);
    if (!usual) keep(at, extra::kind::alias, number, {}, node.name());
    if (slot.what == tables::kind::within) {
      if (!is_null(attributes)) keep_attributes(node, at, 0);
      read_children(*slot.inner, node, object, at);
      read = slot.required || tables::has_content(*slot.inner, object);
    } else if (slot.what == tables::kind::empty) {
      if (!is_null(attributes)) keep_attributes(node, at, 0);
      read_children(tables::level{}, node, object, at);
    } else {
      read = read_leaf(slot, node, attributes, slot.open(object), at, number);
      if (!read) slot.drop(object);
    }
  }
  if (read) return;
  // Present, but nothing to hold: kept as it was written.
  keep_after(at, extra::kind::element, table, before, fragment(node));
  if (slot.times == tables::occurrence::one) keep(at, extra::kind::absent, 0, std::string(name), {});
}

void walker::read_text(const tables::level& table, pugi::xml_node node, std::string_view text, void* object,
                       const frame& at, progress& now) {
  if (table.own_text != nullptr) {
    const tables::slot& slot = *table.own_text;
    if (read_leaf_text(slot, node, text, {}, slot.open(object), at, 0)) {
      for (std::size_t i = 0; i < table.count; ++i) {
        if (table.slots[i].names == nullptr || table.slots[i].field != slot.field) continue;
        now.seen |= std::uint64_t{1} << i;
        keep(at, extra::kind::text, 0, std::string(slot.field), std::string(text));
        keep(at, extra::kind::absent, 0, std::string(table.slots[i].names->written.local), {});
      }
      return;
    }
    slot.drop(object);
  } else {
    add(graded(kinds::unexpected_text, kinds::unexpected_text_strict), node);
  }
  keep_after(at, extra::kind::text, table, now, std::string(text));
}

// -- members ----------------------------------------------------------------------------------------------------------

// `lines[2].service` is the member `lines`, its second value, and the rest `service`.
struct walker::member_step {
  std::string_view name;
  std::size_t number = 1;
  std::string_view rest;

  static member_step first_of(std::string_view member) {
    member_step out;
    const auto end = std::min(member.find('.'), member.size());
    std::string_view own = member.substr(0, end);
    out.rest = member.substr(std::min(end + 1, member.size()));
    out.name = own.substr(0, own.find('['));
    own.remove_prefix(out.name.size());
    std::size_t number = 0;
    for (const char c : own) {
      if (c >= '0' && c <= '9') number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    if (number > 0) out.number = number;
    return out;
  }
};

namespace {

bool has_member(const tables::level& table, std::string_view name) {
  for (std::size_t i = 0; i < table.count; ++i) {
    const tables::slot& slot = table.slots[i];
    if (slot.what == tables::kind::within ? has_member(*slot.inner, name) : slot.field == name) return true;
  }
  return false;
}

}  // namespace

pugi::xml_node walker::element_of(const tables::level& table, pugi::xml_node node, std::string_view member) {
  if (member.empty()) return node;
  std::size_t seen = 0;
  const pugi::xml_node found = search(table, node, member_step::first_of(member), seen);
  return found ? found : node;
}

pugi::xml_node walker::search(const tables::level& table, pugi::xml_node node, const member_step& step,
                              std::size_t& seen) {
  for (const auto child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    const scope_guard guard(*this, child, child.first_attribute());
    const match found = find(table, child, 0);
    if (found.index == none) continue;
    const tables::slot& slot = table.slots[found.index];
    if (slot.what == tables::kind::within) {
      if (!has_member(*slot.inner, step.name)) continue;
      const pugi::xml_node inside = search(*slot.inner, child, step, seen);
      return inside ? inside : child;
    }
    if (slot.field != step.name || ++seen != step.number) continue;
    return slot.inner != nullptr ? element_of(*slot.inner, child, step.rest) : child;
  }
  return {};
}

position walker::place_of(const scope& outer, const tables::level& table, std::string_view member) {
  position out;
  if (slice_.source == nullptr) return out;
  out = slice_.source->message_position();
  const pugi::xml_node root = document_.document_element();
  if (!root) return out;
  scope_ = &outer;
  pugi::xml_node element;
  {
    const scope_guard guard(*this, root, root.first_attribute());
    element = element_of(table, root, member);
  }
  scope_ = nullptr;
  const auto offset = element.offset_debug();
  return offset > 0 ? advanced(out, slice_.text.substr(0, static_cast<std::size_t>(offset) - 1)) : out;
}

// -- values -----------------------------------------------------------------------------------------------------------

bool walker::accept_value(const tables::slot& slot, pugi::xml_node node, reading_of_value how, const void* value) {
  const auto name = [&] { return std::string(local_part(node.name())); };
  const bool birth_date = slot.what == tables::kind::date;  // personal: its text is never repeated
  switch (how) {
    case reading_of_value::plain:
      break;
    case reading_of_value::odd_time:
      add(kinds::time_form, node, {name(), to_string(*static_cast<const local_time*>(value))});
      break;
    case reading_of_value::odd_number: {
      std::string text;
      append_value(slot.what, value, text);
      add(graded(kinds::number_form, kinds::number_form_strict), node, {name(), text});
      break;
    }
    case reading_of_value::odd_form:
      if (!birth_date) add(kinds::value_form, node, {name()});
      break;
    case reading_of_value::empty: {
      if (birth_date) return false;
      const auto& kind = slot.times == tables::occurrence::one ? kinds::bad_value : kinds::empty_value;
      add(kind, node,
          {name(), std::string(expected(slot.what, language::english)),
           std::string(expected(slot.what, language::french))});
      return false;
    }
    case reading_of_value::unreadable:
      add(kinds::bad_value, node,
          {name(), std::string(expected(slot.what, language::english)),
           std::string(expected(slot.what, language::french))});
      return false;
    case reading_of_value::no_such_date:
      add(kinds::no_such_date, node, {name()});
      return false;
    case reading_of_value::too_many_decimals:
      add(kinds::too_many_decimals, node, {name(), std::string(decimals_of(slot.what))});
      return false;
  }
  if (slot.what == tables::kind::time) {
    const auto& time = *static_cast<const local_time*>(value);
    if (!paris::exists(time)) add(kinds::spring_gap, node, {name(), to_string(time)});
  }
  return true;
}

bool walker::read_leaf_text(const tables::slot& slot, pugi::xml_node node, std::string_view text,
                            std::string_view format, void* value, const frame& at, std::uint32_t number) {
  const reading_of_value how = read_value(slot.what, text, format, value);
  if (!accept_value(slot, node, how, value)) return false;
  if (slot.own_text || !format.empty()) return true;
  const bool date = slot.what == tables::kind::time || slot.what == tables::kind::date;
  constexpr std::size_t usual_length = 19;  // YYYY-MM-DDTHH:MM:SS
  if (how == reading_of_value::plain && date && text.size() == usual_length) return true;
  if (slot.what <= tables::kind::identifier) {  // texts: as written, unless blanks were taken off
    if (text.empty() || (!is_blank(text.front()) && !is_blank(text.back()))) return true;
  }
  text_.clear();
  append_value(slot.what, value, text_);
  if (text_ != text) keep(at, extra::kind::lexical, number, std::string(slot.field), std::string(text));
  return true;
}

// A value with comments, or in an element of its own (variants V12, V20).
bool walker::read_mixed_leaf(const tables::slot& slot, pugi::xml_node node, void* value, const frame& at,
                             std::uint32_t number) {
  std::string text = node.value();
  pugi::xml_node form;
  const bool time = slot.what == tables::kind::time || slot.what == tables::kind::date;
  for (const auto child : node.children()) {
    const std::string_view local = local_part(child.name());
    if (is_text(child)) {
      text += child.value();
    } else if (child.type() != pugi::node_element) {
      keep(at, extra::kind::markup, number, {}, markup_of(child));
    } else if (!form && (time ? local == "DateTimeString" || local == "DateTime" || local == "DateString"
                              : slot.what == tables::kind::indicator && local == "Indicator")) {
      form = child;
    } else {
      add(kinds::unknown_element, child, {std::string(local)});
      keep(at, extra::kind::element, number, {}, fragment(child));
    }
  }
  if (!form) return read_leaf_text(slot, node, text, {}, value, at, number);
  const reading_of_value how = read_value(slot.what, form.child_value(), form.attribute("format").value(), value);
  if (!accept_value(slot, node, how == reading_of_value::plain ? reading_of_value::odd_form : how, value)) return false;
  keep(at, extra::kind::lexical, number, std::string(slot.field), fragment(form));
  return true;
}

bool walker::read_leaf(const tables::slot& slot, pugi::xml_node node, pugi::xml_attribute attributes, void* value,
                       const frame& at, std::uint32_t number) {
  const bool read = is_null(node.first_child()) ? read_leaf_text(slot, node, node.value(), {}, value, at, number)
                                                : read_mixed_leaf(slot, node, value, at, number);
  if (!read) return false;
  if (!is_null(attributes)) read_leaf_attributes(slot, node, attributes, value, at, number);
  if (slot.what == tables::kind::measure && static_cast<const measure*>(value)->unit_code.empty()) {
    add(kinds::no_unit, node, {std::string(local_part(node.name()))});
  }
  return true;
}

void walker::read_leaf_attributes(const tables::slot& slot, pugi::xml_node node, pugi::xml_attribute attribute,
                                  void* value, const frame& at, std::uint32_t number) {
  using tables::kind;
  for (; !is_null(attribute); attribute = attribute.next_attribute()) {
    const std::string_view name = attribute.name();
    std::string* into = nullptr;
    switch (slot.what) {
      case kind::code:
        if (name == "listID") into = &static_cast<code*>(value)->list_id;
        if (name == "listAgencyName") into = &static_cast<code*>(value)->list_agency_name;
        break;
      case kind::identifier:
        if (name == "schemeID") into = &static_cast<identifier*>(value)->scheme_id;
        if (name == "schemeAgencyName") into = &static_cast<identifier*>(value)->scheme_agency_name;
        break;
      case kind::measure:
        if (name == "unitCode") into = &static_cast<measure*>(value)->unit_code;
        break;
      case kind::amount:
      case kind::price:
        if (name != "currencyID" && name != "currencyCode") break;
        into =
            slot.what == kind::amount ? &static_cast<amount*>(value)->currency : &static_cast<price*>(value)->currency;
        if (name == "currencyCode") {
          add(kinds::value_form, node, {std::string(local_part(node.name()))});
          keep(at, extra::kind::alias, number, "currencyID", "currencyCode");
        }
        break;
      default:
        break;
    }
    const char* text = attribute.value();
    if (into == nullptr || *text == '\0') {
      keep_attribute(node, attribute, at, number);
    } else {
      into->assign(text);
    }
  }
}

// -- what is kept -----------------------------------------------------------------------------------------------------

void walker::keep(const frame& at, extra::kind what, std::uint32_t number, std::string name, std::string content) {
  extra out;
  out.what = what;
  out.level = level_of(at);
  out.occurrence = number;
  out.name = std::move(name);
  out.content = std::move(content);
  at.extras->items.push_back(std::move(out));
}

void walker::keep_after(const frame& at, extra::kind what, const tables::level& table, const progress& now,
                        std::string content) {
  keep(at, what, now.repetition, {}, std::move(content));
  if (now.last != none) at.extras->items.back().after = table.slots[now.last].names->written.local;
}

void walker::keep_attribute(pugi::xml_node node, pugi::xml_attribute attribute, const frame& at, std::uint32_t number) {
  if (!is_declaration(attribute.name()) && *attribute.value() != '\0') {
    add(kinds::unknown_attribute, node, {attribute.name()});
  }
  keep(at, extra::kind::attribute, number, attribute.name(), attribute.value());
}

void walker::keep_attributes(pugi::xml_node node, const frame& at, std::uint32_t number) {
  for (const auto attribute : node.attributes())
    keep_attribute(node, attribute, at, number);
}

void walker::keep_order(const tables::level& table, pugi::xml_node node, const frame& at) {
  std::string names;
  for (const auto child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    const scope_guard guard(*this, child, child.first_attribute());
    const match found = find(table, child, 0);
    if (found.index == none) continue;
    if (!names.empty()) names.push_back(' ');
    names += table.slots[found.index].names->written.local;
  }
  keep(at, extra::kind::order, 0, {}, std::move(names));
}

namespace {

// What a missing part leaves behind: no value at all, instead of one that looks like a time or a sum.
void clear(const tables::slot& slot, void* object) {
  if (slot.what == tables::kind::within || slot.what == tables::kind::group) {
    if (slot.times != tables::occurrence::one) return;
    void* inner = slot.what == tables::kind::within ? object : slot.open(object);
    for (std::size_t i = 0; i < slot.inner->count; ++i)
      clear(slot.inner->slots[i], inner);
  } else if (slot.names != nullptr && slot.drop != nullptr && slot.times == tables::occurrence::one) {
    slot.drop(object);
  }
}

std::string_view first_label(const tables::slot& slot) {
  return slot.label.empty() && slot.inner != nullptr && slot.inner->count > 0 ? first_label(slot.inner->slots[0])
                                                                              : slot.label;
}

}  // namespace

void walker::report_missing(const tables::level& table, pugi::xml_node node, void* object, const frame& at,
                            const progress& now) {
  for (std::size_t i = 0; i < table.count; ++i) {
    if (((table.expected & ~now.seen) >> i & 1U) == 0) continue;
    const tables::slot& slot = table.slots[i];
    const std::string name(slot.names->written.local);
    if (slot.required) {
      add(graded(kinds::missing, kinds::missing_strict), node, {name, std::string(first_label(slot))});
      clear(slot, object);
    }
    keep(at, extra::kind::absent, 0, name, {});
  }
}

namespace {

// Prefixes an element and what it contains use without declaring them.
void collect_prefixes(pugi::xml_node node, std::vector<std::string_view> declared,
                      std::vector<std::string_view>& used) {
  for (const auto attribute : node.attributes()) {
    if (is_declaration(attribute.name())) declared.push_back(declared_prefix(attribute.name()));
  }
  const auto use = [&](std::string_view prefix) {
    if (prefix == "xml" || std::find(declared.begin(), declared.end(), prefix) != declared.end()) return;
    if (std::find(used.begin(), used.end(), prefix) == used.end()) used.push_back(prefix);
  };
  use(prefix_part(node.name()));
  for (const auto attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (!is_declaration(attribute.name()) && name.find(':') != std::string_view::npos) use(prefix_part(name));
  }
  for (const auto child : node.children()) {
    if (child.type() == pugi::node_element) collect_prefixes(child, declared, used);
  }
}

}  // namespace

namespace {

// Whether something lies more levels below an element than allowed; without recursion, as nothing bounds the depth yet.
bool is_deeper_than(pugi::xml_node top, std::size_t levels) {
  std::size_t depth = 0;
  for (pugi::xml_node at = top;;) {
    if (const auto child = at.first_child(); !is_null(child)) {
      if (++depth > levels) return true;
      at = child;
      continue;
    }
    while (at != top && is_null(at.next_sibling())) {
      at = at.parent();
      --depth;
    }
    if (at == top) return false;
    at = at.next_sibling();
  }
}

}  // namespace

// The element as it was written, with the declarations it needs to stand anywhere.
std::string walker::fragment(pugi::xml_node node) {
  std::size_t level = slice_.wrapped ? 2 : 1;
  for (auto above = node.parent(); above && above != document_.document_element(); above = above.parent())
    ++level;
  if (is_deeper_than(node, bounds_.depth > level ? bounds_.depth - level : 0)) {
    too_deep_ = true;
    return {};
  }
  const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 1)) - 1;
  const std::string_view raw = slice_.text.substr(offset, element_extent(slice_.text, offset));
  std::vector<std::string_view> used;
  collect_prefixes(node, {}, used);
  const std::size_t name_end = 1 + std::strlen(node.name());
  std::string out(raw.substr(0, name_end));
  for (const auto prefix : used) {
    const std::string_view uri = scope_->uri_of(prefix);
    if (uri.empty() && !prefix.empty()) continue;
    out += prefix.empty() ? " xmlns" : " xmlns:";
    out.append(prefix).append("=\"");
    append_attribute_value(uri, out);
    out += "\"";
  }
  out += raw.substr(name_end);
  return out;
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI

#endif
