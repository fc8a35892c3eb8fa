// The envelope of a document in JSON.
#pragma once

#include "esppadom/exchange/xml.hpp"
#include "esppadom/message/description.hpp"

namespace esppadom::inline ESPPADOM_ABI {

template <>
inline constexpr auto description<namespace_binding> = fields(field<&namespace_binding::prefix>("préfixe"),
                                                              field<&namespace_binding::uri>("URI"));

template <>
inline constexpr auto description<root_attribute> = fields(field<&root_attribute::name>("nom"),
                                                           field<&root_attribute::value>("valeur"));

template <>
inline constexpr auto description<xml_layout> = fields(field<&xml_layout::messages_on_lines>("un message par ligne"),
                                                       field<&xml_layout::elements_on_lines>("un élément par ligne"),
                                                       field<&xml_layout::first>("premier retrait"),
                                                       field<&xml_layout::step>("retrait suivant"),
                                                       field<&xml_layout::root_end>("retrait de la fin"));

template <>
inline constexpr auto description<envelope> = fields(field<&envelope::wrapped>("enveloppe présente"),
                                                     field<&envelope::version_id>("version"),
                                                     field<&envelope::namespaces>("espaces de noms"),
                                                     field<&envelope::attributes>("attributs de la racine"),
                                                     field<&envelope::prolog>("avant la racine"),
                                                     field<&envelope::layout>("mise en page"));

namespace detail {

/// What only the end of a document tells.
struct document_end {
  std::string last;
  std::string root_end;
  std::string epilog;

  bool empty() const { return last.empty() && root_end.empty() && epilog.empty(); }
};

}  // namespace detail

template <>
inline constexpr auto description<detail::document_end> =
    fields(field<&detail::document_end::last>("avant la fin de la racine"),
           field<&detail::document_end::root_end>("retrait de la fin"),
           field<&detail::document_end::epilog>("après la racine"));

}  // namespace esppadom::inline ESPPADOM_ABI
