// The inputs of billing, as the command line names them: read the same way by every command that bills.
#pragma once

#include "bill_text.hpp"
#include "commands.hpp"
#include "esppadom/bill.hpp"

namespace cli {

/// What the options say, before any file is opened; `writes` = a folder for the results is mandatory. Throws
/// `usage_error`.
esppadom::bill_request bill_request_of(const bill_options& options, bool writes, const speaker& to);

/// Reads rules, ledger, circumstances and messages into the request. Anything but `fine` = nothing may be billed.
outcome read_bill_inputs(const bill_options& options, esppadom::bill_request& request, esppadom::findings& found,
                         read_counts& counts, const speaker& to);

}  // namespace cli
