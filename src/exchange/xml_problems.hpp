// What the slicer could not accept, as a kind of finding.
#pragma once

#include <string>
#include <vector>

#include "esppadom/exchange/findings.hpp"
#include "esppadom/value/paired_words.hpp"
#include "exchange/xml_slicer.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

inline const finding_kind& kind_of_problem(slice_problem problem) {
  namespace kinds = exchange_findings;
  switch (problem) {
    case slice_problem::empty:
      return kinds::empty_file;
    case slice_problem::not_xml:
      return kinds::not_xml;
    case slice_problem::doctype:
      return kinds::doctype;
    case slice_problem::wrong_root:
      return kinds::wrong_root;
    case slice_problem::encoding:
      return kinds::encoding;
    case slice_problem::unbalanced:
      return kinds::unbalanced;
    case slice_problem::malformed:
      return kinds::malformed;
    case slice_problem::cut_short:
      return kinds::cut_short;
    case slice_problem::too_large:
      return kinds::too_large;
    case slice_problem::too_deep:
      return kinds::too_deep;
    case slice_problem::after_root:
      return kinds::after_root;
    default:
      return kinds::unreadable;
  }
}

/// What is wrong with a text that breaks the grammar of XML, as far as the library sees it itself.
inline std::vector<std::string> broken_markup() { return with_words({}, {"markup", "balisage"}); }
inline std::vector<std::string> broken_root() { return with_words({}, {"root", "racine"}); }

/// What the finding of the problem of a slicer says beside its text.
inline std::vector<std::string> arguments_of_problem(const slicer& slices, const limits& bounds) {
  switch (slices.problem()) {
    case slice_problem::too_large:
      return {std::to_string(bounds.message_bytes)};
    case slice_problem::too_deep:
      return {std::to_string(bounds.depth)};
    case slice_problem::malformed:
      return broken_markup();
    default:
      return {slices.detail()};
  }
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
