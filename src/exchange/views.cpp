#include "esppadom/exchange/views.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "esppadom/exchange/sha256.hpp"
#include "exchange/json_writer.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace {

constexpr std::size_t block = 64;  // bytes SHA-256 takes at once

// The 32 bytes of a digest, from its digits.
result<std::string> sha256_bytes(std::string_view bytes) {
  std::string hex;
  if (const auto error = sha256_hex(bytes).get(hex); error != error_code::success) return error;
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    out.push_back(static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1])));
  return out;
}

std::string padded(std::string key, char with) {
  key.resize(block, '\0');
  for (char& c : key)
    c = static_cast<char>(c ^ with);
  return key;
}

}  // namespace

result<std::string> hmac_sha256_hex(std::string_view key, std::string_view bytes) {
  std::string own(key);
  if (own.size() > block) {
    if (const auto error = sha256_bytes(key).get(own); error != error_code::success) return error;
  }
  std::string inner;
  const auto error = sha256_bytes(padded(own, '\x36') + std::string(bytes)).get(inner);
  if (error != error_code::success) return error;
  return sha256_hex(padded(std::move(own), '\x5c') + inner);
}

result<keyed_hash> keyed_hash_with(std::string_view key) {
  if (key.size() < shortest_view_key) return error_code::out_of_range;
  std::string first;
  if (const auto error = hmac_sha256_hex(key, {}).get(first); error != error_code::success) return error;
  return keyed_hash([key = std::string(key)](std::string_view domain, std::string_view value) {
    std::string text(domain);
    text.push_back('\0');
    text += value;
    return hmac_sha256_hex(key, text).value_or(std::string());
  });
}

result<message_viewer> message_viewer::of(const view_question& asked) {
  message_viewer out;
  out.with_ = view_of(asked.role);
  out.scope_ = asked.scope;
  if (asked.keep_dates) out.with_.shift_dates = false;
  if (out.with_.needs_provider && asked.scope.provider.empty()) return error_code::missing;
  if (out.with_.needs_beneficiary && asked.scope.beneficiary.empty()) return error_code::missing;
  if (!out.with_.needs_key()) return out;
  if (asked.key.empty()) return error_code::missing;
  const auto error = keyed_hash_with(asked.key).get(out.hash_);
  if (error != error_code::success) return error;
  return out;
}

namespace {

template <class Party>
std::string id_of(const Party& party) {
  if constexpr (is_optional<Party>::value) {
    return party ? std::string(party->id()) : std::string();
  } else {
    return std::string(party.id());
  }
}

/// Calls `each(group, beneficiary)` for every line of a message.
template <class Each>
void for_each_group(const any_message& message, Each&& each) {
  const auto name = [&](const std::string& provider, std::string_view service) {
    std::string out = std::to_string(message.index());
    out.append(1, '\0').append(provider).append(1, '\0').append(service);
    return out;
  };
  std::visit(
      [&]<class Message>(const Message& one) {
        const auto provider = id_of(one.provider);
        for (const auto& line : one.lines) {
          if constexpr (std::is_same_v<Message, invoice>) {
            each(name(provider, line.service.code()), id_of(line.beneficiary));
          } else {
            each(name(provider, line.service.code()), id_of(one.beneficiary));
          }
        }
        if constexpr (!std::is_same_v<Message, invoice>) {
          if (one.lines.empty()) each(name(provider, {}), id_of(one.beneficiary));
        }
      },
      message);
}

}  // namespace

void message_viewer::count(const any_message& message) {
  for_each_group(message, [this](std::string group, std::string whose) { groups_[std::move(group)].insert(whose); });
}

error_code message_viewer::leave_out_groups_below(std::int64_t k) {
  if (k < 2) return error_code::out_of_range;
  std::vector<std::int64_t> sizes;
  for (const auto& [group, people] : groups_)
    sizes.push_back(static_cast<std::int64_t>(people.size()));
  const auto small = small_groups(sizes, k);
  shown_.emplace();
  std::size_t at = 0;
  for (const auto& [group, people] : groups_) {
    if (!small[at++]) shown_->insert(group);
  }
  return error_code::success;
}

std::optional<any_message> message_viewer::see(any_message message) {
  if (shown_) {
    bool is_small = false;
    for_each_group(message, [&](const std::string& group, const std::string&) {
      is_small = is_small || !shown_->contains(group);
    });
    if (is_small) {
      ++report_.counts[static_cast<std::size_t>(removal::small_group)];
      return std::nullopt;
    }
  }
  return std::visit(
      [this]<class Message>(Message&& seen) -> std::optional<any_message> {
        auto left = reduced(std::forward<Message>(seen), with_, scope_, hash_, report_);
        if (!left) return std::nullopt;
        return any_message(std::move(*left));
      },
      std::move(message));
}

std::vector<bool> small_groups(std::span<const std::int64_t> sizes, std::int64_t k) {
  std::vector<bool> out;
  out.reserve(sizes.size());
  for (const auto size : sizes)
    out.push_back(size != 0 && size < k);
  const auto hidden = std::count(out.begin(), out.end(), true);
  if (hidden == 0) return out;
  std::vector<std::size_t> order;
  std::int64_t people = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (out[i]) people += sizes[i];
    if (sizes[i] >= k) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sizes[a] < sizes[b]; });
  bool alone = hidden == 1;
  for (auto next = order.begin(); next != order.end() && (alone || people < k); ++next) {
    out[*next] = true;
    people += sizes[*next];
    alone = false;
  }
  return out;
}

result<suppressed_table> suppress_small_groups(const plain_table& table, std::string_view column, std::int64_t k) {
  if (k < 2) return error_code::out_of_range;
  const auto at = std::find_if(table.columns.begin(), table.columns.end(),
                               [&](const table_column& one) { return one.key == column; });
  if (at == table.columns.end()) return error_code::unknown_name;
  const auto place = static_cast<std::size_t>(at - table.columns.begin());
  std::vector<std::int64_t> sizes;
  for (const auto& row : table.rows) {
    const auto& cell = row[place];
    std::int64_t size = 1;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), size);
    sizes.push_back(read.ec == std::errc() && read.ptr == cell.data() + cell.size() ? size : 1);
  }
  const auto small = small_groups(sizes, k);
  suppressed_table out;
  out.table.columns = table.columns;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (small[i]) {
      ++out.suppressed;
    } else {
      out.table.rows.push_back(table.rows[i]);
    }
  }
  return out;
}

std::string write_json(const view& with, const view_report& report) {
  std::string out;
  detail::json_writer to(out, json_layout::indented);
  to.begin_object();
  to.key("schema");
  to.string("esppadom/view/1");
  to.key("role");
  to.string(name_of(with.role));
  to.key("messages");
  to.integer(report.messages);
  to.key("removed");
  to.begin_object();
  for (const auto& item : enum_names<removal>::items) {
    to.key(item.name);
    to.integer(report.count(item.value));
  }
  to.end_object();
  to.end_object();
  return out + "\n";
}

}  // namespace esppadom::inline ESPPADOM_ABI
