// What the messages of several files say of each other: orders, visits and invoices given together are compared by the
// identifiers they echo (messages reference, section 1, rules E1 to E5). Nothing is changed and nothing refused; only
// what both sides say is compared, so a batch of visits alone gives one information and no more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/oversight/batch/echo_checks.hpp"
#include "esppadom/oversight/batch/invoice_checks.hpp"
#include "esppadom/oversight/batch/order_checks.hpp"
#include "esppadom/oversight/batch/records.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Collects messages of all kinds, then says what is wrong between them. Keeps about 160 bytes a visit or order of one
/// line (`batch::bytes_per_visit`), 100 bytes an invoice and 90 an invoice line plus 8 a visit it names, and each
/// distinct identifier once with about 16 bytes beside its letters: some 250 MB for a million visits.
///
///     batch_checks together;
///     together.begin_file("orders.xml");
///     for (const auto& message : messages) together.add(message);
///     together.finish(found);
///
/// Given no order, or no delivery, what needs them is one information (ESP-BAT-010, ESP-BAT-020).
class batch_checks {
 public:
  static constexpr std::size_t default_limit = 5'000'000;

  /// Messages beyond `limit` are left out, which is told.
  explicit batch_checks(std::size_t limit = default_limit) : limit_(limit) {}

  /// The messages that follow stand in this file; findings about them carry its name.
  void begin_file(std::string name) {
    files_.push_back(std::move(name));
    index_ = 0;
  }

  void add(const order& message) { add_any(message); }
  void add(const delivery& message) { add_any(message); }
  void add(const invoice& message) { add_any(message); }

  /// How many messages were given so far.
  [[nodiscard]] std::size_t size() const { return count_; }

  /// Calls `each(finding, file, index)`: `file` counts the calls of `begin_file` from 0, `index` the messages of that
  /// file from 1; an index of 0 means that the finding is about the batch.
  void finish(const batch::report& each) {
    const batch::context all(store_, files_, each);
    batch::check_repeated_ids(all);
    batch::check_superseding(all);
    batch::echo_checks(all).run();
    batch::invoice_checks(all).run();
    if (count_ > limit_) all.say(batch_findings::too_many_messages, {std::to_string(limit_)});
  }
  void finish(findings& found) {
    finish([&](finding&& one, std::uint32_t, std::uint32_t) { found.add(std::move(one)); });
  }

 private:
  template <class Message>
  void add_any(const Message& message) {
    if (files_.empty()) files_.emplace_back();
    ++index_;
    if (++count_ > limit_) return;
    store_.add(message, static_cast<std::uint32_t>(files_.size() - 1), index_);
  }

  batch::store store_;
  std::vector<std::string> files_;
  std::uint32_t index_ = 0;
  std::size_t count_ = 0;
  std::size_t limit_;
};

}  // namespace esppadom::inline ESPPADOM_ABI
