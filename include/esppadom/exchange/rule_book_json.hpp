// Rule books as JSON. A file is one rule set, `{"rule_set": {…}}`, or a book, `{"id": "dep-99", "rule_sets": [{…},
// …]}`.
//
// Loading is strict: an unknown or duplicate key, a wrong type, an impossible value, versions of one scope that
// overlap, a parameter whose family is not built and that is set away from neutral: each is a finding of severity error
// with JSON pointer, line and column, and nothing of the file is loaded. A key that is absent leaves the value to less
// specific scopes and, at the end, to the neutral default; `null` is a value like any other.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "esppadom/exchange/json.hpp"
#include "esppadom/export.hpp"
#include "esppadom/rules/rule_book.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The book that the text holds, or an error code after at least one finding of severity error: `invalid_syntax` for
/// what is no JSON, `too_large`, `too_deep`, else `invalid_value`. With `json_strictness::lenient` unknown keys are
/// warnings and are kept (`rule_version::unknown`). Each version gets the SHA-256 of its canonical JSON.
ESPPADOM_API result<rule_book> load_rule_book(std::string_view bytes, findings& out,
                                              const json_read_options& options = {});

/// The same, and advice besides (rules/advice.hpp): findings of severity warning or info about settings that are legal
/// and deserve a second look, each with its place in the file.
ESPPADOM_API result<rule_book> check_rule_book(std::string_view bytes, findings& out,
                                               const json_read_options& options = {});

/// `load_rule_book` from a file, which the findings name. Errors also: unreadable.
ESPPADOM_API result<rule_book> load_rule_book_file(const std::filesystem::path& path, findings& out,
                                                   const json_read_options& options = {});

/// The canonical JSON of a book: of each version the keys that are set, in the order of the parameter set. Reading it
/// gives the same book.
ESPPADOM_API std::string write_rule_book(const rule_book& book, json_layout layout = json_layout::indented);

/// The canonical JSON of one version, compact: what its SHA-256 is taken of.
ESPPADOM_API std::string canonical_json(const rule_version& one);

/// The whole parameter set with its neutral values, as a rule set that names every key.
ESPPADOM_API std::string neutral_rule_set_json(json_layout layout = json_layout::indented);

}  // namespace esppadom::inline ESPPADOM_ABI
