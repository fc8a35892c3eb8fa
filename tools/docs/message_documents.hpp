// The messages as the printers see them: a name, the form of their documents, and their fields as plain values.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "documents.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/message/delivery.hpp"
#include "esppadom/message/field_list.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/message/order.hpp"
#include "esppadom/message/party.hpp"

namespace docs {

struct message_document {
  std::string_view name;
  const esppadom::document_form* form;  ///< null for what has no document in XML
  esppadom::field_node (*fields)();
};

inline constexpr std::array messages{
    message_document{"order", &esppadom::document_of<esppadom::order>, &esppadom::field_list<esppadom::order>},
    message_document{"delivery", &esppadom::document_of<esppadom::delivery>, &esppadom::field_list<esppadom::delivery>},
    message_document{"invoice", &esppadom::document_of<esppadom::invoice>, &esppadom::field_list<esppadom::invoice>}};

inline constexpr message_document party_block{"party", nullptr, &esppadom::field_list<esppadom::party>};
inline constexpr message_document circumstances_file{"circumstances", nullptr,
                                                     &esppadom::field_list<esppadom::circumstances>};

/// The prefix the documentation uses for a namespace.
constexpr std::string_view prefix_of(esppadom::name_space space) {
  switch (space) {
    case esppadom::name_space::message:
      return "msg";
    case esppadom::name_space::ram:
      return "ram";
    case esppadom::name_space::pie:
      return "pie";
    case esppadom::name_space::qdt:
      return "qdt";
    case esppadom::name_space::none:
      break;
  }
  return "";
}

/// An element's name as the documentation writes it: `ram:TypeCode`.
inline std::string text_of(const esppadom::xml_name& name) {
  return code(std::string(prefix_of(name.space)) + ":" + std::string(name.local));
}

/// The standing of a field, with what is less certain than the field itself.
inline std::string standing_of(const esppadom::field_node& node) {
  std::string out(name_of(node.evidence));
  if (!node.but.about.empty())
    out += "; " + std::string(node.but.about) + " " + std::string(name_of(node.but.evidence));
  return out;
}

}  // namespace docs
