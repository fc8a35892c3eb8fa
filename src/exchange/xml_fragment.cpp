#include "exchange/xml_fragment.hpp"

#include <algorithm>
#include <string>

#include "esppadom/value/text.hpp"
#include "exchange/xml_markup.hpp"
#include "exchange/xml_slicer.hpp"
#include "exchange/xml_values.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

namespace {

constexpr std::size_t deepest = 64;  // as `limits::depth`

bool is_too_deep(std::string_view text) {
  std::size_t depth = 0;
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    const token found = scan_markup(text, at);
    if (found.kind == token_kind::start && ++depth > deepest) return true;
    if (found.kind == token_kind::end) --depth;
    at = found.end;
  }
  return false;
}

bool is_blanks(std::string_view text) { return std::all_of(text.begin(), text.end(), is_blank); }

}  // namespace

bool is_content(std::string_view text) {
  return find_invalid(text) == std::string_view::npos && find_malformed(text) == std::string_view::npos &&
         find_invalid_reference(text) == std::string_view::npos && find_stray_ampersand(text, 0) == text.size() &&
         !is_too_deep(text);
}

bool is_element(std::string_view text) {
  return text.starts_with('<') && element_extent(text, 0) == text.size() && is_content(text) &&
         text.substr(0, 2) != "<!" && text.substr(0, 2) != "<?";
}

bool is_markup(std::string_view text) {
  if (!is_content(text)) return false;
  std::size_t from = 0;
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', from)) {
    const token found = scan_markup(text, at);
    if (found.kind != token_kind::comment && found.kind != token_kind::instruction) return false;
    if (!is_blanks(text.substr(from, at - from))) return false;
    if (is_xml_declaration(text.substr(at))) return false;
    from = found.end;
  }
  return is_blanks(text.substr(from));
}

bool is_writable(const extra& item) {
  switch (item.what) {
    case extra::kind::element:
      return is_element(item.content);
    case extra::kind::markup:
      return item.level == ".." ? is_content(item.content) : is_markup(item.content);
    case extra::kind::attribute:
      return item.name == "xmlns" || is_qualified_name(item.name);
    case extra::kind::alias:  // of an element, or of the one attribute that is known by two names
      return item.name.empty() ? is_qualified_name(item.content)
                               : item.name == "currencyID" && item.content == "currencyCode";
    default:  // texts are escaped, and a lexical form that is an element is looked at when it is written
      return true;
  }
}

bool clean(envelope& head) {
  bool good = true;
  const auto keep = [&good](std::string& text, bool fine) {
    if (fine) return;
    text.clear();
    good = false;
  };
  keep(head.prolog, is_markup(head.prolog));
  keep(head.epilog, is_markup(head.epilog));
  keep(head.last, is_content(head.last));
  for (std::string* blanks : {&head.layout.first, &head.layout.step, &head.layout.root_end})
    keep(*blanks, is_blanks(*blanks));
  const auto before = head.namespaces.size() + head.attributes.size();
  std::erase_if(head.namespaces, [](const namespace_binding& one) {
    return (!one.prefix.empty() && (!is_plain_name(one.prefix) || one.uri.empty())) || one.prefix == "xmlns";
  });
  std::erase_if(head.attributes, [](const root_attribute& one) {
    return !is_qualified_name(one.name) || one.name == "versionID" || one.name == "xmlns" ||
           one.name.starts_with("xmlns:");
  });
  for (auto one = head.attributes.begin(); one != head.attributes.end();) {
    const bool again =
        std::any_of(head.attributes.begin(), one, [&](const auto& other) { return other.name == one->name; });
    one = again ? head.attributes.erase(one) : one + 1;
  }
  return good && before == head.namespaces.size() + head.attributes.size();
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
