// What two batches of messages do not say alike, in words and as JSON.
#pragma once

#include <string>
#include <vector>

#include "esppadom/exchange/xml.hpp"
#include "esppadom/export.hpp"
#include "esppadom/message/difference.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The messages of a side, of any kind.
struct message_batch {
  std::vector<order> orders;
  std::vector<delivery> deliveries;
  std::vector<invoice> invoices;

  void add(any_message message) {
    if (auto* one = std::get_if<order>(&message)) orders.push_back(std::move(*one));
    if (auto* one = std::get_if<delivery>(&message)) deliveries.push_back(std::move(*one));
    if (auto* one = std::get_if<invoice>(&message)) invoices.push_back(std::move(*one));
  }
};

/// How two batches differ, kind by kind.
struct difference_report {
  batch_difference orders;
  batch_difference deliveries;
  batch_difference invoices;

  [[nodiscard]] bool empty() const { return orders.empty() && deliveries.empty() && invoices.empty(); }
};

ESPPADOM_API difference_report compare_batches(const message_batch& a, const message_batch& b);

/// Whether values that are a person's data are shown.
enum class personal_data : std::uint8_t { hidden, shown };

/// One sentence a difference.
/// Example: "lines[1].billed_quantity (quantité facturable): 1 HUR (60 min) in A, 1.5 HUR (90 min) in B".
ESPPADOM_API std::string write_text(const difference_report& report, language in,
                                    personal_data people = personal_data::hidden);

/// `{"schema": "esppadom/diff/1", "equal": …, "only_in_a": […], "only_in_b": […], "differences": […]}`; in a difference
/// `a` or `b` is null where that side says nothing, and `personal` tells that the values are not shown.
ESPPADOM_API std::string write_json(const difference_report& report, language in,
                                    personal_data people = personal_data::hidden);

}  // namespace esppadom::inline ESPPADOM_ABI
