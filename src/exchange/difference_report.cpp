#include "esppadom/exchange/difference_report.hpp"

#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "exchange/json_writer.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

using detail::json_writer;

using kinds = std::array<std::pair<message_kind, const batch_difference*>, 3>;
kinds kinds_of(const difference_report& report) {
  return {{{message_kind::order, &report.orders},
           {message_kind::delivery, &report.deliveries},
           {message_kind::invoice, &report.invoices}}};
}

std::string sentence(const difference& one, language in, personal_data people) {
  const bool fr = in == language::french;
  const bool hidden = one.personal && people == personal_data::hidden;
  const std::string mask = fr ? "(donnée personnelle, non montrée)" : "(personal data, not shown)";
  const auto value = [&](const std::optional<std::string>& side) { return hidden ? mask : "“" + *side + "”"; };
  const std::string what = one.path + " (" + one.label + ")" + (fr ? " : " : ": ");
  if (!one.left) return what + (fr ? "seulement dans B : " : "only in B: ") + value(one.right);
  if (!one.right) return what + (fr ? "seulement dans A : " : "only in A: ") + value(one.left);
  if (hidden) return what + (fr ? "diffère " : "differs ") + mask;
  return what + value(one.left) + (fr ? " dans A, " : " in A, ") + value(one.right) + (fr ? " dans B" : " in B");
}

void put(json_writer& to, std::string_view key, std::string_view text) {
  to.key(key);
  to.string(text);
}

void put_documents(json_writer& to, const difference_report& report, std::string_view key,
                   std::vector<std::string> batch_difference::*side) {
  to.key(key);
  to.begin_array();
  for (const auto& [kind, what] : kinds_of(report)) {
    for (const auto& id : what->*side) {
      to.begin_object();
      put(to, "message", name_of(kind));
      put(to, "id", id);
      to.end_object();
    }
  }
  to.end_array();
}

void put_difference(json_writer& to, message_kind kind, const difference& one, language in, personal_data people) {
  const auto value = [&](std::string_view key, const std::optional<std::string>& side) {
    to.key(key);
    if (!side) return to.raw("null");
    to.string(one.personal && people == personal_data::hidden ? "…" : std::string_view(*side));
  };
  to.begin_object();
  put(to, "message", name_of(kind));
  put(to, "id", one.document);
  put(to, "path", one.path);
  put(to, "label", one.label);
  value("a", one.left);
  value("b", one.right);
  to.key("personal");
  to.raw(one.personal ? "true" : "false");
  put(to, "text", sentence(one, in, people));
  to.end_object();
}

}  // namespace

difference_report compare_batches(const message_batch& a, const message_batch& b) {
  return {batch_differences(std::span<const order>(a.orders), std::span<const order>(b.orders)),
          batch_differences(std::span<const delivery>(a.deliveries), std::span<const delivery>(b.deliveries)),
          batch_differences(std::span<const invoice>(a.invoices), std::span<const invoice>(b.invoices))};
}

std::string write_text(const difference_report& report, language in, personal_data people) {
  const bool fr = in == language::french;
  if (report.empty()) return fr ? "A et B disent la même chose.\n" : "A and B say the same.\n";
  std::string out;
  for (const auto& [kind, what] : kinds_of(report)) {
    const std::string name(name_of(kind));
    for (const auto& id : what->only_left)
      out += name + " " + id + (fr ? " : seulement dans A\n" : ": only in A\n");
    for (const auto& id : what->only_right)
      out += name + " " + id + (fr ? " : seulement dans B\n" : ": only in B\n");
    std::string_view shown;
    for (const auto& one : what->differences) {
      if (shown != one.document) out += name + " " + one.document + "\n";
      shown = one.document;
      out += "  " + sentence(one, in, people) + "\n";
    }
  }
  return out;
}

std::string write_json(const difference_report& report, language in, personal_data people) {
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  put(to, "schema", "esppadom/diff/1");
  to.key("equal");
  to.raw(report.empty() ? "true" : "false");
  put_documents(to, report, "only_in_a", &batch_difference::only_left);
  put_documents(to, report, "only_in_b", &batch_difference::only_right);
  to.key("differences");
  to.begin_array();
  for (const auto& [kind, what] : kinds_of(report)) {
    for (const auto& one : what->differences)
      put_difference(to, kind, one, in, people);
  }
  to.end_array();
  to.end_object();
  return out + "\n";
}

}  // namespace esppadom::inline ESPPADOM_ABI
