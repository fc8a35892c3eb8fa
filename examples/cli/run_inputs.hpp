// What a run of billing is given on the command line, for commands that look at what it gives.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands.hpp"
#include "esppadom/bill.hpp"
#include "text.hpp"

namespace cli {

/// Files; those that are not given are empty.
struct run_files {
  std::vector<std::string> orders;
  std::vector<std::string> deliveries;
  std::string rules;
  std::string circumstances;
  std::string ledger;
};

/// What was read.
struct run_inputs {
  esppadom::bill_request request;
  outcome end = outcome::fine;
};

/// Reads everything. With a ledger, whether it belongs to the rules is checked too.
run_inputs read_run(const run_files& files, esppadom::findings& found, const speaker& to);

/// A month or a date an option names; none where the text is empty.
std::optional<esppadom::local_month> month_of(std::string_view option, const std::string& text, const speaker& to);
std::optional<esppadom::local_date> date_of(std::string_view option, const std::string& text, const speaker& to);

}  // namespace cli
