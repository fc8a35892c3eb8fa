// What a run of billing is asked.
#pragma once

#include <string>
#include <vector>

#include "esppadom/bill/increment.hpp"
#include "esppadom/billing/issue_stage.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/rules/rule_book.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// With what documents are issued.
struct issue {
  local_time issued_at;
  std::string transaction_id;
  issue_stage stage = issue_stage::final;
  std::vector<std::string> validated{};  ///< providers that validated their pro forma (`invoicing.pro_forma`)
};

/// What a run is asked. Everything that matters is here: no clock, no file, no setting elsewhere.
struct bill_request {
  increment messages;
  circumstances given;
  rule_book rules;
  local_month month;  ///< billed with every earlier month that changes
  local_date as_of;   ///< orders issued later are not known
  issue with;
  ledger before;
  std::vector<complete_month> complete;
};

}  // namespace esppadom::inline ESPPADOM_ABI
