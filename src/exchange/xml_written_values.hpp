// What the writer asks of a value before it writes it.
#pragma once

#include <string_view>

#include "exchange/message_tables.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

/// Whether a slot holds nothing but what a mandatory element that was absent left behind.
bool says_nothing(const tables::slot& slot, const void* object);

/// Whether an amount, a price or a rate is one.
bool is_valid(tables::kind what, const void* value);

/// Whether a text still means the value.
bool still_means(tables::kind what, std::string_view text, std::string_view format, const void* value);

/// The same of a value that has an element of its own: <udt:DateTimeString format="102">20260302</…>.
bool fragment_still_means(tables::kind what, std::string_view fragment, const void* value);

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
