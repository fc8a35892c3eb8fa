// The statement of a contract as JSON and as tables.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "esppadom/bill/cpom.hpp"
#include "esppadom/exchange/plain_table.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What is left open: the months in which documents were billed. An empty text leaves nobody out.
struct cpom_question {
  std::optional<local_month> from;
  std::optional<local_month> to;
  std::string funder;
  std::string provider;
};

/// The statement of the contracts of a ledger under its rule book (bill/cpom.hpp); its findings are in `found` too.
/// Errors: conflict when the ledger does not belong to the rules; `found` says why.
ESPPADOM_API result<cpom_statement> cpom_of(const ledger& facts, const rule_book& book, const cpom_question& asked,
                                            findings& found);

/// The canonical JSON (schema esppadom/cpom/1), indented, with a line end: contracts, months, rows, and all findings.
ESPPADOM_API std::string write_json(const cpom_statement& statement, const findings& found, language in);

/// The rows, the months or the contracts of a statement as a table.
ESPPADOM_API plain_table table_of(std::span<const cpom_row> rows);
ESPPADOM_API plain_table table_of(std::span<const cpom_month> months);
ESPPADOM_API plain_table table_of(std::span<const cpom_contract> contracts);

}  // namespace esppadom::inline ESPPADOM_ABI
