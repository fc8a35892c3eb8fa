// The descriptions of the messages as plain tables: what a reader or writer needs of a struct, without templates. One
// table a struct or XML level; the functions in it find a member inside an object whose type only the table knows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/message/allowance_charge.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/message/extras.hpp"
#include "esppadom/message/party.hpp"
#include "esppadom/message/period.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace tables {

/// What stands in an element.
enum class kind : std::uint8_t {
  group,   ///< a described struct
  within,  ///< an XML level of the same struct
  empty,   ///< nothing
  text,
  code,
  identifier,
  time,
  date,
  measure,
  amount,
  price,
  percentage,
  indicator,
};

enum class occurrence : std::uint8_t { one, optional, many };

struct level;

struct slot {
  const xml_names* names = nullptr;
  kind what = kind::empty;
  occurrence times = occurrence::one;
  bool required = false;   ///< a document without it is reported
  bool own_text = false;   ///< its value may also stand as text in the element that contains it
  std::string_view field;  ///< the member's name
  std::string_view label;  ///< French
  const code_list* codes = nullptr;
  const level* inner = nullptr;  ///< of a group or an XML level

  void* (*open)(void*) = nullptr;                         ///< the value to fill: made when optional or repeated
  void (*drop)(void*) = nullptr;                          ///< undoes the last open
  std::size_t (*count)(const void*) = nullptr;            ///< how many values there are
  const void* (*at)(const void*, std::size_t) = nullptr;  ///< one of them
};

struct level {
  const slot* slots = nullptr;
  std::size_t count = 0;
  extras_t* (*extras)(void*) = nullptr;  ///< of a struct; null for an XML level
  const slot* own_text = nullptr;        ///< the slot whose value may stand as text in this element
  std::uint64_t expected = 0;            ///< bit i is set when slot i is noticed when missing
};

namespace detail {

template <auto Member>
struct access {
  using owner = typename esppadom::detail::member_traits<std::remove_cv_t<decltype(Member)>>::owner;
  using type = member_type<Member>;

  static void* open(void* object) {
    auto& member = static_cast<owner*>(object)->*Member;
    if constexpr (is_optional<type>::value) {
      return &member.emplace();
    } else if constexpr (is_vector<type>::value) {
      return &member.emplace_back();
    } else {
      return &member;
    }
  }
  static void drop(void* object) {
    auto& member = static_cast<owner*>(object)->*Member;
    if constexpr (is_optional<type>::value) {
      member.reset();
    } else if constexpr (is_vector<type>::value) {
      member.pop_back();
    } else if constexpr (std::is_same_v<type, local_time>) {
      member = local_time::invalid();
    } else {
      member = type{};
    }
  }
  static std::size_t count(const void* object) {
    const auto& member = static_cast<const owner*>(object)->*Member;
    if constexpr (is_optional<type>::value) {
      return member ? 1 : 0;
    } else if constexpr (is_vector<type>::value) {
      return member.size();
    } else {
      return 1;
    }
  }
  static const void* at(const void* object, std::size_t index) {
    const auto& member = static_cast<const owner*>(object)->*Member;
    if constexpr (is_optional<type>::value) {
      return &*member;
    } else if constexpr (is_vector<type>::value) {
      return &member[index];
    } else {
      return &member;
    }
  }
};

template <class T>
constexpr kind kind_of() {
  if constexpr (described<T>) {
    return kind::group;
  } else if constexpr (std::is_same_v<T, std::string>) {
    return kind::text;
  } else if constexpr (std::is_same_v<T, esppadom::code>) {
    return kind::code;
  } else if constexpr (std::is_same_v<T, esppadom::identifier>) {
    return kind::identifier;
  } else if constexpr (std::is_same_v<T, local_time>) {
    return kind::time;
  } else if constexpr (std::is_same_v<T, local_date>) {
    return kind::date;
  } else if constexpr (std::is_same_v<T, esppadom::measure>) {
    return kind::measure;
  } else if constexpr (std::is_same_v<T, esppadom::amount>) {
    return kind::amount;
  } else if constexpr (std::is_same_v<T, esppadom::price>) {
    return kind::price;
  } else if constexpr (std::is_same_v<T, esppadom::percentage>) {
    return kind::percentage;
  } else {
    static_assert(std::is_same_v<T, bool>, "a type that XML does not know");
    return kind::indicator;
  }
}

template <class T>
extras_t* extras_of(void* object) {
  return &static_cast<T*>(object)->extras;
}

// Where the entries of a table stand: a struct's description, or an XML level inside one.
template <class T>
struct entries_of {
  static constexpr const auto& get() { return description<T>; }
};
template <class Parent, std::size_t Index>
struct entries_within {
  static constexpr const auto& get() { return entry_of<Index>(Parent::get()).entries; }
};

template <class Entries, bool Complete = false>
struct table;

/// `Complete`: all members of the struct are mandatory where it stands.
template <class T, bool Complete = false>
struct struct_table;

template <class Entries, std::size_t Index>
struct slot_maker {
  template <auto Member>
  static constexpr slot make(const element_entry<Member>& entry) {
    using type = member_type<Member>;
    using value = value_of_t<type>;
    slot out;
    out.names = &entry.names;
    out.what = kind_of<value>();
    out.times = is_optional<type>::value ? occurrence::optional
                : is_vector<type>::value ? occurrence::many
                                         : occurrence::one;
    out.required = out.times == occurrence::one || entry.at_least_one || entry.is_mandatory;
    out.field = member_name<Member>;
    out.label = entry.label;
    out.codes = &entry.codes;
    if constexpr (described<value>) {
      constexpr bool complete = entry_of<Index>(Entries::get()).is_complete;
      out.inner = &struct_table<value, complete>::value;
    }
    fill<Member>(out);
    return out;
  }
  template <auto Member>
  static constexpr slot make(const own_text_entry<Member>&) {
    slot out;
    out.what = kind_of<member_type<Member>>();
    out.own_text = true;
    out.field = member_name<Member>;
    fill<Member>(out);
    return out;
  }
  template <class... Inner>
  static constexpr slot make(const within_entry<Inner...>& entry) {
    slot out;
    out.names = &entry.names;
    out.what = kind::within;
    out.times = entry.optional ? occurrence::optional : occurrence::one;
    out.required = !entry.optional;
    out.label = entry.label;
    out.inner = &table<entries_within<Entries, Index>>::value;
    return out;
  }
  static constexpr slot make(const empty_entry& entry) {
    slot out;
    out.names = &entry.names;
    out.label = entry.label;
    return out;
  }

 private:
  template <auto Member>
  static constexpr void fill(slot& out) {
    using member = access<Member>;
    out.open = &member::open;
    out.drop = &member::drop;
    out.count = &member::count;
    out.at = &member::at;
  }
};

template <class Entries, bool Complete>
struct table {
  static constexpr std::size_t size = std::remove_cvref_t<decltype(Entries::get())>::size;
  static_assert(size <= 64, "the seen-mask has 64 bits");

  static constexpr slot placed(slot out) {
    out.required = out.required || Complete;
    return out;
  }
  template <std::size_t... Index>
  static constexpr std::array<slot, size> make(std::index_sequence<Index...>) {
    return {placed(slot_maker<Entries, Index>::make(entry_of<Index>(Entries::get())))...};
  }
  static constexpr std::array<slot, size> slots = make(std::make_index_sequence<size>{});

  static constexpr const slot* find_own_text() {
    for (const auto& candidate : slots) {
      if (candidate.own_text) return &candidate;
    }
    return nullptr;
  }
  static constexpr std::uint64_t find_expected() {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const slot& candidate = slots[i];
      if (!candidate.own_text && (candidate.required || candidate.what == kind::empty)) {
        out |= std::uint64_t{1} << i;
      }
    }
    return out;
  }
  static constexpr level value{slots.data(), size, nullptr, find_own_text(), find_expected()};
};

template <class T, bool Complete>
struct struct_table {
  using fields = table<entries_of<T>, Complete>;
  static constexpr level value{fields::slots.data(), fields::size, &extras_of<T>, fields::find_own_text(),
                               fields::find_expected()};
};

}  // namespace detail

/// The table of a described struct.
template <described T>
inline constexpr const level& level_of = detail::struct_table<T>::value;

/// Whether a group or an XML level has anything to say: values of its own or of what it contains.
bool has_content(const level& where, const void* object);

}  // namespace tables
}  // namespace esppadom::inline ESPPADOM_ABI
