#include "esppadom/exchange/rule_book_json.hpp"

#include "exchange/file_bytes.hpp"
#include "exchange/json_write.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace {

using namespace detail;

using funder_masks = std::vector<parameter_mask<funder_rules>>;

// Writes a rule set key by key; knows where it is so that unknown keys return to their place.
class rule_set_writer {
 public:
  rule_set_writer(json_writer& to, const std::vector<unknown_key>& unknown) : to_(to), unknown_(unknown) {}

  /// The members of an object: keys that are set, then unknown ones.
  template <class T, class Mask>
  void members(const T& group, const Mask& set, std::size_t base, const std::string& pointer,
               const funder_masks* funders) {
    known_members(group, set, base, pointer, funders);
    unknown_members(pointer);
  }

 private:
  template <class T, class Mask>
  void known_members(const T& group, const Mask& set, std::size_t base, const std::string& pointer,
                     const funder_masks* funders) {
    std::size_t leaf = base;
    for_each_member<T>([&]<class Entry>(const Entry& entry) {
      using type = member_type<Entry::member>;
      constexpr leaf_kind kind = leaf_kind_of<type>();
      const auto& value = group.*(Entry::member);
      if constexpr (kind == leaf_kind::group) {
        write_group(key_of(entry), value, set, leaf, pointer, funders);
        leaf += leaf_count<type>;
      } else if constexpr (kind == leaf_kind::leaf) {
        if (!set.test(leaf++)) return;
        to_.key(key_of(entry));
        write_value(to_, value, json_absent::shown, entry.unit);
      } else if (funders != nullptr && !funders->empty()) {
        write_funders(key_of(entry), value, *funders, pointer);
      }
    });
  }

  template <class T, class Mask>
  void write_group(std::string_view key, const T& value, const Mask& set, std::size_t base, const std::string& pointer,
                   const funder_masks* funders) {
    if (key.empty()) return known_members(value, set, base, pointer, funders);  // no level of its own
    const std::string here = pointer + "/" + std::string(key);
    bool any = has_unknown(here);
    for (std::size_t i = 0; i < leaf_count<T>; ++i)
      any = any || set.test(base + i);
    if constexpr (std::is_same_v<T, funding_rules>) any = any || (funders != nullptr && !funders->empty());
    if (!any) return;
    to_.key(key);
    to_.begin_object();
    members(value, set, base, here, funders);
    to_.end_object();
  }

  void write_funders(std::string_view key, const std::vector<funder_rules>& values, const funder_masks& sets,
                     const std::string& pointer) {
    to_.key(key);
    to_.begin_array();
    for (std::size_t i = 0; i < values.size() && i < sets.size(); ++i) {
      to_.begin_object();
      members(values[i], sets[i], 0, pointer + "/" + std::string(key) + "/" + std::to_string(i), nullptr);
      to_.end_object();
    }
    to_.end_array();
  }

  bool has_unknown(const std::string& pointer) const {
    for (const auto& one : unknown_) {
      if (one.pointer.starts_with(pointer + "/")) return true;
    }
    return false;
  }

  void unknown_members(const std::string& pointer) {
    for (const auto& one : unknown_) {
      const std::size_t last = one.pointer.rfind('/');
      if (last == std::string::npos || one.pointer.substr(0, last) != pointer) continue;
      to_.key(unescaped(std::string_view(one.pointer).substr(last + 1)));
      to_.raw(one.json);
    }
  }

  // RFC 6901: ~1 is a slash, ~0 a tilde.
  static std::string unescaped(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
      const bool escape = name[i] == '~' && i + 1 < name.size();
      out.push_back(!escape ? name[i] : name[++i] == '1' ? '/' : '~');
    }
    return out;
  }

  json_writer& to_;
  const std::vector<unknown_key>& unknown_;
};

void write_version(json_writer& to, const rule_version& one) {
  to.begin_object();
  to.key("id");
  to.string(one.id);
  to.key("version");
  to.integer(one.version);
  to.key("valid_from");
  write_value(to, one.valid_from, json_absent::shown);
  to.key("valid_to");
  write_value(to, one.valid_to, json_absent::shown);
  to.key("scope");
  write_value(to, one.scope, json_absent::left_out);
  if (one.source.text || one.source.url) {
    to.key("source");
    write_value(to, one.source, json_absent::left_out);
  }
  rule_set_writer(to, one.unknown).members(one.values, one.set, 0, {}, &one.per_funder_set);
  to.end_object();
}

}  // namespace

std::string canonical_json(const rule_version& one) {
  std::string out;
  json_writer to(out, json_layout::compact);
  write_version(to, one);
  return out;
}

std::string write_rule_book(const rule_book& book, json_layout layout) {
  std::string out;
  json_writer to(out, layout);
  to.begin_object();
  to.key("id");
  to.string(book.id);
  to.key("rule_sets");
  to.begin_array();
  for (const auto& one : book.versions)
    write_version(to, one);
  to.end_array();
  to.end_object();
  return out;
}

std::string neutral_rule_set_json(json_layout layout) {
  rule_version neutral;
  neutral.id = "neutral";
  neutral.set.set();
  std::string out;
  json_writer to(out, layout);
  to.begin_object();
  to.key("rule_set");
  write_version(to, neutral);
  to.end_object();
  return out;
}

result<rule_book> load_rule_book_file(const std::filesystem::path& path, findings& out,
                                      const json_read_options& options) {
  std::string bytes;
  if (const error_code e = detail::file_bytes(path, options.limits.bytes, out).get(bytes); e != error_code::success)
    return e;
  json_read_options named = options;
  const std::string name = detail::utf8_name(path);
  named.file = name;
  return load_rule_book(bytes, out, named);
}

}  // namespace esppadom::inline ESPPADOM_ABI
