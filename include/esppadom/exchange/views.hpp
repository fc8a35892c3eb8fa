// Views of messages: the keyed hash behind pseudonyms, small groups of tables, and the report of what was removed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/exchange/plain_table.hpp"
#include "esppadom/exchange/xml.hpp"
#include "esppadom/export.hpp"
#include "esppadom/oversight/views/reduce.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The shortest key: 128 bits.
inline constexpr std::size_t shortest_view_key = 16;

/// HMAC-SHA-256 (RFC 2104) as 64 lower-case hexadecimal digits. Errors: those of `sha256_hex`.
/// Example: key "Jefe", "what do ya want for nothing?" →
/// "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843".
ESPPADOM_API result<std::string> hmac_sha256_hex(std::string_view key, std::string_view bytes);

/// The keyed hash of a view: HMAC-SHA-256 of the domain, a zero byte and the value. The key is kept in the function and
/// nowhere else. Errors: out_of_range for a key shorter than `shortest_view_key`; those of `sha256_hex`.
ESPPADOM_API result<keyed_hash> keyed_hash_with(std::string_view key);

/// Who asks to see messages, and of whom they are.
struct view_question {
  view_role role = view_role::statistician;
  view_scope scope;
  std::string key;          ///< of the pseudonyms; for roles that see any
  bool keep_dates = false;  ///< of a role whose dates would be shifted
};

/// Reduces messages one by one (oversight/views/reduce.hpp) and counts what it removed.
class message_viewer {
 public:
  /// Errors: missing for a provider, a beneficiary or a key that the role needs; those of `keyed_hash_with`.
  ESPPADOM_API static result<message_viewer> of(const view_question& asked);

  /// Counts of whom a message speaks: once for each message, before any is seen, where small groups are to be left out.
  ESPPADOM_API void count(const any_message& message);

  /// From now on leaves out the messages of groups in which fewer than `k` beneficiaries were counted: those of one
  /// kind, provider and service, with the next smallest as `small_groups` has it. A message that speaks of several
  /// services is left out with any of them, and one that was not counted with all. Errors: out_of_range for k < 2.
  /// Example: visits of service A to 40 people and of service B to 2, k = 5 → none: the 2 could be told from the total.
  ESPPADOM_API error_code leave_out_groups_below(std::int64_t k);

  /// The message as the role may see it; none where it may not. Example: of another provider than that of the scope.
  ESPPADOM_API std::optional<any_message> see(any_message message);

  [[nodiscard]] const view& with() const { return with_; }
  [[nodiscard]] const view_report& report() const { return report_; }

 private:
  view with_;
  view_scope scope_;
  keyed_hash hash_;
  view_report report_;
  std::map<std::string, std::set<std::string>> groups_;  ///< beneficiaries by kind, provider and service
  std::optional<std::set<std::string>> shown_;           ///< groups that are large enough; none: all are
};

/// Which groups of these sizes are to be left out: those of fewer than `k` (0 excepted), and the next smallest with
/// them until at least two and `k` people are missing. Examples, k = 5: 1, 7, 9, 40 → the first two; 1, 1, 40 → all.
ESPPADOM_API std::vector<bool> small_groups(std::span<const std::int64_t> sizes, std::int64_t k);

/// A table without its small groups.
struct suppressed_table {
  plain_table table;
  std::int64_t suppressed = 0;  ///< rows that were left out
};

/// Leaves out the rows whose `column` counts fewer than `k` (0 excepted: nobody is in it), as groups of so few can be
/// told apart, with the next smallest as `small_groups` has it, or a known total would give them away. A cell that is
/// no number counts as small. Errors: unknown_name for a column the table has not; out_of_range for k < 2. Example:
/// rows of 1, 7, 9, 40 and k = 5 → 9 and 40.
ESPPADOM_API result<suppressed_table> suppress_small_groups(const plain_table& table, std::string_view column,
                                                            std::int64_t k);

/// The canonical JSON (schema esppadom/view/1), indented, with a line end: the role, how many messages were kept, and
/// how often what was removed.
ESPPADOM_API std::string write_json(const view& with, const view_report& report);

}  // namespace esppadom::inline ESPPADOM_ABI
