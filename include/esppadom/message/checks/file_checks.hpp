// What shows when the messages of one file are seen together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/message/checks/official_numbers.hpp"
#include "esppadom/message/delivery.hpp"
#include "esppadom/message/findings.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/message/order.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What shows, or is worth saying once, when the messages of one file are seen together: several transaction numbers, a
/// document number used twice, a provider's SIRET with a wrong check digit. Keeps about 32 bytes a document. HOR never
/// replaces a message, so it may repeat a number.
///
///     file_checks together;
///     for (const auto& message : messages) together.add(message, found);
///     together.finish(found);
class file_checks {
 public:
  void add(const delivery& message, findings& found) {
    transactions_.insert(message.transaction_id);
    if (!message.is_stamp_only()) add_id(message.delivery_id, "delivery_id", found);
    add_siret(message.delivery_id, message.provider, found);
  }
  void add(const order& message, findings& found) {
    transactions_.insert(message.transaction_id);
    add_id(message.order_id, "order_id", found);
    add_siret(message.order_id, message.provider, found);
  }
  void add(const invoice& message, findings& found) {
    transactions_.insert(message.transaction_id);
    add_id(message.invoice_id, "invoice_id", found);
    add_siret(message.invoice_id, message.provider, found);
  }

  void finish(findings& found) const {
    if (transactions_.size() < 2) return;
    finding out;
    out.kind = &message_findings::several_transactions;
    out.arguments = {std::to_string(transactions_.size())};
    found.add(std::move(out));
  }

 private:
  // A set of 128-bit digests of texts: two texts with one digest are not to be expected.
  class digests {
   public:
    /// False when the text is there already.
    bool insert(std::string_view text) {
      if ((count_ + 1) * 4 > slots_.size() * 3) grow();
      return place(slots_, digest_of(text), count_);
    }
    [[nodiscard]] std::size_t size() const { return count_; }

   private:
    struct digest {
      std::uint64_t low = 0;
      std::uint64_t high = 0;
      friend constexpr bool operator==(const digest&, const digest&) = default;
    };

    static constexpr std::uint64_t mixed(std::uint64_t value) {
      value ^= value >> 33U;
      value *= 0xFF51AFD7ED558CCDU;
      value ^= value >> 33U;
      value *= 0xC4CEB9FE1A85EC53U;
      return value ^ value >> 33U;
    }
    static constexpr digest digest_of(std::string_view text) {
      std::uint64_t low = 0xCBF29CE484222325U;  // FNV-1a, twice with different factors
      std::uint64_t high = 0x9E3779B97F4A7C15U;
      for (const char c : trimmed(text)) {
        const auto byte = static_cast<unsigned char>(c);
        low = (low ^ byte) * 0x100000001B3U;
        high = (high ^ byte) * 0xD6E8FEB86659FD93U;
      }
      return {mixed(low), mixed(high ^ low) | 1U};  // never the empty slot
    }
    static bool place(std::vector<digest>& slots, const digest& one, std::size_t& count) {
      for (std::size_t at = one.low & (slots.size() - 1);; at = (at + 1) & (slots.size() - 1)) {
        if (slots[at] == one) return false;
        if (slots[at] == digest{}) {
          slots[at] = one;
          ++count;
          return true;
        }
      }
    }
    void grow() {
      std::vector<digest> larger(slots_.empty() ? 16 : slots_.size() * 2);
      std::size_t count = 0;
      for (const auto& one : slots_) {
        if (one != digest{}) place(larger, one, count);
      }
      slots_ = std::move(larger);
    }

    std::vector<digest> slots_;
    std::size_t count_ = 0;
  };

  void add_id(std::string_view id, std::string_view path, findings& found) {
    if (trimmed(id).empty() || ids_.insert(id)) return;
    finding out;
    out.kind = &message_findings::duplicate_id;
    out.path = path;
    out.document = id;
    out.arguments = {std::string(id)};
    found.add(std::move(out));
  }

  void add_siret(std::string_view document, const party& provider, findings& found) {
    const std::string_view siret = provider.siret ? trimmed(*provider.siret) : std::string_view{};
    if (!is_siret_form(siret) || is_siret_key(siret) || !sirets_.insert(siret)) return;
    finding out;
    out.kind = &message_findings::siret_key;
    out.document = document;
    out.path = "provider.siret";
    out.arguments = {"provider"};
    found.add(std::move(out));
  }

  digests ids_;
  digests transactions_;
  digests sirets_;
};

}  // namespace esppadom::inline ESPPADOM_ABI
