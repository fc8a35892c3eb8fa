// What is kept of a message beside its values, and what is missing.
#ifndef ESPPADOM_WITH_XML
#define ESPPADOM_WITH_XML 1  // the build says 0 to leave pugixml out
#endif

#if ESPPADOM_WITH_XML

#include "exchange/xml_walker.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "esppadom/exchange/findings.hpp"
#include "esppadom/value/text.hpp"
#include "exchange/xml_markup.hpp"
#include "exchange/xml_nodes.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

namespace kinds = exchange_findings;

void walker::keep(const frame& at, extra::kind what, std::uint32_t number, std::string name, std::string content) {
  suspicious_ = true;
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
  const std::string raw = with_references(slice_.text.substr(offset, element_extent(slice_.text, offset)));
  const std::size_t name_end = 1 + std::strlen(node.name());
  if (raw.size() <= name_end) {  // the parser sees an element where there is none
    suspicious_ = malformed_ = true;
    return {};
  }
  std::vector<std::string_view> used;
  collect_prefixes(node, {}, used);
  std::string out = raw.substr(0, name_end);
  for (const auto prefix : used) {
    const std::string_view uri = scope_->uri_of(prefix);
    if (uri.empty() && !prefix.empty()) continue;
    out += prefix.empty() ? " xmlns" : " xmlns:";
    out.append(prefix).append("=\"");
    append_attribute_value(uri, out);
    out += "\"";
  }
  return out.append(raw, name_end);
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI

#endif
