#include "exchange/xml_fragment.hpp"

#include <algorithm>
#include <string>
#include <vector>

#ifndef ESPPADOM_WITH_XML
#define ESPPADOM_WITH_XML 1  // the build says 0 to leave pugixml out
#endif

#if ESPPADOM_WITH_XML
#include <pugixml.hpp>
#endif

#include "esppadom/value/text.hpp"
#include "exchange/xml_markup.hpp"
#include "exchange/xml_slicer.hpp"
#include "exchange/xml_values.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

namespace {

constexpr std::size_t deepest = 64;  // as `limits::depth`

// Elements closed by their own end tags, and nothing that is no markup.
bool is_balanced(std::string_view text) {
  std::vector<std::string_view> open;
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    const token found = scan_markup(text, at);
    switch (found.kind) {
      case token_kind::start:
        if (!is_qualified_name(found.name) || open.size() >= deepest) return false;
        open.push_back(found.name);
        break;
      case token_kind::empty:
        if (!is_qualified_name(found.name)) return false;
        break;
      case token_kind::end:
        if (open.empty() || open.back() != found.name) return false;
        open.pop_back();
        break;
      case token_kind::doctype:
      case token_kind::incomplete:
      case token_kind::malformed:
        return false;
      default:
        break;
    }
    at = found.end;
  }
  return open.empty();
}

bool is_parsed(std::string_view text) {
#if ESPPADOM_WITH_XML
  const std::string whole = "<x>" + std::string(text) + "</x>";
  pugi::xml_document document;
  return static_cast<bool>(document.load_buffer(whole.data(), whole.size(), pugi::parse_full, pugi::encoding_utf8));
#else
  static_cast<void>(text);
  return true;
#endif
}

bool is_blanks(std::string_view text) { return std::all_of(text.begin(), text.end(), is_blank); }

}  // namespace

bool is_qualified_name(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return is_plain_name(text);
  return is_plain_name(text.substr(0, colon)) && is_plain_name(text.substr(colon + 1));
}

bool is_content(std::string_view text) {
  return find_invalid(text) == std::string_view::npos && is_balanced(text) && is_parsed(text);
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
    case extra::kind::alias:
      return is_qualified_name(item.content);
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
    return !is_qualified_name(one.name) || one.name == "versionID" || one.name.starts_with("xmlns");
  });
  return good && before == head.namespaces.size() + head.attributes.size();
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
