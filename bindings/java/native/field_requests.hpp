// What Java may ask about the fields of a message by their paths.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "esppadom/exchange/fields.hpp"
#include "requests.hpp"

namespace java {

struct field_request {
  message_item message;
  std::string path;
};
/// A value as text; none: there is none.
struct field_text {
  std::optional<std::string> value;
};
/// Without a value the field is emptied.
struct field_change {
  message_item message;
  std::string path;
  std::optional<std::string> value;
};
struct changed_message {
  message_item message;
};

struct fields_request {
  esppadom::message_kind kind = esppadom::message_kind::delivery;
};
struct listed_field {
  std::string path;
  std::string type;
  std::string occurrence;
  std::string label;
  std::string standing;
  std::string code_list;
};
struct listed_fields {
  std::vector<listed_field> fields;
};

}  // namespace java

namespace esppadom::inline ESPPADOM_ABI {

template <>
inline constexpr auto description<java::field_request> = fields(field<&java::field_request::message>("message"),
                                                                field<&java::field_request::path>("chemin"));
template <>
inline constexpr auto description<java::field_text> = fields(field<&java::field_text::value>("valeur"));
template <>
inline constexpr auto description<java::field_change> = fields(field<&java::field_change::message>("message"),
                                                               field<&java::field_change::path>("chemin"),
                                                               field<&java::field_change::value>("valeur"));
template <>
inline constexpr auto description<java::changed_message> = fields(field<&java::changed_message::message>("message"));
template <>
inline constexpr auto description<java::fields_request> =
    fields(field<&java::fields_request::kind>("nature du message"));
template <>
inline constexpr auto description<java::listed_field> = fields(
    field<&java::listed_field::path>("chemin, avec [] là où une liste veut un numéro"),
    field<&java::listed_field::type>("nature de la valeur : text, choice, boolean, integer, decimal, amount, price…"),
    field<&java::listed_field::occurrence>("occurrences : 1, 0..1, 0..n ou 1..n"),
    field<&java::listed_field::label>("libellé français"),
    field<&java::listed_field::standing>("fiabilité de ce que l'on sait du champ"),
    field<&java::listed_field::code_list>("liste de codes ; vide : aucune"));
template <>
inline constexpr auto description<java::listed_fields> = fields(field<&java::listed_fields::fields>("champs"));

}  // namespace esppadom::inline ESPPADOM_ABI
