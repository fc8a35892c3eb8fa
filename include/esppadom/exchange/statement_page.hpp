// A statement of service rendered for people to read, sign and file: one page of HTML beside the JSON that is kept.
#pragma once

#include <string>

#include "esppadom/exchange/statements.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// One self-contained page without script: the visits, the sums by payer, the seal and the day until which the document
/// is kept. It shows what the JSON holds and proves nothing by itself: the sealed document is the JSON.
ESPPADOM_API std::string write_html(const sealed_service_fait& statement, language in);

}  // namespace esppadom::inline ESPPADOM_ABI
