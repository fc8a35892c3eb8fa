// Bills, and explains: every amount and every second of the visits that are asked for, as a tree of steps.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "esppadom/bill.hpp"
#include "esppadom/bill/document_explanation.hpp"
#include "esppadom/bill/explain_document_labels.hpp"
#include "esppadom/bill/explain_labels.hpp"
#include "esppadom/bill/explanation.hpp"
#include "esppadom/bill/linkage.hpp"
#include "esppadom/bill/wanted_visit.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a run gives, and the explanation of the visits that were wanted, by provider and delivery, and of the
/// documents.
struct explained_bill {
  bill_result result;
  std::vector<explanation> visits;
  std::vector<document_explanation> documents;
};

/// Bills as `bill` does, with the same result, and explains the visits for which `wanted` is true: all that was
/// computed for them, step by step, with the rule set each parameter comes from; what is decided with other visits (the
/// rest of a plan, the cents of a line) with what these come to. A visit that is not billed is explained as far as it
/// came. Visits that nobody wants cost nothing; a run that explains nothing is `bill`. `documents` says which documents
/// of the run are explained, from their lines to what is due.
ESPPADOM_CHAIN explained_bill bill_and_explain(const bill_request& request, const wanted_visit& wanted,
                                               const wanted_document& documents = {});

/// The explanations of the visits with that identifier: one for each provider that uses it, none when it is unknown.
ESPPADOM_CHAIN std::vector<explanation> explain(const bill_request& request, std::string_view delivery);

/// The explanation of the document of the run with that identifier; none when the run issues no such document.
ESPPADOM_CHAIN std::optional<document_explanation> explain_document(const bill_request& request, std::string_view id);

}  // namespace esppadom::inline ESPPADOM_ABI

#if ESPPADOM_CHAIN_IS_INLINE
#include "esppadom/bill/explain_run.hpp"
#endif
