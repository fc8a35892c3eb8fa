// Whether text that claims to be a piece of XML is one: what comes from elsewhere than an XML reader is looked at
// before it is written into a document.
#pragma once

#include <string_view>

#include "esppadom/exchange/xml.hpp"
#include "esppadom/message/extras.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

/// Well-formed content of an element: text, elements, comments, instructions.
bool is_content(std::string_view text);

/// One element and nothing else.
bool is_element(std::string_view text);

/// Comments, instructions and blanks.
bool is_markup(std::string_view text);

/// Whether an extra can be written.
bool is_writable(const extra& item);

/// The envelope without what could not be written, and whether there was such.
bool clean(envelope& head);

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
