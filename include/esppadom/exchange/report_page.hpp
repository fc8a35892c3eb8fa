// A page of HTML for people who manage: key figures, tables that sort, search and download as CSV, and charts. One file
// that needs nothing else, no network included; without its script it reads the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/bill.hpp"
#include "esppadom/exchange/plain_table.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

enum class chart_shape : std::uint8_t { bar, line };

/// One row of marks. Values are decimal numbers as texts, one a label; empty where there is none.
struct chart_series {
  std::string label;
  std::vector<std::string> values;
  bool limit = false;  ///< a dashed line, for a ceiling
};

/// What it shows stands in a table as well: readers who do not see it miss nothing.
struct page_chart {
  std::string about;  ///< for readers who do not see it
  chart_shape shape = chart_shape::bar;
  cell_kind kind = cell_kind::number;  ///< of the values: percent, amount in euros, seconds shown as hours, number
  bool stacked = false;
  std::vector<std::string> labels;
  std::vector<chart_series> series;
};

/// A table with what belongs to it.
struct page_section {
  std::string id;     ///< ASCII letters, digits and hyphens; names its CSV file
  std::string title;  ///< of the reader's language, as all texts of a page
  std::string about;
  plain_table table;
  std::vector<std::string> titles;       ///< one a column; empty = the column's French label or its key
  std::vector<std::size_t> conspicuous;  ///< rows that need attention
  std::optional<page_chart> chart;
};

struct page_figure {
  std::string label;
  std::string value;
  bool conspicuous = false;
};

struct report_page {
  std::string title;
  std::string subtitle;
  std::string file;  ///< stem of the names of CSV files
  std::vector<page_figure> figures;
  std::vector<page_section> sections;
};

/// The page in one language. The bytes depend on nothing else.
ESPPADOM_API std::string write_html(const report_page& page, language in);

/// What a manager asks of a month: key figures, correction rates by provider against the ceiling of the rules, use of
/// plans, hours carried over, who pays, what was not billed and why, penalties, findings by kind. `found` are all
/// findings of the run, those of reading included. Beneficiaries stand under their identifiers, never under names.
ESPPADOM_API report_page month_report(const bill_request& request, const bill_result& result, const findings& found,
                                      language in);

}  // namespace esppadom::inline ESPPADOM_ABI
