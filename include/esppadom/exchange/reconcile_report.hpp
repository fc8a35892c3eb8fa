// What a reconciliation says, as JSON and as a table.
#pragma once

#include <string>

#include "esppadom/exchange/plain_table.hpp"
#include "esppadom/export.hpp"
#include "esppadom/oversight/reconciliation.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The canonical JSON (schema esppadom/reconcile/1), indented, with a line end. `found` are all findings, those of
/// reading included. What is unknown is null; times are whole seconds, one that is not whole is rounded half up with
/// its fraction beside it under the same key with "_exact".
ESPPADOM_API std::string write_json(const reconciliation& report, const findings& found, language in);

/// The differences as a table, one a row.
ESPPADOM_API plain_table table_of(const reconciliation& report);

}  // namespace esppadom::inline ESPPADOM_ABI
