#include "esppadom/exchange/rule_book_json.hpp"

#if ESPPADOM_WITH_JSON

#include <map>
#include <set>
#include <tuple>

#include "esppadom/exchange/sha256.hpp"
#include "esppadom/rules/advice.hpp"
#include "esppadom/rules/consistency.hpp"
#include "exchange/json_read.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace {

using namespace detail;

template <class T>
std::string known_group_keys() {
  std::string out;
  const auto add = [&](std::string_view key) {
    if (!out.empty()) out += ", ";
    out += key;
  };
  for_each_member<T>([&]<class Entry>(const Entry& entry) {
    using type = member_type<Entry::member>;
    if constexpr (described<type>) {
      if (key_of(entry).empty()) {
        add(known_group_keys<type>());
        return;
      }
    }
    add(key_of(entry));
  });
  return out;
}

/// Where keys of a rule set stand in the file, by pointer inside the set.
using key_places = std::map<std::string, std::size_t, std::less<>>;

/// Reads one rule set.
class version_reader {
 public:
  version_reader(json_source& from, rule_version& out, key_places& places) : from_(from), out_(out), places_(places) {}

  bool read(json_value& value, const json_step& step) {
    if (!expect_container(from_, value, step, '{')) return false;
    const char* start = json_source::start_of(value);
    place({}, start);
    std::vector<std::string_view> seen;
    bool good = true;
    from_.for_each_member_of(value, step, [&](std::string_view name, const char* at, json_value& content) {
      const json_step here = step.under(name);
      good &= first_time(seen, name, here, at);
      bool known = false;
      good &= head(name, at, content, here, known);
      if (!known) good &= member(name, at, content, here, std::string{}, out_.values, out_.set, 0, known);
      if (!known) good &= unknown(at, content, here, std::string{}, known_group_keys<rule_set>());
    });
    if (from_.is_dead()) return false;
    for (const std::string_view needed : {"id", "version", "scope"}) {
      if (std::find(seen.begin(), seen.end(), needed) != seen.end()) continue;
      from_.report(json_missing_key, step, start, {std::string(needed)});
      good = false;
    }
    return good;
  }

 private:
  bool head(std::string_view name, const char* at, json_value& value, const json_step& here, bool& known) {
    known = true;
    if (name == "id") {
      place("/id", at);
      if (!read_value(from_, value, here, out_.id)) return false;
      return not_empty(out_.id, "id", here, at);
    }
    if (name == "version") return read_value(from_, value, here, out_.version, {parameter_unit::count, 1});
    if (name == "valid_from") return read_value(from_, value, here, out_.valid_from);
    if (name == "valid_to") {
      place("/valid_to", at);
      return read_value(from_, value, here, out_.valid_to);
    }
    if (name == "scope") {
      place("/scope", at);
      return read_value(from_, value, here, out_.scope);
    }
    if (name == "source") {
      if (*json_source::start_of(value) == '"') return read_value(from_, value, here, out_.source.text);
      return read_value(from_, value, here, out_.source);
    }
    known = false;
    return true;
  }

  bool not_empty(const std::string& text, std::string_view key, const json_step& here, const char* at) {
    if (!text.empty()) return true;
    from_.report(rul_empty_name, here, at, {std::string(key)});
    return false;
  }

  bool first_time(std::vector<std::string_view>& seen, std::string_view name, const json_step& here, const char* at) {
    const bool twice = std::find(seen.begin(), seen.end(), name) != seen.end();
    if (twice) from_.report(json_duplicate_key, here, at, {quoted_for_finding(name)});
    seen.push_back(name);
    return !twice;
  }

  bool unknown(const char* at, json_value& value, const json_step& here, const std::string& pointer,
               const std::string& keys) {
    unknown_key kept;
    kept.pointer = pointer + json_pointer(last_of(here));
    const bool good = read_unknown(from_, value, here, at, keys, &kept.json);
    if (good && !from_.is_dead()) out_.unknown.push_back(std::move(kept));
    return good;
  }

  // Only the last part of a place: "/name", escaped.
  static json_step last_of(const json_step& here) {
    static constexpr json_step root{};
    json_step alone = here;
    alone.parent = &root;
    return alone;
  }

  template <class T, class Mask>
  bool member(std::string_view name, const char* at, json_value& value, const json_step& here,
              const std::string& pointer, T& group, Mask& set, std::size_t base, bool& known) {
    bool good = true;
    std::size_t leaf = base;
    for_each_member<T>([&]<class Entry>(const Entry& entry) {
      using type = member_type<Entry::member>;
      constexpr leaf_kind kind = leaf_kind_of<type>();
      const std::size_t mine = leaf;
      if constexpr (kind == leaf_kind::group) leaf += leaf_count<type>;
      if constexpr (kind == leaf_kind::leaf) ++leaf;
      if (known) return;
      if constexpr (kind == leaf_kind::group) {
        if (key_of(entry).empty()) {
          good = member(name, at, value, here, pointer, group.*(Entry::member), set, mine, known);
          return;
        }
      }
      if (key_of(entry) != name) return;
      known = true;
      const std::string below = pointer + "/" + std::string(name);
      place(below, at);
      if constexpr (kind == leaf_kind::group) {
        good = members(value, here, below, group.*(Entry::member), set, mine);
      } else if constexpr (kind == leaf_kind::leaf) {
        good = read_value(from_, value, here, group.*(Entry::member), bounds_of(entry)) &&
               check_built(from_, here, at, entry, group);
        set.set(mine);
      } else {
        good = funders(value, here, below, group.*(Entry::member));
      }
    });
    return good;
  }

  template <class T, class Mask>
  bool members(json_value& value, const json_step& step, const std::string& pointer, T& group, Mask& set,
               std::size_t base) {
    if (!expect_container(from_, value, step, '{')) return false;
    std::vector<std::string_view> seen;
    bool good = true;
    from_.for_each_member_of(value, step, [&](std::string_view name, const char* at, json_value& content) {
      const json_step here = step.under(name);
      good &= first_time(seen, name, here, at);
      bool known = false;
      good &= member(name, at, content, here, pointer, group, set, base, known);
      if (!known) good &= unknown(at, content, here, pointer, known_group_keys<T>());
    });
    return good && !from_.is_dead();
  }

  bool funders(json_value& value, const json_step& step, const std::string& pointer, std::vector<funder_rules>& out) {
    if (!expect_container(from_, value, step, '[')) return false;
    out.clear();
    out_.per_funder_set.clear();
    bool good = true;
    from_.for_each_item_of(value, step, [&](std::size_t index, json_value& content) {
      const json_step here = step.at(index);
      const char* at = json_source::start_of(content);
      const std::string below = pointer + "/" + std::to_string(index);
      place(below, at);
      funder_rules one;
      parameter_mask<funder_rules> set;
      good &= members(content, here, below, one, set, 0);
      if (from_.is_dead()) return;
      if (!set.test(0)) {
        from_.report(json_missing_key, here, at, {"funder"});
        good = false;
      } else {
        good &= not_empty(one.funder, "funding.per_funder.funder", here, at);
      }
      for (const auto& other : out) {
        if (other.funder != one.funder || one.funder.empty()) continue;
        from_.report(rul_named_twice, here, at, {"funding.per_funder", one.funder});
        good = false;
      }
      out.push_back(std::move(one));
      out_.per_funder_set.push_back(set);
    });
    return good && !from_.is_dead();
  }

  void place(std::string_view pointer, const char* at) {
    places_.try_emplace(std::string(pointer), from_.offset_of(at));
  }

  json_source& from_;
  rule_version& out_;
  key_places& places_;
};

static_assert(parameter_table<funder_rules>[0].keys[0] == "funder");

/// A book being read: its versions, where they stand, and what is wrong between them.
class book_reader {
 public:
  book_reader(json_source& from, rule_book& out) : from_(from), out_(out) {}

  bool read(json_value& root) {
    const json_step step;
    if (!expect_container(from_, root, step, '{')) return false;
    const char* start = json_source::start_of(root);
    std::vector<std::string_view> seen;
    bool good = true;
    from_.for_each_member_of(root, step, [&](std::string_view name, const char* at, json_value& value) {
      const json_step here = step.under(name);
      if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
        from_.report(json_duplicate_key, here, at, {quoted_for_finding(name)});
        good = false;
      }
      seen.push_back(name);
      good &= member(name, at, value, here);
    });
    if (from_.is_dead()) return false;
    const auto has = [&](std::string_view name) { return std::find(seen.begin(), seen.end(), name) != seen.end(); };
    if (has("rule_set") && has("rule_sets")) {
      from_.report(json_duplicate_key, step, start, {"rule_set, rule_sets"});
      good = false;
    } else if (has("rule_set")) {
      if (!has("id") && !out_.versions.empty()) out_.id = out_.versions.front().id;
    } else {
      for (const std::string_view needed : {"id", "rule_sets"}) {
        if (has(needed)) continue;
        from_.report(json_missing_key, step, start, {std::string(needed)});
        good = false;
      }
    }
    return good && check();
  }

  /// What deserves a second look in a book that is good.
  void advise() {
    if (out_.versions.empty()) from_.report_at(rul_no_rule_set, {}, 0, {});
    for (std::size_t i = 0; i < out_.versions.size(); ++i) {
      for (rule_advice& one : advice_on(out_, i))
        fault(i, *one.kind, one.pointer, std::move(one.arguments));
    }
  }

 private:
  bool member(std::string_view name, const char* at, json_value& value, const json_step& here) {
    if (name == "id") return read_value(from_, value, here, out_.id);
    if (name == "rule_set") return version(value, here);
    if (name == "rule_sets") {
      if (!expect_container(from_, value, here, '[')) return false;
      bool good = true;
      from_.for_each_item_of(value, here,
                             [&](std::size_t index, json_value& item) { good &= version(item, here.at(index)); });
      return good;
    }
    return read_unknown(from_, value, here, at, "id, rule_set, rule_sets");
  }

  bool version(json_value& value, const json_step& here) {
    out_.versions.emplace_back();
    places_.emplace_back();
    prefixes_.push_back(json_pointer(here));
    return version_reader(from_, out_.versions.back(), places_.back()).read(value, here);
  }

  // Everything that needs more than one key.
  bool check() {
    bool good = true;
    for (std::size_t i = 0; i < out_.versions.size(); ++i) {
      good &= check_scope(i) && check_dates(i);
      for (std::size_t j = 0; j < i; ++j)
        good &= check_pair(j, i);
    }
    for (std::size_t i = 0; good && i < out_.versions.size(); ++i)
      check_consistency(i);
    return good && from_.errors() == 0;
  }

  bool check_scope(std::size_t index) {
    const rule_scope& scope = out_.versions[index].scope;
    const std::array<const std::optional<std::string>*, 5> fields{&scope.departement, &scope.funder, &scope.provider,
                                                                  &scope.service, &scope.beneficiary};
    bool good = true;
    for (const auto& item : enum_names<scope_level>::items) {
      const std::optional<std::string>& field = *fields.at(static_cast<std::size_t>(item.value));
      const std::vector<std::string> arguments{std::string(name_of(scope.level)), std::string(item.name)};
      const bool is_level = item.value == scope.level && item.value != scope_level::departement;
      if (is_level && !field) good = fault(index, rul_scope_incomplete, "/scope", arguments);
      if (field && item.value > scope.level) good = fault(index, rul_scope_too_specific, "/scope", arguments);
      if (field && field->empty()) good = fault(index, rul_empty_name, "/scope", {"scope." + std::string(item.name)});
    }
    // A rate is judged over all visits of a provider: a penalty cannot differ by service or beneficiary.
    const bool too_narrow = scope.level == scope_level::service || scope.level == scope_level::beneficiary;
    if (too_narrow && out_.versions[index].set.test(leaf_index<rule_set>("correction.penalty"))) {
      good = fault(index, rul_without_effect, "/correction/penalty", {"correction.penalty", "scope.level = provider"});
    }
    return good;
  }

  bool check_dates(std::size_t index) {
    const rule_version& one = out_.versions[index];
    if (!one.valid_from || !one.valid_to || *one.valid_from <= *one.valid_to) return true;
    return fault(index, rul_dates_reversed, "/valid_to", {to_string(*one.valid_from), to_string(*one.valid_to)});
  }

  bool check_pair(std::size_t first, std::size_t second) {
    const rule_version& a = out_.versions[first];
    const rule_version& b = out_.versions[second];
    if (a.id == b.id && a.version == b.version) return fault(second, rul_duplicate_version, "/id", {label_of(b)});
    const bool a_before = a.valid_to && b.valid_from && *a.valid_to < *b.valid_from;
    const bool b_before = b.valid_to && a.valid_from && *b.valid_to < *a.valid_from;
    const auto& one = a.scope.departement;
    const auto& other = b.scope.departement;
    if (one && other && *one != *other) return fault(second, rul_several_departements, "/scope", {*one, *other});
    if (!(a.scope == b.scope) || a_before || b_before) return true;
    return fault(second, rul_overlap, {}, {label_of(a), label_of(b)});
  }

  // What this version asks of others, over all the dates on which it holds.
  void check_consistency(std::size_t index) {
    const rule_version& one = out_.versions[index];
    rule_query query;
    const auto text = [](const std::optional<std::string>& field) {
      return field ? std::string_view(*field) : std::string_view{};
    };
    query.departement = text(one.scope.departement);
    query.funder = text(one.scope.funder);
    query.provider = text(one.scope.provider);
    query.service = text(one.scope.service);
    query.beneficiary = text(one.scope.beneficiary);
    query.date = one.valid_from.value_or(first_date);
    const local_date last = one.valid_to.value_or(last_date);
    std::set<std::tuple<const finding_kind*, std::string, std::string>> told;
    while (query.date <= last) {
      const resolved_rules resolved = resolve(out_, query);
      for (const rule_conflict& conflict : conflicts_of(resolved.rules)) {
        const std::string pointer = blamed_key(index, resolved, conflict);
        if (pointer.empty() || !told.emplace(conflict.kind, pointer, conflict.text).second) continue;
        fault(index, *conflict.kind, pointer, {conflict.key, conflict.text});
      }
      query.date = resolved.valid_to + 1;
    }
  }

  // The key of this version that takes part in a conflict; empty when the conflict is between others.
  std::string blamed_key(std::size_t index, const resolved_rules& resolved, const rule_conflict& conflict) const {
    for (const std::string& key : {conflict.key, conflict.other}) {
      if (key.starts_with("funding.per_funder")) {
        if (out_.versions[index].per_funder_set.empty()) continue;
        return "/funding/per_funder";
      }
      const std::size_t leaf = leaf_index<rule_set>(key);
      if (leaf == leaf_count<rule_set> || resolved.origin[leaf] != index) continue;
      std::string pointer = "/" + key;
      std::replace(pointer.begin(), pointer.end(), '.', '/');
      return pointer;
    }
    return {};
  }

  bool fault(std::size_t index, const finding_kind& kind, std::string_view pointer,
             std::vector<std::string> arguments) {
    const key_places& places = places_[index];
    auto at = places.find(pointer);
    if (at == places.end()) at = places.find(std::string_view{});
    from_.report_at(kind, prefixes_[index] + std::string(pointer), at == places.end() ? 0 : at->second,
                    std::move(arguments));
    return false;
  }

  json_source& from_;
  rule_book& out_;
  std::vector<key_places> places_;
  std::vector<std::string> prefixes_;
};

enum class advice : std::uint8_t { left_out, given };

result<rule_book> load(std::string_view bytes, findings& out, const json_read_options& options, advice wanted) {
  json_source from(bytes, out, options);
  rule_book book;
  bool good = true;
  const bool whole = from.with_root([&](json_value& root) {
    book_reader reader(from, book);
    good = reader.read(root);
    if (good && wanted == advice::given) reader.advise();
  });
  if (!whole || !good || from.errors() > 0) return from.failure();
  for (rule_version& one : book.versions) {
    const error_code error = sha256_hex(canonical_json(one)).get(one.sha256);
    if (error != error_code::success && error != error_code::not_built) return error;
  }
  return book;
}

}  // namespace

result<rule_book> load_rule_book(std::string_view bytes, findings& out, const json_read_options& options) {
  return load(bytes, out, options, advice::left_out);
}

result<rule_book> check_rule_book(std::string_view bytes, findings& out, const json_read_options& options) {
  return load(bytes, out, options, advice::given);
}

}  // namespace esppadom::inline ESPPADOM_ABI

#else

namespace esppadom::inline ESPPADOM_ABI {

result<rule_book> load_rule_book(std::string_view, findings&, const json_read_options&) {
  return error_code::not_built;
}
result<rule_book> check_rule_book(std::string_view, findings&, const json_read_options&) {
  return error_code::not_built;
}

}  // namespace esppadom::inline ESPPADOM_ABI

#endif
