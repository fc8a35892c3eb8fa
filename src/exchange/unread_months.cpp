#include <algorithm>
#include <array>

#include "esppadom/bill.hpp"
#include "esppadom/billing/findings.hpp"
#include "esppadom/exchange/findings.hpp"
#include "esppadom/exchange/inputs.hpp"
#include "esppadom/exchange/json_findings.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

namespace kinds = exchange_findings;

bool leaves_messages_out(const findings& found) {
  const std::array codes{kinds::malformed.code, kinds::cut_short.code,  kinds::too_large.code,
                         kinds::too_deep.code,  kinds::other_kind.code, kinds::unbalanced.code};
  const auto leaves_out = [&](const finding_kind* kind) {
    if (!kind) return false;
    const bool whole = kind->code.starts_with("ESP-JSON-") || kind->code.starts_with("ESP-ARC-");
    if (whole && kind->level != severity::info) return kind->code != json_kept_key.code;
    return std::find(codes.begin(), codes.end(), kind->code) != codes.end();
  };
  return std::any_of(found.items().begin(), found.items().end(),
                     [&](const auto& one) { return leaves_out(one.kind); }) ||
         std::any_of(found.dropped().begin(), found.dropped().end(),
                     [&](const auto& one) { return leaves_out(one.kind); });
}

}  // namespace

bool refuse_unread(const bill_request& asked, findings& found) {
  if (asked.complete.empty() || !leaves_messages_out(found)) return false;
  for (const auto& month : asked.complete)
    found.add(bil_complete_unread, {}, {month.provider});
  return true;
}

}  // namespace esppadom::inline ESPPADOM_ABI
