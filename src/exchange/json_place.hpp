// Where a member of a message stands in its JSON.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// `lines[2].service` as the end of a JSON pointer: "/lines/1/service".
std::string pointer_of_member(std::string_view member);

/// The offset of the value of a member in the text of an object; of the closest value around it when it is not there.
/// The text must be well-formed JSON.
std::size_t offset_of_member(std::string_view object, std::string_view member);

}  // namespace esppadom::inline ESPPADOM_ABI::detail
