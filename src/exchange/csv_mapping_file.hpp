// A mapping as its file says it, described like everything else: the JSON reader and the JSON Schema follow from here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/exchange/csv.hpp"
#include "esppadom/exchange/fields.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/holidays.hpp"
#include "esppadom/value/rounding_mode.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

enum class cell_unit : std::uint8_t { seconds, minutes, hours, hundredths, h_mm, h_mm_ss };
enum class cell_aggregate : std::uint8_t { sum, count, min, max };
enum class hours_part : std::uint8_t { day, night, sunday, holiday };
enum class column_use : std::uint8_t { both, read, write };
enum class unknown_code : std::uint8_t { error, keep, empty };
enum class decimal_mark : std::uint8_t { point, comma };

struct mapping_column {
  std::string name;
  std::optional<std::string> path;
  std::optional<std::string> constant;
  std::optional<std::string> format;
  std::optional<cell_unit> unit;
  std::optional<std::int64_t> decimals;
  std::optional<rounding_mode> rounding;
  std::optional<std::string> table;
  std::optional<std::string> when_empty;
  std::optional<bool> required;
  std::optional<std::string> join;
  std::optional<cell_aggregate> aggregate;
  std::optional<hours_part> part;
  std::optional<bool> is_signed;
  std::optional<column_use> use;
  std::optional<std::string> about;
};

struct mapping_filter {
  std::optional<std::string> path;
  std::optional<std::string> column;
  std::optional<std::string> format;
  std::vector<std::string> is;
  std::vector<std::string> is_not;
  std::optional<bool> present;
};

struct mapping_link {
  std::string column;
  std::string of;
};

struct mapping_file {
  std::string name;
  std::optional<csv_separator> separator;
  std::optional<csv_encoding_name> encoding;
  std::optional<bool> byte_order_mark;
  std::optional<csv_line_end> line_end;
  std::optional<csv_quoting> quoting;
  std::optional<bool> guard_formulas;
  std::optional<bool> header;
  std::optional<std::string> dates;
  std::optional<std::string> times;
  std::optional<detail::decimal_mark> decimal_mark;
  std::optional<std::string> rows;
  std::vector<std::string> key;
  std::vector<std::string> line_key;
  std::vector<mapping_link> join_by;
  std::optional<bool> group;
  std::vector<mapping_filter> filters;
  std::vector<mapping_column> columns;
};

struct mapping_table {
  std::vector<std::pair<std::string, std::string>> entries;
  std::optional<unknown_code> otherwise;
};

struct mapping_parameter {
  std::string about;
  std::optional<std::string> value;
};

struct mapping_split {
  std::string night_from;
  std::string night_to;
  std::string holiday_zone;
  std::vector<hours_part> order;
};

struct mapping_document {
  std::string mapping;
  std::string about;
  std::optional<std::string> about_fr;
  std::optional<esppadom::standing> standing;
  std::optional<std::string> source;
  field_subject message = field_subject::delivery;
  std::vector<std::pair<std::string, mapping_parameter>> parameters;
  std::vector<std::pair<std::string, mapping_table>> tables;
  std::vector<std::pair<std::string, std::string>> set;
  std::optional<mapping_split> split_hours;
  std::vector<mapping_file> files;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail

namespace esppadom::inline ESPPADOM_ABI {

template <>
struct enum_names<detail::cell_unit> {
  static constexpr enum_name<detail::cell_unit> items[] = {
      {detail::cell_unit::seconds, "seconds"}, {detail::cell_unit::minutes, "minutes"},
      {detail::cell_unit::hours, "hours"},     {detail::cell_unit::hundredths, "hundredths"},
      {detail::cell_unit::h_mm, "h:mm"},       {detail::cell_unit::h_mm_ss, "h:mm:ss"}};
};
template <>
struct enum_names<detail::cell_aggregate> {
  static constexpr enum_name<detail::cell_aggregate> items[] = {{detail::cell_aggregate::sum, "sum"},
                                                                {detail::cell_aggregate::count, "count"},
                                                                {detail::cell_aggregate::min, "min"},
                                                                {detail::cell_aggregate::max, "max"}};
};
template <>
struct enum_names<detail::hours_part> {
  static constexpr enum_name<detail::hours_part> items[] = {{detail::hours_part::day, "day"},
                                                            {detail::hours_part::night, "night"},
                                                            {detail::hours_part::sunday, "sunday"},
                                                            {detail::hours_part::holiday, "holiday"}};
};
template <>
struct enum_names<detail::column_use> {
  static constexpr enum_name<detail::column_use> items[] = {
      {detail::column_use::both, "both"}, {detail::column_use::read, "read"}, {detail::column_use::write, "write"}};
};
template <>
struct enum_names<detail::unknown_code> {
  static constexpr enum_name<detail::unknown_code> items[] = {{detail::unknown_code::error, "error"},
                                                              {detail::unknown_code::keep, "keep"},
                                                              {detail::unknown_code::empty, "empty"}};
};
template <>
struct enum_names<detail::decimal_mark> {
  static constexpr enum_name<detail::decimal_mark> items[] = {{detail::decimal_mark::point, "."},
                                                              {detail::decimal_mark::comma, ","}};
};

template <>
inline constexpr auto description<detail::mapping_column> = fields(
    field<&detail::mapping_column::name>("titre de la colonne"),
    field<&detail::mapping_column::path>("chemin du champ"),
    field<&detail::mapping_column::constant>("valeur constante"),
    field<&detail::mapping_column::format>("forme d'une date ou heure"),
    field<&detail::mapping_column::unit>("unité d'une durée"),
    field<&detail::mapping_column::decimals>("nombre de décimales"),
    field<&detail::mapping_column::rounding>("arrondi"), field<&detail::mapping_column::table>("table"),
    field<&detail::mapping_column::when_empty>("valeur d'une cellule vide"),
    field<&detail::mapping_column::required>("obligatoire à la lecture"),
    field<&detail::mapping_column::join>("séparateur de plusieurs valeurs"),
    field<&detail::mapping_column::aggregate>("cumul"), field<&detail::mapping_column::part>("part d'une période"),
    field<&detail::mapping_column::is_signed>("négatif pour un avoir"),
    field<&detail::mapping_column::use>("lecture ou écriture seule"),
    field<&detail::mapping_column::about>("explication"));

template <>
inline constexpr auto description<detail::mapping_filter> = fields(
    field<&detail::mapping_filter::path>("chemin du champ"), field<&detail::mapping_filter::column>("colonne"),
    field<&detail::mapping_filter::format>("forme d'une date ou heure"),
    field<&detail::mapping_filter::is>("valeurs gardées"), field<&detail::mapping_filter::is_not>("valeurs écartées"),
    field<&detail::mapping_filter::present>("présent ou absent"));

template <>
inline constexpr auto description<detail::mapping_link> =
    fields(field<&detail::mapping_link::column>("colonne de ce fichier"),
           field<&detail::mapping_link::of>("colonne du premier fichier"));

template <>
inline constexpr auto description<detail::mapping_file> = fields(
    field<&detail::mapping_file::name>("nom du fichier"), field<&detail::mapping_file::separator>("séparateur"),
    field<&detail::mapping_file::encoding>("encodage"), field<&detail::mapping_file::byte_order_mark>("marque UTF-8"),
    field<&detail::mapping_file::line_end>("fin de ligne"), field<&detail::mapping_file::quoting>("guillemets"),
    field<&detail::mapping_file::guard_formulas>("protection contre les formules"),
    field<&detail::mapping_file::header>("ligne de titres"), field<&detail::mapping_file::dates>("forme des dates"),
    field<&detail::mapping_file::times>("forme des heures"),
    field<&detail::mapping_file::decimal_mark>("marque décimale"), field<&detail::mapping_file::rows>("une ligne par"),
    field<&detail::mapping_file::key>("colonnes qui identifient un message"),
    field<&detail::mapping_file::line_key>("colonnes qui identifient une ligne du message"),
    field<&detail::mapping_file::join_by>("jointure avec le premier fichier"),
    field<&detail::mapping_file::group>("lignes cumulées"), field<&detail::mapping_file::filters>("filtres"),
    field<&detail::mapping_file::columns>("colonnes"));

template <>
inline constexpr auto description<detail::mapping_table> =
    fields(field<&detail::mapping_table::entries>("valeur du message → valeur de la colonne"),
           field<&detail::mapping_table::otherwise>("valeur inconnue"));

template <>
inline constexpr auto description<detail::mapping_parameter> =
    fields(field<&detail::mapping_parameter::about>("explication"),
           field<&detail::mapping_parameter::value>("valeur par défaut"));

template <>
inline constexpr auto description<detail::mapping_split> =
    fields(field<&detail::mapping_split::night_from>("début de la nuit"),
           field<&detail::mapping_split::night_to>("fin de la nuit"),
           field<&detail::mapping_split::holiday_zone>("zone des jours fériés"),
           field<&detail::mapping_split::order>("ordre de priorité"));

template <>
inline constexpr auto description<detail::mapping_document> = fields(
    field<&detail::mapping_document::mapping>("nom"), field<&detail::mapping_document::about>("explication"),
    field<&detail::mapping_document::about_fr>("explication en français"),
    field<&detail::mapping_document::standing>("niveau de preuve"), field<&detail::mapping_document::source>("source"),
    field<&detail::mapping_document::message>("message"), field<&detail::mapping_document::parameters>("paramètres"),
    field<&detail::mapping_document::tables>("tables"), field<&detail::mapping_document::set>("valeurs fixes"),
    field<&detail::mapping_document::split_hours>("partage des heures"),
    field<&detail::mapping_document::files>("fichiers"));

}  // namespace esppadom::inline ESPPADOM_ABI
