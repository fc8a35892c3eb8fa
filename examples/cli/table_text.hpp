// Tables of the library as text for people.
#pragma once

#include <string>

#include "esppadom/exchange/plain_table.hpp"
#include "text.hpp"

namespace cli {

/// The table with amounts, times and rates as the language writes them; French labels, or keys in English. Columns
/// without any content are left out.
std::string table_text(const esppadom::plain_table& table, const speaker& to);

}  // namespace cli
