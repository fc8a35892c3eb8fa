// Messages and their fields.

#include <array>

#include "esppadom/exchange/describe.hpp"
#include "esppadom/exchange/fields.hpp"
#include "esppadom/message/checks.hpp"
#include "handles.hpp"

using namespace c_api;

namespace {

using esppadom::any_message;
using esppadom::field_selector;
using esppadom::field_subject;

static_assert(static_cast<int>(field_subject::invoice) == ESPPADOM_INVOICE);

problem new_message(std::int32_t kind, any_message& out) {
  switch (kind) {
    case ESPPADOM_ORDER:
      out = esppadom::order();
      return none();
    case ESPPADOM_DELIVERY:
      out = esppadom::delivery();
      return none();
    case ESPPADOM_INVOICE:
      out = esppadom::invoice();
      return none();
    default:
      return because(esppadom::error_code::unknown_name, "kind");
  }
}

field_subject subject_of(const any_message& message) { return static_cast<field_subject>(message.index()); }

using compiler = esppadom::result<field_selector> (*)(field_subject, std::string_view, std::string*);

/// A path, checked, and its indexes.
struct place {
  field_selector path;
  std::vector<std::size_t> at;
};

problem place_of(const any_message& message, esppadom_path given, compiler compile, place& out) {
  ESPPADOM_C_NEED_VIEW(given.text);
  if (given.at == nullptr && given.at_size != 0) return null_argument("path.at");
  std::string wrong;
  const auto path = compile(subject_of(message), text_of(given.text), &wrong);
  if (!path) return because(path.error(), wrong.empty() ? std::string(text_of(given.text)) : wrong);
  out.path = *path;
  for (std::uint64_t i = 0; i < given.at_size; ++i)
    out.at.push_back(static_cast<std::size_t>(given.at[i]));
  return none();
}

problem put(any_message& message, const place& where, const esppadom::field_value& value) {
  return std::visit([&](auto& one) { return because(set_field(one, where.path, value, where.at), where.path.text()); },
                    message);
}

const std::vector<esppadom::field_info>* fields_of(std::int32_t kind) {
  static const std::array<std::vector<esppadom::field_info>, 3> all{
      list_fields(field_subject::order), list_fields(field_subject::delivery), list_fields(field_subject::invoice)};
  return kind >= ESPPADOM_ORDER && kind <= ESPPADOM_INVOICE ? &all.at(static_cast<std::size_t>(kind)) : nullptr;
}

}  // namespace

extern "C" {

esppadom_status esppadom_message_new(int32_t kind, esppadom_message** message, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(message);
    auto made = std::make_unique<esppadom_message>();
    ESPPADOM_C_TRY(new_message(kind, made->content));
    return give(std::move(made), message);
  });
}

esppadom_status esppadom_message_copy(const esppadom_message* message, esppadom_message** copy,
                                      esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(message);
    ESPPADOM_C_NEED(copy);
    return give(std::make_unique<esppadom_message>(*message), copy);
  });
}

void esppadom_message_free(esppadom_message* message) { delete message; }

int32_t esppadom_message_kind(const esppadom_message* message) {
  return message == nullptr ? -1 : static_cast<int32_t>(message->content.index());
}

int32_t esppadom_message_equal(const esppadom_message* a, const esppadom_message* b) {
  return a != nullptr && b != nullptr && a->content == b->content ? 1 : 0;
}

esppadom_status esppadom_message_get(const esppadom_message* message, esppadom_path path, esppadom_text* value,
                                     int32_t* present, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(message);
    ESPPADOM_C_NEED(value);
    place where;
    ESPPADOM_C_TRY(place_of(message->content, path, &field_selector::compile, where));
    const auto found =
        std::visit([&](const auto& one) { return get_field(one, where.path, where.at); }, message->content);
    if (!found) return because(found.error(), where.path.text());
    const bool there = has_value(*found);
    ESPPADOM_C_TRY(give(there ? to_string(*found) : std::string(), value));
    if (present != nullptr) *present = there ? 1 : 0;
    return none();
  });
}

esppadom_status esppadom_message_set(esppadom_message* message, esppadom_path path, esppadom_view value,
                                     esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(message);
    ESPPADOM_C_NEED_VIEW(value);
    place where;
    ESPPADOM_C_TRY(place_of(message->content, path, &field_selector::compile, where));
    const auto read = esppadom::parse_field_value(where.path.type(), text_of(value));
    if (!read) return because(read.error(), where.path.text());
    return put(message->content, where, *read);
  });
}

esppadom_status esppadom_message_clear(esppadom_message* message, esppadom_path path, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(message);
    place where;
    ESPPADOM_C_TRY(place_of(message->content, path, &field_selector::compile, where));
    return put(message->content, where, {});
  });
}

esppadom_status esppadom_message_count(const esppadom_message* message, esppadom_path path, uint64_t* count,
                                       esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(message);
    ESPPADOM_C_NEED(count);
    place where;
    ESPPADOM_C_TRY(place_of(message->content, path, &field_selector::compile_list, where));
    const auto found =
        std::visit([&](const auto& one) { return count_field(one, where.path, where.at); }, message->content);
    if (!found) return because(found.error(), where.path.text());
    *count = *found;
    return none();
  });
}

uint64_t esppadom_field_count(int32_t kind) {
  std::uint64_t count = 0;
  guarded(nullptr, [&]() -> problem {
    const auto* fields = fields_of(kind);
    if (fields != nullptr) count = fields->size();
    return none();
  });
  return count;
}

esppadom_status esppadom_field_at(int32_t kind, uint64_t index, esppadom_field* field, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    const auto* fields = fields_of(kind);
    if (fields == nullptr) return because(esppadom::error_code::unknown_name, "kind");
    if (index >= fields->size()) return because(esppadom::error_code::out_of_range, "index");
    const auto& one = (*fields)[static_cast<std::size_t>(index)];
    esppadom_field out{};
    out.settable = one.settable ? 1 : 0;
    out.path = view_of(one.path);
    out.type = view_of(name_of(one.type));
    out.occurrence = view_of(one.occurrence);
    out.label = view_of(one.label);
    out.standing = view_of(name_of(one.evidence));
    out.code_list = view_of(one.code_list);
    return write_struct(out, field);
  });
}

esppadom_status esppadom_describe(esppadom_view of, esppadom_text* json, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(json);
    if (text_of(of).empty()) return because(esppadom::error_code::missing, "of");
    esppadom::described_subject subject{};
    ESPPADOM_C_TRY(named_of(of, "of", subject));
    return give(esppadom::description_json(subject), json);
  });
}

esppadom_status esppadom_message_check(const esppadom_message* message, esppadom_findings* findings,
                                       esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(message);
    ESPPADOM_C_NEED(findings);
    std::visit([&](const auto& one) { check(one, findings->all); }, message->content);
    return none();
  });
}

}  // extern "C"
