// Versions, texts, statuses and errors.

#include "esppadom/library.hpp"
#include "handles.hpp"

using namespace c_api;

// The numbers of esppadom.h are those of the library.
#define ESPPADOM_SAME_NUMBER(name, number) static_assert(static_cast<int>(esppadom::error_code::name) == (number))
ESPPADOM_SAME_NUMBER(success, ESPPADOM_SUCCESS);
ESPPADOM_SAME_NUMBER(overflow, ESPPADOM_OVERFLOW);
ESPPADOM_SAME_NUMBER(division_by_zero, ESPPADOM_DIVISION_BY_ZERO);
ESPPADOM_SAME_NUMBER(invalid_value, ESPPADOM_INVALID_VALUE);
ESPPADOM_SAME_NUMBER(inexact, ESPPADOM_INEXACT);
ESPPADOM_SAME_NUMBER(out_of_range, ESPPADOM_OUT_OF_RANGE);
ESPPADOM_SAME_NUMBER(invalid_syntax, ESPPADOM_INVALID_SYNTAX);
ESPPADOM_SAME_NUMBER(does_not_exist, ESPPADOM_DOES_NOT_EXIST);
ESPPADOM_SAME_NUMBER(ambiguous, ESPPADOM_AMBIGUOUS);
ESPPADOM_SAME_NUMBER(unknown_name, ESPPADOM_UNKNOWN_NAME);
ESPPADOM_SAME_NUMBER(unreadable, ESPPADOM_UNREADABLE);
ESPPADOM_SAME_NUMBER(too_large, ESPPADOM_TOO_LARGE);
ESPPADOM_SAME_NUMBER(too_deep, ESPPADOM_TOO_DEEP);
ESPPADOM_SAME_NUMBER(not_built, ESPPADOM_NOT_BUILT);
ESPPADOM_SAME_NUMBER(missing, ESPPADOM_MISSING);
ESPPADOM_SAME_NUMBER(duplicate, ESPPADOM_DUPLICATE);
ESPPADOM_SAME_NUMBER(conflict, ESPPADOM_CONFLICT);
ESPPADOM_SAME_NUMBER(unsupported, ESPPADOM_UNSUPPORTED);
ESPPADOM_SAME_NUMBER(unwritable, ESPPADOM_UNWRITABLE);
ESPPADOM_SAME_NUMBER(end_of_input, ESPPADOM_END_OF_INPUT);
static_assert(static_cast<int>(esppadom::severity::error) == ESPPADOM_ERROR);
static_assert(static_cast<int>(esppadom::message_kind::invoice) == ESPPADOM_INVOICE);
static_assert(static_cast<int>(esppadom::write_profile::round_trip) == ESPPADOM_ROUND_TRIP);

extern "C" {

const char* esppadom_version(void) { return esppadom::library_version().data(); }  // of a literal: ends with NUL

uint32_t esppadom_abi(void) { return ESPPADOM_C_ABI; }

esppadom_view esppadom_view_of(const char* text) {
  return text == nullptr ? esppadom_view{nullptr, 0} : view_of(std::string_view(text));
}

void esppadom_text_free(esppadom_text* text) {
  if (text == nullptr) return;
  delete[] text->data;
  *text = {nullptr, 0};
}

const char* esppadom_status_name(esppadom_status status) {
  constexpr std::array names{"success",      "overflow",       "division_by_zero", "invalid_value", "inexact",
                             "out_of_range", "invalid_syntax", "does_not_exist",   "ambiguous",     "unknown_name",
                             "unreadable",   "too_large",      "too_deep",         "not_built",     "missing",
                             "duplicate",    "conflict",       "unsupported",      "unwritable",    "end_of_input"};
  static_assert(names.size() == ESPPADOM_END_OF_INPUT + 1);
  if (status >= 0 && static_cast<std::size_t>(status) < names.size()) return names[static_cast<std::size_t>(status)];
  switch (status) {
    case ESPPADOM_NULL_ARGUMENT:
      return "null_argument";
    case ESPPADOM_NO_MEMORY:
      return "no_memory";
    case ESPPADOM_INTERNAL:
      return "internal";
    default:
      return "unknown";
  }
}

esppadom_status esppadom_error_status(const esppadom_error* error) {
  return error == nullptr ? ESPPADOM_SUCCESS : error->status;
}

esppadom_view esppadom_error_message(const esppadom_error* error, int32_t language) {
  if (error == nullptr) return {nullptr, 0};
  return view_of(language == ESPPADOM_FRENCH ? error->fr : error->en);
}

esppadom_view esppadom_error_code(const esppadom_error* error) {
  return error == nullptr ? esppadom_view{nullptr, 0} : view_of(error->code);
}

esppadom_view esppadom_error_path(const esppadom_error* error) {
  return error == nullptr ? esppadom_view{nullptr, 0} : view_of(error->path);
}

uint64_t esppadom_error_line(const esppadom_error* error) { return error == nullptr ? 0 : error->line; }

uint64_t esppadom_error_column(const esppadom_error* error) { return error == nullptr ? 0 : error->column; }

void esppadom_error_free(esppadom_error* error) { delete error; }

}  // extern "C"
