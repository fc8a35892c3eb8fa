// What stands in one element, as a value.
#ifndef ESPPADOM_WITH_XML
#define ESPPADOM_WITH_XML 1  // the build says 0 to leave pugixml out
#endif

#if ESPPADOM_WITH_XML

#include "exchange/xml_walker.hpp"

#include <utility>

#include "esppadom/exchange/findings.hpp"
#include "esppadom/value/text.hpp"
#include "exchange/xml_nodes.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

namespace kinds = exchange_findings;

namespace {

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

}  // namespace

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
  if (!is_usual_form(slot.what, how, text, value, text_)) {
    keep(at, extra::kind::lexical, number, std::string(slot.field), std::string(text));
  }
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
  if (all_blank(text)) text.clear();
  if (form && !text.empty()) {
    add(graded(kinds::unexpected_text, kinds::unexpected_text_strict), node);
    keep(at, extra::kind::text, number, {}, std::string(trimmed(text)));
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
  for (; !is_null(attribute); attribute = attribute.next_attribute()) {
    const std::string_view name = attribute.name();
    const bool other_name = name == "currencyCode";
    std::string* into = text_of_attribute(slot.what, other_name ? "currencyID" : name, value);
    const char* text = attribute.value();
    if (into == nullptr || *text == '\0' || !into->empty()) {
      keep_attribute(node, attribute, at, number);
      continue;
    }
    into->assign(text);
    if (into->find('<') != std::string::npos) suspicious_ = true;
    if (other_name) {
      add(kinds::value_form, node, {std::string(local_part(node.name()))});
      keep(at, extra::kind::alias, number, "currencyID", "currencyCode");
    }
  }
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI

#endif
