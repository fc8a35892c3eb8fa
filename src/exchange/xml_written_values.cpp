#include "exchange/xml_written_values.hpp"

#include "exchange/xml_slicer.hpp"
#include "exchange/xml_values.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

namespace {

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

bool all_say_nothing(const tables::level& table, const void* object) {
  for (std::size_t i = 0; i < table.count; ++i) {
    if (!says_nothing(table.slots[i], object)) return false;
  }
  return true;
}

bool value_says_nothing(tables::kind what, const void* value) {
  using tables::kind;
  switch (what) {
    case kind::text:
      return as<std::string>(value).empty();
    case kind::code:
      return as<code>(value).value.empty() && as<code>(value).list_id.empty();
    case kind::identifier:
      return as<identifier>(value).value.empty();
    case kind::time:
      return !as<local_time>(value).is_valid();
    case kind::date:
      return as<local_date>(value) == local_date{};
    case kind::measure:
      return as<measure>(value) == measure{};
    case kind::amount:
      return as<amount>(value) == amount{};
    case kind::price:
      return as<price>(value) == price{};
    case kind::percentage:
      return as<percentage>(value) == percentage{};
    case kind::indicator:
      return !as<bool>(value);
    default:
      return true;
  }
}

}  // namespace

bool says_nothing(const tables::slot& slot, const void* object) {
  if (slot.what == tables::kind::within) return all_say_nothing(*slot.inner, object);
  if (slot.names == nullptr || slot.what == tables::kind::empty) return true;
  if (slot.times != tables::occurrence::one) return slot.count(object) == 0;
  if (slot.what == tables::kind::group) return all_say_nothing(*slot.inner, slot.at(object, 0));
  return value_says_nothing(slot.what, slot.at(object, 0));
}

bool is_valid(tables::kind what, const void* value) {
  using tables::kind;
  switch (what) {
    case kind::amount:
      return as<amount>(value).value.is_valid();
    case kind::price:
      return as<price>(value).value.is_valid();
    case kind::percentage:
      return as<percentage>(value).is_valid();
    default:
      return true;
  }
}

bool still_means(tables::kind what, std::string_view text, std::string_view format, const void* value) {
  using tables::kind;
  std::string scratch;
  code coded;
  identifier identified;
  local_time time;
  local_date date;
  measure measured;
  amount sum;
  price rate;
  percentage percent;
  bool indicated = false;
  void* into = what == kind::text         ? static_cast<void*>(&scratch)
               : what == kind::code       ? static_cast<void*>(&coded)
               : what == kind::identifier ? static_cast<void*>(&identified)
               : what == kind::time       ? static_cast<void*>(&time)
               : what == kind::date       ? static_cast<void*>(&date)
               : what == kind::measure    ? static_cast<void*>(&measured)
               : what == kind::amount     ? static_cast<void*>(&sum)
               : what == kind::price      ? static_cast<void*>(&rate)
               : what == kind::percentage ? static_cast<void*>(&percent)
                                          : static_cast<void*>(&indicated);
  return is_read(read_value(what, text, format, into)) && same_value(what, into, value);
}

bool fragment_still_means(tables::kind what, std::string_view fragment, const void* value) {
  const token start = scan_markup(fragment, 0);
  if (start.kind != token_kind::start) return false;
  const auto end = fragment.find('<', start.end);
  if (end == std::string_view::npos) return false;
  const std::string_view tag = fragment.substr(0, start.end);
  std::string_view format;
  if (const auto at = tag.find(" format="); at != std::string_view::npos && at + 9 < tag.size()) {
    const std::string_view rest = tag.substr(at + 9);
    format = rest.substr(0, rest.find(tag[at + 8]));
  }
  return still_means(what, fragment.substr(start.end, end - start.end), format, value);
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
