// Fields of a message by path.

#include "esppadom/exchange/fields.hpp"

#include <string>
#include <utility>

#include "operations.hpp"
#include "support.hpp"

namespace java {

using esppadom::error_code;
using esppadom::field_selector;
using esppadom::field_subject;

namespace {

/// Calls `each` with the message that was given and the path in it.
template <class Item, class Each>
outcome at_path(Item& message, const std::string& path, Each each) {
  const auto in = [&](auto& one, field_subject subject) -> outcome {
    std::string wrong;
    field_selector where;
    const auto code = field_selector::compile(subject, path, &wrong).get(where);
    if (code != error_code::success) return because(code, wrong.empty() ? path : wrong);
    return each(one, where);
  };
  if (message.order) return in(*message.order, field_subject::order);
  if (message.delivery) return in(*message.delivery, field_subject::delivery);
  if (message.invoice) return in(*message.invoice, field_subject::invoice);
  return because(error_code::missing, "message");
}

field_subject subject_of(esppadom::message_kind kind) {
  if (kind == esppadom::message_kind::order) return field_subject::order;
  return kind == esppadom::message_kind::delivery ? field_subject::delivery : field_subject::invoice;
}

}  // namespace

outcome field_of(const field_request& asked, field_text& answer) {
  return at_path(asked.message, asked.path, [&](const auto& message, const field_selector& where) -> outcome {
    esppadom::field_value found;
    const auto code = get_field(message, where).get(found);
    if (code != error_code::success) return because(code, asked.path);
    if (has_value(found)) answer.value = to_string(found);
    return std::nullopt;
  });
}

outcome change_field(const field_change& asked, changed_message& answer) {
  answer.message = asked.message;
  return at_path(answer.message, asked.path, [&](auto& message, const field_selector& where) -> outcome {
    esppadom::field_value value;
    auto code = error_code::success;
    if (asked.value) code = esppadom::parse_field_value(where.type(), *asked.value).get(value);
    if (code == error_code::success) code = set_field(message, where, value);
    if (code != error_code::success) return because(code, asked.path);
    return std::nullopt;
  });
}

outcome list_fields(const fields_request& asked, listed_fields& answer) {
  for (const auto& one : esppadom::list_fields(subject_of(asked.kind))) {
    answer.fields.push_back({one.path, std::string(name_of(one.type)), std::string(one.occurrence),
                             std::string(one.label), std::string(name_of(one.evidence)), std::string(one.code_list)});
  }
  return std::nullopt;
}

}  // namespace java
