// What is known of a code list and of a code in it. The lists themselves are data: src/data/codelists.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/standing.hpp"
#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// How much of a list is public.
enum class list_status : std::uint8_t {
  complete,        ///< every code is known
  partial,         ///< there are, or may be, codes that no public source names
  empty,           ///< the list exists and holds nothing
  does_not_exist,  ///< seen in messages, but published by nobody: must not be used
};

template <>
struct enum_names<list_status> {
  static constexpr enum_name<list_status> items[] = {{list_status::complete, "complete"},
                                                     {list_status::partial, "partial"},
                                                     {list_status::empty, "empty"},
                                                     {list_status::does_not_exist, "does_not_exist"}};
};

/// One code of a list.
struct coded_value {
  std::string_view code;
  std::string_view fr;
  std::string_view en;
  standing evidence = standing::open;
  bool in_list = true;  ///< false: seen in messages under the name of the list, but not in it
};

/// One list with its codes.
struct listed_codes {
  std::string_view id;
  std::string_view agency;
  std::string_view fr;
  std::string_view en;
  list_status status = list_status::partial;
  standing evidence = standing::open;
  std::string_view source;
  std::span<const coded_value> codes;
};

}  // namespace esppadom::inline ESPPADOM_ABI
