// The elements of a message as XML writes them, as one JSON document for languages that have no description of ours.
#pragma once

#include <cstdint>
#include <string>

#include "esppadom/export.hpp"
#include "esppadom/value/enum_names.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What can be described: the three messages, and the party that stands in all of them.
enum class described_subject : std::uint8_t { order, delivery, invoice, party };

template <>
struct enum_names<described_subject> {
  static constexpr enum_name<described_subject> items[] = {{described_subject::order, "order"},
                                                           {described_subject::delivery, "delivery"},
                                                           {described_subject::invoice, "invoice"},
                                                           {described_subject::party, "party"}};
};

/// Every element in document order: canonical JSON, esppadom/description/1, indented, with a line end. A row has the
/// path of its elements (`path`, `namespace`), the field of the model, how often it stands there, its kind of value,
/// French label, code list and standing. A party is described once: where one stands, its elements are not repeated.
/// Example: of a delivery a row with path "CrossIndustryDespatchAdvice/…/TypeCode" and field "correction_code".
ESPPADOM_API std::string description_json(described_subject of);

}  // namespace esppadom::inline ESPPADOM_ABI
