#include "esppadom/exchange/report_page.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "esppadom/exchange/value_format.hpp"
#include "esppadom/library.hpp"
#include "exchange/html.hpp"
#include "exchange/json_writer.hpp"
#include "exchange/report_files.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

using namespace detail;

// What the page says around its content.
struct page_words {
  std::string_view locale;
  std::string_view skip;
  std::string_view contents;
  std::string_view empty;
  std::string_view csv;
  std::string_view all;
  std::string_view search;
  std::string_view length;
  std::string_view info;
  std::string_view info_none;
  std::string_view info_found;
  std::string_view nothing_found;
  std::string_view sort;
  std::string_view sort_back;
  std::string_view unsort;
  std::string_view first;
  std::string_view previous;
  std::string_view next;
  std::string_view last;
  std::string_view footer;
};

constexpr page_words english{"en-GB",
                             "Skip to the content",
                             "Contents",
                             "Nothing to show.",
                             "Download as CSV",
                             "All",
                             "Search: ",
                             "_MENU_ rows a page",
                             "_START_ to _END_ of _TOTAL_",
                             "0 of 0",
                             "(of _MAX_ in all)",
                             "No row matches.",
                             ": sort upwards",
                             ": sort downwards",
                             ": back to the order of the report",
                             "First",
                             "Previous",
                             "Next",
                             "Last",
                             "Made by libesppadom {0}. This page is one file; it loads and sends nothing."};

constexpr page_words french{
    "fr-FR",
    "Aller au contenu",
    "Sommaire",
    "Rien à montrer.",
    "Télécharger en CSV",
    "Toutes",
    "Rechercher : ",
    "_MENU_ lignes par page",
    "_START_ à _END_ sur _TOTAL_",
    "0 sur 0",
    "(sur _MAX_ au total)",
    "Aucune ligne ne correspond.",
    " : trier en ordre croissant",
    " : trier en ordre décroissant",
    " : revenir à l'ordre du rapport",
    "Première",
    "Précédente",
    "Suivante",
    "Dernière",
    "Produit par libesppadom {0}. Cette page est un seul fichier ; elle ne charge ni n'envoie rien."};

const page_words& words_of(language in) { return in == language::french ? french : english; }

class page_writer {
 public:
  page_writer(const report_page& page, language in) : page_(page), format_(in), words_(words_of(in)) {}

  std::string text() && {
    head();
    body();
    out_ += "</html>\n";
    return std::move(out_);
  }

 private:
  void head() {
    out_ += "<!doctype html>\n<html lang=\"";
    out_ += format_.french() ? "fr" : "en";
    out_ +=
        "\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'; img-src data:\">\n<title>" +
        html_text(page_.title) + "</title>\n<style>\n";
    add_parts(report_style());
    out_ += "</style>\n</head>\n";
  }

  void body() {
    out_ += "<body>\n<a class=\"skip\" href=\"#content\">" + html_text(words_.skip) + "</a>\n<header>\n<h1>" +
            html_text(page_.title) + "</h1>\n<p>" + html_text(page_.subtitle) + "</p>\n";
    contents();
    out_ += "</header>\n<main id=\"content\">\n";
    figures();
    for (const auto& one : page_.sections)
      section(one);
    std::string footer(words_.footer);
    footer.replace(footer.find("{0}"), 3, library_version());
    out_ += "</main>\n<footer><p>" + html_text(footer) + "</p></footer>\n";
    scripts();
    out_ += "</body>\n";
  }

  void contents() {
    out_ += "<nav aria-label=\"" + html_text(words_.contents) + "\"><ul>\n";
    for (const auto& one : page_.sections)
      out_ += "<li><a href=\"#" + html_text(one.id) + "\">" + html_text(one.title) + "</a></li>\n";
    out_ += "</ul></nav>\n";
  }

  void figures() {
    if (page_.figures.empty()) return;
    out_ += "<dl class=\"figures\">\n";
    for (const auto& one : page_.figures) {
      out_ += one.conspicuous ? "<div class=\"alert\"><dt>" : "<div><dt>";
      out_ += html_text(one.label) + "</dt><dd>" + html_text(one.value) + "</dd></div>\n";
    }
    out_ += "</dl>\n";
  }

  void section(const page_section& one) {
    out_ += "<section id=\"" + html_text(one.id) + "\">\n<h2>" + html_text(one.title) + "</h2>\n";
    if (!one.about.empty()) out_ += "<p class=\"about\">" + html_text(one.about) + "</p>\n";
    if (one.table.rows.empty()) {
      out_ += "<p class=\"empty\">" + html_text(words_.empty) + "</p>\n";
    } else {
      if (one.chart) {
        out_ += "<figure><canvas id=\"chart-" + html_text(one.id) + "\" role=\"img\" aria-label=\"" +
                html_text(one.chart->about) + "\"></canvas></figure>\n";
      }
      table(one);
    }
    out_ += "</section>\n";
  }

  std::string title_of(const page_section& one, std::size_t column) const {
    if (column < one.titles.size()) return one.titles[column];
    const auto& of = one.table.columns[column];
    return format_.french() ? of.label : of.key;
  }

  void table(const page_section& one) {
    out_ += "<table class=\"rows\" id=\"" + html_text(page_.file.empty() ? one.id : "table-" + one.id) +
            "\">\n<caption>" + html_text(one.title) + "</caption>\n<thead><tr>";
    for (std::size_t i = 0; i < one.table.columns.size(); ++i) {
      const auto& column = one.table.columns[i];
      out_ += column.kind == cell_kind::text ? "<th scope=\"col\"" : "<th scope=\"col\" class=\"number\"";
      out_ += " data-key=\"" + html_text(column.key) + "\">" + html_text(title_of(one, i)) + "</th>";
    }
    out_ += "</tr></thead>\n<tbody>\n";
    for (std::size_t row = 0; row < one.table.rows.size(); ++row) {
      const bool alert = std::find(one.conspicuous.begin(), one.conspicuous.end(), row) != one.conspicuous.end();
      out_ += alert ? "<tr class=\"alert\">" : "<tr>";
      for (std::size_t i = 0; i < one.table.columns.size(); ++i)
        cell(one.table.rows[row][i], one.table.columns[i].kind);
      out_ += "</tr>\n";
    }
    out_ += "</tbody>\n</table>\n";
  }

  // What is sorted and exported is the canonical text, what is read the formatted one.
  void cell(const std::string& value, cell_kind kind) {
    if (kind == cell_kind::text) {
      out_ += "<td>" + html_text(value) + "</td>";
      return;
    }
    const std::string safe = html_text(value);
    out_ += "<td class=\"number\" data-order=\"" + (value.empty() ? std::string("-1e300") : safe) + "\" data-value=\"" +
            safe + "\">" + html_text(value.empty() ? "–" : shown_cell(value, kind, format_)) + "</td>";
  }

  void scripts() {
    out_ += "<script type=\"application/json\" id=\"page-data\">";
    page_data();
    out_ += "</script>\n";
    for (const auto& script : report_scripts()) {
      out_ += "<script>\n";
      add_parts(script);
      out_ += "\n</script>\n";
    }
  }

  void page_data() {
    std::string json;
    json_writer to(json, json_layout::compact);
    const auto put = [&](std::string_view key, std::string_view value) {
      to.key(key);
      to.string(value);
    };
    to.begin_object();
    put("file", page_.file);
    put("locale", words_.locale);
    to.key("tables");
    to.begin_object();
    put("csv", words_.csv);
    put("all", words_.all);
    put("search", words_.search);
    put("lengthMenu", words_.length);
    put("info", words_.info);
    put("infoEmpty", words_.info_none);
    put("infoFiltered", words_.info_found);
    put("zeroRecords", words_.nothing_found);
    put("thousands", format_.french() ? " " : ",");
    put("decimal", format_.french() ? "," : ".");
    to.key("aria");
    to.begin_object();
    put("orderable", words_.sort);
    put("orderableReverse", words_.sort_back);
    put("orderableRemove", words_.unsort);
    to.key("paginate");
    to.begin_object();
    put("first", words_.first);
    put("previous", words_.previous);
    put("next", words_.next);
    put("last", words_.last);
    to.end_object();
    to.end_object();
    to.end_object();
    to.key("charts");
    to.begin_array();
    for (const auto& one : page_.sections) {
      if (one.chart && !one.table.rows.empty()) chart(to, one);
    }
    to.end_array();
    to.end_object();
    // Inside a script element only the end of the element has a meaning.
    for (const char c : json)
      out_ += c == '<' ? std::string("\\u003c") : std::string(1, c);
  }

  static void chart(json_writer& to, const page_section& section) {
    const auto& one = *section.chart;
    to.begin_object();
    to.key("canvas");
    to.string("chart-" + section.id);
    to.key("shape");
    to.string(one.shape == chart_shape::bar ? "bar" : "line");
    to.key("kind");
    to.string(name_of(one.kind));
    to.key("stacked");
    to.raw(one.stacked ? "true" : "false");
    to.key("labels");
    to.begin_array();
    for (const auto& label : one.labels)
      to.string(label);
    to.end_array();
    to.key("series");
    to.begin_array();
    for (const auto& series : one.series) {
      to.begin_object();
      to.key("label");
      to.string(series.label);
      to.key("limit");
      to.raw(series.limit ? "true" : "false");
      to.key("values");
      to.begin_array();
      for (const auto& value : series.values)
        to.raw(value.empty() ? "null" : value);
      to.end_array();
      to.end_object();
    }
    to.end_array();
    to.end_object();
  }

  void add_parts(file_parts parts) {
    for (const auto& part : parts)
      out_ += part;
  }

  const report_page& page_;
  value_format format_;
  const page_words& words_;
  std::string out_;
};

}  // namespace

std::string write_html(const report_page& page, language in) { return page_writer(page, in).text(); }

}  // namespace esppadom::inline ESPPADOM_ABI
