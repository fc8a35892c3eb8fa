// What stands behind the handles of esppadom.h, and how calls end: every function of the C interface runs inside
// `guarded`, so that no exception crosses the border and every failure has a text in both languages.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom.h"
#include "esppadom/bill.hpp"
#include "esppadom/exchange/inputs.hpp"
#include "esppadom/exchange/json_documents.hpp"
#include "esppadom/exchange/validate.hpp"
#include "esppadom/exchange/xml.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

struct esppadom_error {
  esppadom_status status = ESPPADOM_INTERNAL;
  std::string en;
  std::string fr;
  std::string code;
  std::string path;
  std::uint64_t line = 0;
  std::uint64_t column = 0;
};

struct esppadom_findings {
  esppadom::findings all;
};

struct esppadom_message {
  esppadom::any_message content;
};

struct esppadom_reader {
  std::string name;
  esppadom::message_reader from;
};

struct esppadom_writer {
  std::string out;
  esppadom::envelope head;
  std::optional<esppadom::message_writer> xml;
  std::optional<esppadom::json_document_writer> json;
};

struct esppadom_validator {
  esppadom::validator checks;
  std::vector<std::filesystem::path> paths;  ///< read again for the places of findings between messages
  esppadom::validation done;
  bool finished = false;
};

struct esppadom_rules {
  esppadom::rule_book book;
};

struct esppadom_request {
  esppadom::bill_request content;
  esppadom::findings found;      ///< of messages read from files
  esppadom::findings of_ledger;  ///< of the ledger that is set
};

struct esppadom_bill {
  esppadom::bill_request asked;  ///< without messages and ledger: what reports repeat of the request
  esppadom::bill_result result;
  esppadom::findings found;  ///< of the run and of the messages it was given
};

namespace c_api {

/// Why a call could not be made; the default is that it could.
using problem = esppadom_error;

inline problem none() {
  problem out;
  out.status = ESPPADOM_SUCCESS;
  return out;
}

inline problem because(esppadom_status status, std::string en, std::string fr) {
  problem out;
  out.status = status;
  out.en = std::move(en);
  out.fr = std::move(fr);
  return out;
}

inline problem null_argument(const char* name) {
  return because(ESPPADOM_NULL_ARGUMENT, std::string(name) + " is NULL", std::string(name) + " est NULL");
}

/// `about` says what the code is about, e.g. the name of an argument or the part of a path that is wrong.
inline problem because(esppadom::error_code code, std::string_view about = {}) {
  if (code == esppadom::error_code::success) return none();
  const std::string before = about.empty() ? std::string() : std::string(about) + ": ";
  const std::string before_fr = about.empty() ? std::string() : std::string(about) + " : ";
  return because(static_cast<esppadom_status>(code),
                 before + std::string(esppadom::error_message(code, esppadom::language::english)),
                 before_fr + std::string(esppadom::error_message(code, esppadom::language::french)));
}

/// The same, with the first error that was found in the data.
inline problem because(esppadom::error_code code, const esppadom::findings& found, std::string_view about) {
  problem out = because(code, about);
  for (const auto& one : found.items()) {
    if (one.level() != esppadom::severity::error) continue;
    out.en = message(one, esppadom::language::english);
    out.fr = message(one, esppadom::language::french);
    out.code = one.code();
    out.path = one.path;
    out.line = one.line;
    out.column = one.column;
    break;
  }
  return out;
}

inline void hand_over(esppadom_error** to, problem&& what) noexcept {
  if (to == nullptr) return;
  *to = new (std::nothrow) esppadom_error(std::move(what));
}

/// Runs a call and says how it ended.
template <class Call>
esppadom_status guarded(esppadom_error** error, Call&& call) noexcept {
  if (error != nullptr) *error = nullptr;
#if defined(__cpp_exceptions) || defined(_CPPUNWIND)
  try {
#endif
    problem met = call();
    const esppadom_status status = met.status;
    if (status != ESPPADOM_SUCCESS) hand_over(error, std::move(met));
    return status;
#if defined(__cpp_exceptions) || defined(_CPPUNWIND)
  } catch (const std::bad_alloc&) {
    return ESPPADOM_NO_MEMORY;  // there may be none for an error either
  } catch (...) {
    hand_over(error, because(ESPPADOM_INTERNAL, "a defect of the library", "un défaut de la bibliothèque"));
    return ESPPADOM_INTERNAL;
  }
#endif
}

// -- texts ------------------------------------------------------------------------------------------------------------

inline std::string_view text_of(esppadom_view view) {
  return view.data == nullptr ? std::string_view() : std::string_view(view.data, static_cast<std::size_t>(view.size));
}

inline bool is_broken(esppadom_view view) { return view.data == nullptr && view.size != 0; }

constexpr esppadom_view view_of(std::string_view text) { return {text.data(), text.size()}; }

/// A copy that the caller owns.
inline problem give(std::string_view text, esppadom_text* to) {
  if (to == nullptr) return null_argument("the text to write to");
  auto* copy = new char[text.size() + 1];
  std::copy(text.begin(), text.end(), copy);
  copy[text.size()] = '\0';
  to->data = copy;
  to->size = text.size();
  return none();
}

/// Hands a new handle to the caller.
template <class Handle>
problem give(std::unique_ptr<Handle> made, Handle** to) {
  *to = made.release();
  return none();
}

inline problem language_of(std::int32_t number, esppadom::language& out) {
  if (number != ESPPADOM_ENGLISH && number != ESPPADOM_FRENCH) {
    return because(esppadom::error_code::unknown_name, "language");
  }
  out = number == ESPPADOM_FRENCH ? esppadom::language::french : esppadom::language::english;
  return none();
}

/// The enumerator with that number.
template <class Enumeration>
problem choice_of(std::int32_t number, std::string_view argument, Enumeration& out) {
  for (const auto& item : esppadom::enum_names<Enumeration>::items) {
    if (static_cast<std::int32_t>(item.value) != number) continue;
    out = item.value;
    return none();
  }
  return because(esppadom::error_code::unknown_name, argument);
}

// -- structs that grow ------------------------------------------------------------------------------------------------

/// What the caller filled of a struct; members that his version does not have are 0. One of a later version may say
/// nothing that this one does not know.
template <class Struct>
problem read_struct(const Struct* given, Struct& out) {
  out = Struct{};
  if (given == nullptr) return none();
  const std::uint32_t size = given->struct_size;
  if (size < sizeof size) return because(esppadom::error_code::invalid_value, "struct_size");
  const auto* bytes = reinterpret_cast<const unsigned char*>(given);
  for (std::size_t i = sizeof(Struct); i < size; ++i) {
    if (bytes[i] != 0) return because(esppadom::error_code::unsupported, "struct_size");
  }
  std::memcpy(&out, given, std::min<std::size_t>(size, sizeof(Struct)));
  return none();
}

/// Fills as much of the caller's struct as he has.
template <class Struct>
problem write_struct(Struct value, Struct* to) {
  if (to == nullptr) return null_argument("the struct to write to");
  const std::uint32_t size = to->struct_size;
  if (size < sizeof size) return because(esppadom::error_code::invalid_value, "struct_size");
  value.struct_size = size;
  std::memcpy(to, &value, std::min<std::size_t>(size, sizeof(Struct)));
  return none();
}

/// What was found while reading into a request and what was found after that, as reports tell it.
inline esppadom::findings together(const esppadom_request& request, esppadom::findings found) {
  auto out = request.found;
  out.merge(request.of_ledger);
  out.merge(std::move(found));
  return out;
}

/// Moves what was found to the caller's collector, if he gave one.
inline void add_to(esppadom_findings* collector, esppadom::findings&& found) {
  if (collector != nullptr) collector->all.merge(std::move(found));
}

// -- values of options ------------------------------------------------------------------------------------------------

/// Reads a JSON text with a function of the library; nothing is changed when it fails.
template <class Value, class Read>
problem read_json(esppadom_view json, esppadom_view name, esppadom_findings* collector, Value& out, Read&& read) {
  if (is_broken(json)) return null_argument("json");
  if (is_broken(name)) return null_argument("name");
  esppadom::findings found;
  Value value;
  const auto code = read(text_of(json), found).get(value);
  problem met = code == esppadom::error_code::success ? none() : because(code, found, text_of(name));
  add_to(collector, std::move(found));
  if (met.status == ESPPADOM_SUCCESS) out = std::move(value);
  return met;
}

/// What a text says; an empty one leaves the optional or the default as it is.
inline problem value_of(esppadom_view text, std::string_view argument, std::string& out) {
  if (is_broken(text)) return null_argument(std::string(argument).c_str());
  out = std::string(text_of(text));
  return none();
}

template <class Value, class Parse>
problem parsed(esppadom_view text, std::string_view argument, Value& out, const Parse& parse) {
  if (is_broken(text)) return null_argument(std::string(argument).c_str());
  if (text_of(text).empty()) return none();
  const auto value = parse(text_of(text));
  if (!value) return because(value.error(), argument);
  out = *value;
  return none();
}

template <class Month>
problem month_of(esppadom_view text, std::string_view argument, Month& out) {
  return parsed(text, argument, out, [](std::string_view from) { return esppadom::parse_local_month(from); });
}

template <class Date>
problem date_of(esppadom_view text, std::string_view argument, Date& out) {
  return parsed(text, argument, out, [](std::string_view from) { return esppadom::parse_local_date(from); });
}

template <class Enumeration>
problem named_of(esppadom_view text, std::string_view argument, Enumeration& out) {
  return parsed(text, argument, out, [](std::string_view from) { return esppadom::parse_enum<Enumeration>(from); });
}

/// Whose rules are asked; views of the caller's texts.
inline problem query_of(const esppadom_rule_query* given, const esppadom::rule_book& book, esppadom::rule_query& out) {
  esppadom_rule_query query;
  if (problem met = read_struct(given, query); met.status != ESPPADOM_SUCCESS) return met;
  for (const auto& view :
       {query.date, query.departement, query.funder, query.provider, query.service, query.beneficiary}) {
    if (is_broken(view)) return null_argument("query");
  }
  const auto date = esppadom::parse_local_date(text_of(query.date));
  if (!date) return because(date.error(), "date");
  out = {*date,
         text_of(query.departement),
         text_of(query.funder),
         text_of(query.provider),
         text_of(query.service),
         text_of(query.beneficiary)};
  if (out.departement.empty()) out.departement = sole_departement(book);
  return none();
}

/// A path in UTF-8.
inline std::filesystem::path path_of(esppadom_view path) {
  const auto text = text_of(path);
  return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

/// Gives the messages of a file, a folder or a ZIP archive to `each`; those of kinds not wanted are passed over.
template <class Each>
problem read_messages(esppadom_view path, std::vector<esppadom::message_kind> wanted, esppadom::findings& found,
                      Each&& each) {
  if (path.data == nullptr) return null_argument("path");
  esppadom::input_messages all(esppadom::input_reader({path_of(path)}, found), found, {}, std::move(wanted));
  while (auto message = all.next())
    each(std::move(*message));
  return none();
}

/// Options of reading, as the library has them.
inline problem reading_of(const esppadom_read_options* given, esppadom::read_options& out) {
  esppadom_read_options options;
  if (problem met = read_struct(given, options); met.status != ESPPADOM_SUCCESS) return met;
  if (options.strict != 0 && options.strict != 1) return because(esppadom::error_code::invalid_value, "strict");
  if (options.strict == 1) out.profile = esppadom::read_profile::strict;
  if (options.message_bytes != 0) out.bounds.message_bytes = static_cast<std::size_t>(options.message_bytes);
  return none();
}

}  // namespace c_api

/// Ends a call that met a problem.
#define ESPPADOM_C_TRY(expression)                                                        \
  do {                                                                                    \
    if (c_api::problem met_ = (expression); met_.status != ESPPADOM_SUCCESS) return met_; \
  } while (false)
/// Refuses NULL.
#define ESPPADOM_C_NEED(argument)                                      \
  do {                                                                 \
    if ((argument) == nullptr) return c_api::null_argument(#argument); \
  } while (false)
#define ESPPADOM_C_NEED_VIEW(argument)                                      \
  do {                                                                      \
    if (c_api::is_broken(argument)) return c_api::null_argument(#argument); \
  } while (false)
