// What Java may ask about tables: messages as columns, and CSV by mappings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/exchange/columns.hpp"
#include "esppadom/message/circumstances.hpp"
#include "requests.hpp"

namespace java {

struct table_request {
  std::vector<std::string> paths;
  esppadom::table_rows rows = esppadom::table_rows::visits;
  bool strict = false;
  std::int64_t batch_rows = 65'536;
  esppadom::language language = esppadom::language::french;
};
struct table_column {
  std::string name;
  esppadom::column_type type = esppadom::column_type::text;
  std::string unit;
  std::string label;
};
struct table_state {
  std::vector<table_column> columns;
  bool readable = true;
  std::vector<esppadom::finding_row> findings;
};
/// The buffers of a column as the Arrow columnar format lays them out, little-endian.
struct column_buffers {
  bytes present;
  bytes numbers;
  bytes flags;
  bytes places;
  bytes ends;
  bytes characters;
};
struct table_buffers {
  std::int64_t rows = 0;  ///< 0: the end
  std::vector<column_buffers> columns;
};

// -- CSV --------------------------------------------------------------------------------------------------------------

struct csv_parameter {
  std::string name;
  std::string value;
};
/// A mapping: a document, or without content the name of one that is shipped.
struct csv_choice {
  named_document mapping;
  std::vector<csv_parameter> parameters;
};
struct csv_export_request {
  csv_choice choice;
  std::vector<std::string> paths;
  message_batch messages;
  std::optional<esppadom::circumstances> circumstances;
  esppadom::language language = esppadom::language::french;
};
struct csv_export_result {
  std::vector<named_document> files;
  std::vector<esppadom::finding_row> findings;
};
struct csv_import_request {
  csv_choice choice;
  std::vector<named_document> files;
  esppadom::language language = esppadom::language::french;
};
struct csv_import_result {
  bool readable = true;
  std::vector<esppadom::order> orders;
  std::vector<esppadom::delivery> deliveries;
  std::vector<esppadom::invoice> invoices;
  std::optional<esppadom::circumstances> circumstances;
  std::vector<esppadom::finding_row> findings;
};

struct circumstances_request {
  named_document document;
  esppadom::language language = esppadom::language::french;
};
struct circumstances_result {
  esppadom::circumstances circumstances;
  std::vector<esppadom::finding_row> findings;
};
struct circumstances_text {
  esppadom::circumstances circumstances;
};

}  // namespace java

namespace esppadom::inline ESPPADOM_ABI {

template <>
inline constexpr auto description<java::table_request> = fields(
    field<&java::table_request::paths>("fichiers, dossiers et archives"),
    field<&java::table_request::rows>("ce qu'est une ligne"), field<&java::table_request::strict>("lecture stricte"),
    field<&java::table_request::batch_rows>("lignes d'un bloc"),
    field<&java::table_request::language>("langue des constats"));
template <>
inline constexpr auto description<java::table_column> = fields(field<&java::table_column::name>("nom"),
                                                               field<&java::table_column::type>("type"),
                                                               field<&java::table_column::unit>("unité"),
                                                               field<&java::table_column::label>("libellé"));
template <>
inline constexpr auto description<java::table_state> = fields(field<&java::table_state::columns>("colonnes"),
                                                              field<&java::table_state::readable>("tout a pu être lu"),
                                                              field<&java::table_state::findings>("constats"));
template <>
inline constexpr auto description<java::column_buffers> = fields(
    field<&java::column_buffers::present>("valeurs présentes"), field<&java::column_buffers::numbers>("nombres"),
    field<&java::column_buffers::flags>("booléens"), field<&java::column_buffers::places>("positions"),
    field<&java::column_buffers::ends>("fins des textes"), field<&java::column_buffers::characters>("caractères"));
template <>
inline constexpr auto description<java::table_buffers> = fields(field<&java::table_buffers::rows>("lignes"),
                                                                field<&java::table_buffers::columns>("colonnes"));
template <>
inline constexpr auto description<java::csv_parameter> = fields(field<&java::csv_parameter::name>("nom"),
                                                                field<&java::csv_parameter::value>("valeur"));
template <>
inline constexpr auto description<java::csv_choice> =
    fields(field<&java::csv_choice::mapping>("correspondance ; sans contenu : le nom d'une correspondance fournie"),
           field<&java::csv_choice::parameters>("paramètres"));
template <>
inline constexpr auto description<java::csv_export_request> =
    fields(field<&java::csv_export_request::choice>("correspondance"),
           field<&java::csv_export_request::paths>("fichiers, dossiers et archives"),
           field<&java::csv_export_request::messages>("messages"),
           field<&java::csv_export_request::circumstances>("circonstances"),
           field<&java::csv_export_request::language>("langue des constats"));
template <>
inline constexpr auto description<java::csv_export_result> =
    fields(field<&java::csv_export_result::files>("fichiers"), field<&java::csv_export_result::findings>("constats"));
template <>
inline constexpr auto description<java::csv_import_request> =
    fields(field<&java::csv_import_request::choice>("correspondance"),
           field<&java::csv_import_request::files>("fichiers, dans l'ordre de la correspondance"),
           field<&java::csv_import_request::language>("langue des constats"));
template <>
inline constexpr auto description<java::csv_import_result> = fields(
    field<&java::csv_import_result::readable>("tout a pu être lu"),
    field<&java::csv_import_result::orders>("commandes"), field<&java::csv_import_result::deliveries>("comptes rendus"),
    field<&java::csv_import_result::invoices>("factures"),
    field<&java::csv_import_result::circumstances>("circonstances"),
    field<&java::csv_import_result::findings>("constats"));
template <>
inline constexpr auto description<java::circumstances_request> =
    fields(field<&java::circumstances_request::document>("document JSON"),
           field<&java::circumstances_request::language>("langue des constats"));
template <>
inline constexpr auto description<java::circumstances_result> =
    fields(field<&java::circumstances_result::circumstances>("circonstances"),
           field<&java::circumstances_result::findings>("constats"));
template <>
inline constexpr auto description<java::circumstances_text> =
    fields(field<&java::circumstances_text::circumstances>("circonstances"));

}  // namespace esppadom::inline ESPPADOM_ABI
