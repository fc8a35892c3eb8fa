// A message along its tables: places, the slice, and which element is which.
#ifndef ESPPADOM_WITH_XML
#define ESPPADOM_WITH_XML 1  // the build says 0 to leave pugixml out
#endif

#if ESPPADOM_WITH_XML

#include "exchange/xml_walker.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "esppadom/exchange/findings.hpp"
#include "esppadom/value/text.hpp"
#include "exchange/xml_markup.hpp"
#include "exchange/xml_nodes.hpp"
#include "exchange/xml_problems.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

namespace kinds = exchange_findings;

namespace {

// Text stays in its element's node; blanks between elements are dropped, blanks alone in an element are kept.
constexpr unsigned parse_flags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_comments |
                                 pugi::parse_pi | pugi::parse_wconv_attribute | pugi::parse_ws_pcdata_single |
                                 pugi::parse_embed_pcdata;

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

// A tree takes far more memory than its text when there is little text: large slices are counted first.
bool walker::is_too_crowded() {
  constexpr std::size_t bytes_per_node = 16;  // of the largest message allowed; messages have some 30
  if (slice_.text.size() <= uncounted_bytes) return false;
  const auto most = static_cast<std::ptrdiff_t>(bounds_.message_bytes / bytes_per_node);
  const auto nodes = std::count_if(slice_.text.begin(), slice_.text.end(), [](char c) { return c == '<' || c == '='; });
  if (nodes / 2 <= most) return false;
  add_at(kinds::too_many_elements, 0, path_of_slice(slice_), {std::to_string(most)});
  return true;
}

// Bytes that are no characters become U+FFFD, one character each, so that columns stay what they are.
void walker::repair() {
  const std::string_view text = slice_.text;
  const auto wrong = std::min(find_invalid(text), find_invalid_reference(text));
  if (wrong == std::string_view::npos) return;
  add_at(kinds::invalid_characters, wrong, path_of_slice(slice_));
  repaired_ = repaired(text);
  slice_.text = repaired_;
}

// Without a DTD there are five entities; what else follows a '&' is read as it stands.
void walker::check_entities() {
  const auto at = find_stray_ampersand(slice_.text, 0);
  if (at < slice_.text.size()) add_at(kinds::unknown_entity, at, path_of_slice(slice_));
}

// The parser lets pass what XML forbids: a tag with the same attribute twice, '--' in a comment, names of any
// characters. Plain elements and values cannot hide such; anything else is looked at again, for nothing may be kept
// that could not be written back.
bool walker::check_grammar() {
  // What is rare is looked for: there is a '<' everywhere.
  const auto has = [this](auto what) { return slice_.text.find(what) != std::string_view::npos; };
  if (!suspicious_ && !has(std::string_view("]]>")) && !(has('?') && has(std::string_view("<?")))) return true;
  const auto at = find_malformed(slice_.text);
  if (at == std::string_view::npos && !malformed_) return true;
  found_.clear();
  add_at(kinds::malformed, std::min(at, slice_.text.size()), path_of_slice(slice_), broken_markup());
  return false;
}

void walker::pass(const slice& from) {
  slice_ = from;
  found_.clear();
  parsed_ = false;
}

pugi::xml_parse_result walker::parse() {
  const std::string_view text = slice_.text;
  declares_ = text.find("xmlns", 1) != std::string_view::npos;
  if (scratch_.size() < text.size() + name_padding) scratch_.resize(text.size() + name_padding);
  std::memcpy(scratch_.data(), text.data(), text.size());
  parsed_ = true;
  return document_.load_buffer_inplace(scratch_.data(), text.size(), parse_flags, pugi::encoding_utf8);
}

bool walker::read(const slice& from, const scope& outer, const tables::level& table, void* object) {
  pass(from);
  path_.clear();
  scope_ = &outer;
  too_deep_ = suspicious_ = malformed_ = false;
  if (is_too_crowded()) {
    document_.reset();
    parsed_ = true;
    return false;
  }
  repair();
  check_entities();
  const auto parsed = parse();
  const pugi::xml_node root = document_.document_element();
  if (!parsed || !root) {
    const auto offset =
        std::min(slice_.text.size(), static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)));
    add_at(kinds::malformed, offset, path_of_slice(slice_), with_words({}, words_of(parsed.status)));
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
      add(graded(kinds::other_namespace, kinds::other_namespace_strict), root, {std::string(usual.local)});
    }
  }
  read_children(table, root, object, top);
  scope_ = nullptr;
  return !too_deep_ && check_grammar();
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
  std::string text = node.value();  // up to the next markup, sections included
  const auto end_text = [&] {
    if (text.empty()) return;
    if (!all_blank(text)) read_text(table, node, text, object, at, now);
    text.clear();
  };
  for (auto child = node.first_child(); !is_null(child); child = child.next_sibling()) {
    if (is_text(child)) {
      text += child.value();
      continue;
    }
    end_text();
    if (child.type() == pugi::node_element) {
      read_element(table, child, object, at, now);
    } else {
      keep_after(at, extra::kind::markup, table, now, markup_of(child));
    }
  }
  end_text();
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
    const bool payer = slot.field == "payer";  // V14
    add(payer ? kinds::another_payer : kinds::duplicate_element, child, {std::string(local_part(child.name()))});
    // Never before the one that counts, where it stands among repetitions that are written together.
    progress place = now;
    if (now.misplaced) {
      place.last = found.index;
      place.repetition = 0;
    }
    keep_after(at, extra::kind::element, table, place, fragment(child));
    return;
  }
  if (found.index < now.next) {
    now.misplaced = true;
    add(graded(kinds::out_of_order, kinds::out_of_order_strict), child, {std::string(local_part(child.name()))});
  } else {
    now.next = many ? found.index : found.index + 1;
  }
  if (found.other_namespace) {
    add(graded(kinds::other_namespace, kinds::other_namespace_strict), child, {std::string(local_part(child.name()))});
  }
  const progress before = now;
  now.repetition = many ? static_cast<std::uint32_t>(slot.count(object)) : 0;
  now.last = found.index;
  now.seen |= bit;
  if (read_slot(slot, child, attributes, object, at, found.usual, table, before)) return;
  // A value that could not be read was put aside: what follows stands after what came before it.
  now.last = before.last;
  now.repetition = before.repetition;
}

// False when nothing could be read; then the element was kept as it was written.
bool walker::read_slot(const tables::slot& slot, pugi::xml_node node, pugi::xml_attribute attributes, void* object,
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
    return true;
  }
  bool read = true;
  const std::size_t kept = at.extras->items.size();
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
  if (read) return true;
  at.extras->items.resize(kept);
  keep_after(at, extra::kind::element, table, before, fragment(node));
  if (slot.times == tables::occurrence::one) keep(at, extra::kind::absent, 0, std::string(name), {});
  return false;
}

// Text where elements belong, with the blanks around it.
void walker::read_text(const tables::level& table, pugi::xml_node node, std::string_view text, void* object,
                       const frame& at, progress& now) {
  const auto value_at = [&] {
    for (std::size_t i = 0; table.own_text != nullptr && i < table.count; ++i) {
      if (table.slots[i].names != nullptr && table.slots[i].field == table.own_text->field) return i;
    }
    return none;
  }();
  if (value_at != none && (now.seen >> value_at & 1U) == 0) {
    const tables::slot& slot = *table.own_text;
    if (read_leaf_text(slot, node, text, {}, slot.open(object), at, 0)) {
      now.seen |= std::uint64_t{1} << value_at;
      keep(at, extra::kind::text, 0, std::string(slot.field), std::string(text));
      keep(at, extra::kind::absent, 0, std::string(table.slots[value_at].names->written.local), {});
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
  if (!parsed_) parse();
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

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI

#endif
