// Every kind of finding the library can give, area by area: for the documentation, for severity profiles and for
// whoever looks a code up.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "esppadom/billing/document_findings.hpp"
#include "esppadom/billing/findings.hpp"
#include "esppadom/billing/funding_findings.hpp"
#include "esppadom/billing/stamp_findings.hpp"
#include "esppadom/exchange/archive_findings.hpp"
#include "esppadom/exchange/conformance_findings.hpp"
#include "esppadom/exchange/csv_findings.hpp"
#include "esppadom/exchange/findings.hpp"
#include "esppadom/exchange/json_findings.hpp"
#include "esppadom/exchange/ledger_findings.hpp"
#include "esppadom/message/checks/circumstance_findings.hpp"
#include "esppadom/message/checks/common_findings.hpp"
#include "esppadom/message/checks/invoice_findings.hpp"
#include "esppadom/message/findings.hpp"
#include "esppadom/oversight/calls/findings.hpp"
#include "esppadom/oversight/cpom_findings.hpp"
#include "esppadom/oversight/findings.hpp"
#include "esppadom/oversight/reconciliation_findings.hpp"
#include "esppadom/oversight/statement_findings.hpp"
#include "esppadom/oversight/statistics/findings.hpp"
#include "esppadom/rules/advice_findings.hpp"
#include "esppadom/rules/findings.hpp"
#include "esppadom/rules/question_findings.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The kinds of one area. The title begins with the letters between the hyphens of their codes.
struct finding_area {
  std::string_view title;
  std::string_view about;
  std::span<const finding_kind* const> kinds;
};

inline constexpr std::array finding_areas{
    finding_area{"ESP-XML: files", "What the reader says of the form of a file.", exchange_findings::all},
    finding_area{"ESP-MSG: messages",
                 "What a message says that cannot be right, by itself or beside the others of its file.",
                 message_findings::all},
    finding_area{"ESP-MSG: codes, numbers, visits and orders", "What one message says that is odd or against a list.",
                 message_findings::common},
    finding_area{"ESP-MSG: invoices", "Totals, VAT and references of one invoice.", message_findings::of_invoices},
    finding_area{"ESP-CIR: circumstances",
                 "What circumstances say that cannot be meant, before any visit is looked at.",
                 circumstance_findings::all},
    finding_area{
        "ESP-BAT: messages seen together",
        "What orders, visits and invoices of one batch say of each other. Only given when the batch holds both "
        "sides.",
        batch_findings::all},
    finding_area{"ESP-ARC: archives", "What stands in the way of reading an archive or its entries.",
                 archive_finding_kinds},
    finding_area{"ESP-JSON: JSON texts",
                 "Documents of messages, rule files, circumstances and ledgers. The path is a JSON pointer.",
                 json_finding_kinds},
    finding_area{"ESP-CSV: CSV files and their mappings",
                 "Rows that cannot be read or written. The path of what is wrong with a mapping is a JSON pointer.",
                 csv_finding_kinds},
    finding_area{"ESP-RUL: rule books", "Rules that cannot be applied as they are written.", rul_finding_kinds},
    finding_area{"ESP-RUL: advice on rule books",
                 "Rules that are applied as they are written and that deserve a second look; given by `rules check`.",
                 rul_advice_kinds},
    finding_area{"ESP-RUL: rules that are asked for", "What a rule book does not have of what `rules show` asks it.",
                 rul_question_kinds},
    finding_area{"ESP-BIL: billing", "What billing meets in data that are well formed.", bil_finding_kinds},
    finding_area{"ESP-BIL: funding", "What stands in the way of sharing a price out among its payers.",
                 funding_finding_kinds},
    finding_area{"ESP-BIL: documents, penalties and deadlines",
                 "What billing says of the documents it makes and of what it leaves off them.", document_finding_kinds},
    finding_area{"ESP-LED: ledgers",
                 "What is wrong with the table a ledger begins with, with its parts, and with its seal.",
                 ledger_finding_kinds},
    finding_area{"ESP-BIL: stamps and special cases",
                 "Stamps against schedule, place and each other; visits that depart from the ordinary.",
                 bil_stamp_finding_kinds},
    finding_area{"ESP-REC: reconciliation",
                 "What orders, visits and invoices do not say alike, with both sides, the difference and its likely "
                 "reason.",
                 rec_finding_kinds},
    finding_area{"ESP-STA: statistics", "What statistics say of themselves.", sta_finding_kinds},
    finding_area{"ESP-SFT: kept statements", "What shows that a sealed statement was altered, replaced or lost.",
                 sft_finding_kinds},
    finding_area{"ESP-CAL: calls", "What stands in the way of making visits of the log of a voice server.",
                 cal_finding_kinds},
    finding_area{"ESP-CPO: contracts and grants",
                 "What the statement of a contract (CPOM, dotation) leaves out or doubts.", cpo_finding_kinds},
    finding_area{"ESP-KIT: the conformance kit", "Cases and answers that cannot be understood.",
                 conformance_findings::all}};

/// The kind with that code; null when there is none. Example: "ESP-MSG-001" is the kind of a mandatory value without
/// content.
constexpr const finding_kind* find_finding_kind(std::string_view code) {
  for (const finding_area& area : finding_areas) {
    for (const finding_kind* kind : area.kinds) {
      if (kind->code == code) return kind;
    }
  }
  return nullptr;
}

}  // namespace esppadom::inline ESPPADOM_ABI
