#include "exchange/bill_comparison_json.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "exchange/json_report.hpp"
#include "exchange/parameter_values.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

namespace {

// A key as a rule version sets it.
struct shown_setting {
  std::string rule_set;
  std::int64_t version = 1;
  rule_scope scope;
  std::optional<local_date> valid_from;
  std::optional<local_date> valid_to;
  std::string value;
};

// Puts down, version by version, what a book says of one key.
class settings_list {
 public:
  explicit settings_list(const differing_key& key) : key_(key) {}

  std::vector<shown_setting> of(const rule_book& book) {
    found_.clear();
    for (const auto& version : book.versions) {
      if (key_.funder.empty()) {
        add(version, version.values, version.set, key_.key);
      } else {
        add_funder(version);
      }
    }
    return std::move(found_);
  }

  std::string_view label() const { return label_; }
  std::string_view unit() const { return unit_; }

 private:
  void add_funder(const rule_version& from) {
    const auto& funders = from.values.funding.per_funder;
    const std::string_view inside = std::string_view(key_.key).substr(std::string_view("funding.per_funder.").size());
    for (std::size_t i = 0; i < funders.size() && i < from.per_funder_set.size(); ++i) {
      if (funders[i].funder == key_.funder) add(from, funders[i], from.per_funder_set[i], inside);
    }
  }

  template <class Set>
  void add(const rule_version& version, const Set& values, const parameter_mask<Set>& set, std::string_view name) {
    const std::size_t leaf = leaf_index<Set>(name);
    if (leaf == leaf_count<Set>) return;
    const auto shown = values_of(values);
    label_ = shown[leaf].label;
    unit_ = shown[leaf].unit;
    if (!set.test(leaf)) return;
    found_.push_back(
        {version.id, version.version, version.scope, version.valid_from, version.valid_to, shown[leaf].value});
  }

  const differing_key& key_;
  std::vector<shown_setting> found_;
  std::string_view label_;
  std::string_view unit_;
};

void write_settings(json_writer& to, std::string_view name, const std::vector<shown_setting>& settings) {
  to.key(name);
  to.begin_array();
  for (const auto& one : settings) {
    to.begin_object();
    write_shown(to, "rule_set", one.rule_set);
    write_shown(to, "version", one.version);
    to.key("scope");
    write_value(to, one.scope, json_absent::left_out);
    write_shown(to, "valid_from", one.valid_from);
    write_shown(to, "valid_to", one.valid_to);
    to.key("value");
    to.raw(one.value);
    to.end_object();
  }
  to.end_array();
}

void write_key(json_writer& to, const differing_key& key, const rule_book& ours, const rule_book& other) {
  settings_list settings(key);
  const auto our_settings = settings.of(ours);
  const auto other_settings = settings.of(other);
  to.begin_object();
  write_shown(to, "key", key.key);
  if (!key.funder.empty()) write_shown(to, "funder", key.funder);
  write_shown(to, "label", std::string(settings.label()));
  write_shown(to, "unit", std::string(settings.unit()));
  write_settings(to, "ours", our_settings);
  write_settings(to, "other", other_settings);
  to.end_object();
}

void write_family(json_writer& to, const compared_family& family, const rule_book& ours, const rule_book& other) {
  to.begin_object();
  write_shown(to, "family", std::string(rule_families[family.family].name));
  write_shown(to, "label", std::string(rule_families[family.family].label));
  write_shown(to, "alone", family.alone);
  write_shown(to, "step", family.step);
  to.key("keys");
  to.begin_array();
  for (const auto& key : family.keys)
    write_key(to, key, ours, other);
  to.end_array();
  to.end_object();
}

}  // namespace

void write_comparison(json_writer& to, const bill_comparison& compared, const rule_book& ours, language in) {
  to.key("comparison");
  to.begin_object();
  write_shown(to, "rule_book", compared.other.id);
  write_shown(to, "ours", compared.total.ours);
  write_shown(to, "other", compared.total.other);
  write_shown(to, "difference", compared.total.difference);
  to.key("families");
  to.begin_array();
  for (const auto& family : compared.families)
    write_family(to, family, ours, compared.other);
  to.end_array();
  write_shown(to, "beneficiaries", compared.beneficiaries);
  write_shown(to, "providers", compared.providers);
  write_shown(to, "funders", compared.funders);
  write_findings(to, compared.found, in);
  to.end_object();
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
