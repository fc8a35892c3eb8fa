#pragma once

// What two messages, or two batches of them, do not say alike. They are compared by meaning: times as minutes and
// seconds, money as cents, codes and identifiers by their text, lists by what identifies their items (line numbers,
// identifiers, reasons). How something is written, in which order and with which prefixes does not matter. Everything
// is derived from the descriptions.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/message/delivery.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/message/normalise.hpp"
#include "esppadom/message/order.hpp"
#include "esppadom/message/quantity.hpp"
#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// One difference. Without a value on one side what the path names is only on the other.
struct difference {
  std::string document;  ///< delivery_id, order_id or invoice_id
  std::string path;      ///< items of lists by what identifies them: lines[PLAN-7788-1].tariff
  std::string label;     ///< of the field, French
  std::optional<std::string> left;
  std::optional<std::string> right;
  bool personal = false;  ///< the values are a person's data: names, birth date, address

  friend bool operator==(const difference&, const difference&) = default;
};

/// How two batches differ. Documents that only one side has are named, not described.
struct batch_difference {
  std::vector<std::string> only_left;
  std::vector<std::string> only_right;
  std::vector<difference> differences;

  [[nodiscard]] bool empty() const { return only_left.empty() && only_right.empty() && differences.empty(); }
};

namespace detail {

// -- what identifies an item of a list --------------------------------------------------------------------------------

inline std::string list_key(const identifier& one) { return one.key(); }
inline std::string list_key(const code& one) { return one.key(); }
inline std::string list_key(const order_line& one) { return collapsed(one.order_line_id); }
inline std::string list_key(const delivery_line& one) { return collapsed(one.line_id); }
inline std::string list_key(const invoice_line& one) { return collapsed(one.line_id); }
inline std::string list_key(const allowance_charge& one) { return one.reason_code.key(); }
inline std::string list_key(const delivery_ref& one) {
  return collapsed(one.delivery_id) + (one.line_id ? "/" + collapsed(*one.line_id) : std::string());
}
inline std::string list_key(const delivery_order_ref& one) {
  return one.order_id ? collapsed(*one.order_id) : std::string();
}
inline std::string list_key(const party_contact& one) { return one.id ? one.id->key() : std::string(); }
inline std::string list_key(const invoice_tax& one) {
  return (one.category_code ? one.category_code->key() : std::string()) + (one.rate ? " " + to_string(*one.rate) : "");
}
inline std::string list_key(const note& one) { return collapsed(one.text); }
inline std::string list_key(const delivery_instruction& one) { return collapsed(one.text); }

// -- values -----------------------------------------------------------------------------------------------------------

inline std::string_view currency_of(std::string_view text) { return trimmed(text).empty() ? "EUR" : trimmed(text); }

inline bool same(const std::string& a, const std::string& b) { return equal_collapsed(a, b); }
inline bool same(const amount& a, const amount& b) {
  return a.value == b.value && currency_of(a.currency) == currency_of(b.currency);
}
inline bool same(const price& a, const price& b) {
  return a.value == b.value && currency_of(a.currency) == currency_of(b.currency);
}
inline bool same(const measure& a, const measure& b) {
  const bool times = is_time(a) && is_time(b);
  if (times) {
    const auto first = time_of(a);
    const auto second = time_of(b);
    if (first && second) return *first == *second;
  }
  return equal_collapsed(a.unit_code, b.unit_code) && normalised(a.value) == normalised(b.value);
}
template <class T>
bool same(const T& a, const T& b) {
  return a == b;
}

inline std::string shown(const std::string& one) { return one; }
inline std::string shown(const identifier& one) { return one.value; }
inline std::string shown(const code& one) {
  return one.list_id.empty() ? one.value : one.value + " (" + one.list_id + ")";
}
inline std::string shown(const amount& one) {
  return to_string(one.value) + " " + std::string(currency_of(one.currency));
}
inline std::string shown(const price& one) {
  return to_string(one.value) + " " + std::string(currency_of(one.currency));
}
inline std::string shown(const local_time& one) { return one.is_valid() ? to_string(one) : std::string("?"); }
inline std::string shown(const local_date& one) { return to_string(one); }
inline std::string shown(const percentage& one) { return to_string(one) + " %"; }
inline std::string shown(bool one) { return one ? "true" : "false"; }
inline std::string shown(const measure& one) {
  std::string out = to_string(one.value) + (one.unit_code.empty() ? "" : " " + one.unit_code);
  const auto time = time_of(one);
  if (time && time->is_whole_seconds()) out += " (" + to_minutes_string(time->floor_seconds()) + ")";
  return out;
}

// An empty text or code says as little as none.
inline bool says_nothing(const std::string& one) { return trimmed(one).empty(); }
inline bool says_nothing(const code& one) { return one.empty(); }
inline bool says_nothing(const identifier& one) { return one.empty(); }
template <class T>
bool says_nothing(const T&) {
  return false;
}

// Fields that hold a person's data (in whatever party: a provider may be a person).
inline bool is_personal(std::string_view field) {
  return field == "first_name" || field == "last_name" || field == "birth_date" || field == "person_name" ||
         field == "line_one" || field == "name" || field == "uri";
}

// What a described item is called when only one side has it.
template <class T>
std::string item_text(const T& one) {
  if constexpr (described<T>) {
    return list_key(one);
  } else {
    return shown(one);
  }
}

class comparison {
 public:
  comparison(std::string document, std::vector<difference>& out) : document_(std::move(document)), out_(out) {}

  template <described T>
  void group(const T& a, const T& b, const std::string& path) {
    for_each_member<T>([&](const auto& entry) {
      constexpr auto pointer = std::remove_cvref_t<decltype(entry)>::member;
      const std::string here = (path.empty() ? "" : path + ".") + std::string(key_of(entry));
      member(a.*pointer, b.*pointer, here, entry.label, is_personal(key_of(entry)));
    });
  }

 private:
  void add(const std::string& path, std::string_view label, std::optional<std::string> left,
           std::optional<std::string> right, bool personal) {
    out_.push_back({document_, path, std::string(label), std::move(left), std::move(right), personal});
  }

  template <class T>
  void member(const T& a, const T& b, const std::string& path, std::string_view label, bool personal) {
    if constexpr (described<T>) {
      group(a, b, path);
    } else if (!same(a, b)) {
      add(path, label, shown(a), shown(b), personal);
    }
  }

  template <class T>
  void member(const std::optional<T>& a, const std::optional<T>& b, const std::string& path, std::string_view label,
              bool personal) {
    const bool left = a && !says_nothing(*a);
    const bool right = b && !says_nothing(*b);
    if (left && right) {
      member(*a, *b, path, label, personal);
    } else if constexpr (described<T>) {
      // A group on one side: what it says stands against nothing, field by field.
      if (left || right) group(left ? *a : T{}, right ? *b : T{}, path);
    } else if (left || right) {
      add(path, label, left ? std::optional(shown(*a)) : std::nullopt, right ? std::optional(shown(*b)) : std::nullopt,
          personal);
    }
  }

  template <class T>
  void member(const std::vector<T>& a, const std::vector<T>& b, const std::string& path, std::string_view label,
              bool personal) {
    // Items of one key are paired in their order; most lists have each key once.
    std::map<std::string, std::pair<std::vector<const T*>, std::vector<const T*>>> by_key;
    for (const T& one : a) {
      if (!says_nothing(one)) by_key[list_key(one)].first.push_back(&one);
    }
    for (const T& one : b) {
      if (!says_nothing(one)) by_key[list_key(one)].second.push_back(&one);
    }
    for (const auto& [key, sides] : by_key) {
      const auto& [left, right] = sides;
      for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        const std::string here =
            path + "[" + key + (left.size() > 1 || right.size() > 1 ? "#" + std::to_string(i + 1) : "") + "]";
        if (i < left.size() && i < right.size()) {
          member(*left[i], *right[i], here, label, personal);
        } else {
          add(here, label, i < left.size() ? std::optional(item_text(*left[i])) : std::nullopt,
              i < right.size() ? std::optional(item_text(*right[i])) : std::nullopt, personal);
        }
      }
    }
  }

  std::string document_;
  std::vector<difference>& out_;
};

inline const std::string& document_id(const order& one) { return one.order_id; }
inline const std::string& document_id(const delivery& one) { return one.delivery_id; }
inline const std::string& document_id(const invoice& one) { return one.invoice_id; }

// Several messages of one document are paired by when they were issued; raw stamps after the visit they belong to.
inline bool earlier(const delivery& a, const delivery& b) {
  if (a.is_stamp_only() != b.is_stamp_only()) return b.is_stamp_only();
  return a.issued_at < b.issued_at;
}
template <class Message>
bool earlier(const Message& a, const Message& b) {
  return a.issued_at < b.issued_at;
}

}  // namespace detail

/// What two messages do not say alike, in document order. Variants that mean the same are brought to their usual form
/// first (messages reference, variants V15 to V18): a credit note of −50.00 and one of type 381 over 50.00 are equal.
/// Examples: 1.5 HUR and 90 MIN are equal, 12.5 € and 12.50 € are, 2026-03-02T09:00:00 and 2026-03-02T08:00:00Z are; an
/// empty correction code and none are; 25.00 against 26.00 is one difference at `lines[PLAN-7788-1].tariff`.
template <class Message>
std::vector<difference> differences(const Message& a, const Message& b) {
  std::vector<difference> out;
  detail::comparison compare(collapsed(detail::document_id(a)), out);
  compare.group(normalise(a).message, normalise(b).message, {});
  return out;
}

/// The same for batches: messages are matched by their document number, not by their place. Documents in the order of
/// their numbers.
template <class Message>
batch_difference batch_differences(std::span<const Message> a, std::span<const Message> b) {
  std::map<std::string, std::pair<std::vector<const Message*>, std::vector<const Message*>>> by_id;
  for (const Message& one : a)
    by_id[collapsed(detail::document_id(one))].first.push_back(&one);
  for (const Message& one : b)
    by_id[collapsed(detail::document_id(one))].second.push_back(&one);
  batch_difference out;
  const auto order = [](const Message* x, const Message* y) { return detail::earlier(*x, *y); };
  for (auto& [id, sides] : by_id) {
    auto& [left, right] = sides;
    std::stable_sort(left.begin(), left.end(), order);
    std::stable_sort(right.begin(), right.end(), order);
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      if (i >= right.size()) {
        out.only_left.push_back(id);
      } else if (i >= left.size()) {
        out.only_right.push_back(id);
      } else {
        auto found = differences(*left[i], *right[i]);
        std::move(found.begin(), found.end(), std::back_inserter(out.differences));
      }
    }
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
