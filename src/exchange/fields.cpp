#include "esppadom/exchange/fields.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "exchange/csv_plan.hpp"
#include "exchange/field_path.hpp"

namespace esppadom::inline ESPPADOM_ABI {

using namespace detail;

// -- values and texts -------------------------------------------------------------------------------------------------

std::string to_string(const field_value& value) {
  return std::visit(
      []<class T>(const T& one) -> std::string {
        if constexpr (std::is_same_v<T, std::monostate>) {
          return {};
        } else if constexpr (std::is_same_v<T, std::string>) {
          return one;
        } else if constexpr (std::is_same_v<T, bool>) {
          return one ? "true" : "false";
        } else if constexpr (std::is_same_v<T, std::int64_t>) {
          return std::to_string(one);
        } else {
          std::string out;
          json_scalar<T>::append(out, one);
          return out;
        }
      },
      value);
}

namespace {

template <class T>
result<field_value> parse_as(std::string_view text) {
  T value{};
  if (const error_code e = json_scalar<T>::parse(text).get(value); e != error_code::success) return e;
  return field_value{value};
}

result<field_value> parse_integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) return error_code::out_of_range;
  if (error != std::errc{} || end != text.data() + text.size()) return error_code::invalid_syntax;
  return field_value{value};
}

}  // namespace

result<field_value> parse_field_value(field_type type, std::string_view text) {
  switch (type) {
    case field_type::text:
    case field_type::choice:
      return field_value{std::string(text)};
    case field_type::boolean:
      if (text == "true" || text == "1") return field_value{true};
      if (text == "false" || text == "0") return field_value{false};
      return error_code::invalid_syntax;
    case field_type::integer:
      return parse_integer(text);
    case field_type::decimal:
      return parse_as<decimal>(text);
    case field_type::amount:
      return parse_as<money>(text);
    case field_type::price:
      return parse_as<unit_price>(text);
    case field_type::percent:
      return parse_as<percentage>(text);
    case field_type::date:
      return parse_as<local_date>(text);
    case field_type::month:
      return parse_as<local_month>(text);
    case field_type::time:
      return parse_as<local_time>(text);
    case field_type::seconds:
      return parse_as<exact_duration>(text);
    case field_type::group:
      break;
  }
  return error_code::unsupported;
}

// -- paths ------------------------------------------------------------------------------------------------------------

namespace {

using shape = type_node::shape;
using select = path_step::select;

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

const type_node& without_maybe(const type_node& node) { return node.what == shape::maybe ? *node.inner : node; }

const member_node* member_named(const type_node& node, std::string_view name) {
  for (const auto& member : node.members) {
    if (member.name == name) return &member;
  }
  return nullptr;
}

const derived_node* derived_named(const type_node& node, std::string_view name) {
  for (const auto& value : node.derived) {
    if (value.name == name) return &value;
  }
  return nullptr;
}

// What a path may end at.
enum class ending : std::uint8_t { value, list, any };

class path_parser {
 public:
  path_parser(field_subject subject, std::string_view text) : rest_(text) {
    out_.subject = subject;
    out_.text = text;
  }

  error_code parse(ending end) {
    const type_node* at = &root_of(out_.subject);
    if (const error_code e = steps(at, out_.steps); e != error_code::success) return e;
    if (!rest_.empty()) return fail(error_code::invalid_syntax, rest_);
    return finish(at, end);
  }

  compiled_path take() { return std::move(out_); }
  const std::string& problem() const { return problem_; }

 private:
  error_code fail(error_code why, std::string_view where) {
    problem_ = where.empty() ? out_.text : std::string(where);
    return why;
  }

  std::string_view word() {
    std::size_t length = 0;
    while (length < rest_.size() && is_name_char(rest_[length]))
      ++length;
    const std::string_view out = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return out;
  }
  bool skip(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // Steps from `at` on; leaves there the type of the last, or null after a derived value.
  error_code steps(const type_node*& at, std::vector<path_step>& into) {
    do {
      const std::string_view whole = rest_;
      const std::string_view name = word();
      if (name.empty()) return fail(error_code::invalid_syntax, whole);
      if (at == nullptr) return fail(error_code::unknown_name, name);
      const type_node& group = without_maybe(*at);
      path_step step;
      step.member = member_named(group, name);
      if (step.member == nullptr) {
        step.derived = derived_named(group, name);
        if (step.derived == nullptr) return fail(error_code::unknown_name, name);
        at = nullptr;
      } else {
        at = step.member->type;
        const bool is_list = at->what == shape::list;
        if (rest_.starts_with('[')) {
          if (!is_list) return fail(error_code::conflict, whole.substr(0, name.size() + 1));
          at = at->inner;
          if (const error_code e = selector(*at, step); e != error_code::success) return e;
        }
      }
      into.push_back(std::move(step));
    } while (skip('.'));
    return error_code::success;
  }

  error_code selector(const type_node& item, path_step& step) {
    const std::string_view whole = rest_;
    skip('[');
    if (skip(']')) {
      step.how = select::open;
      ++out_.open;
      return error_code::success;
    }
    const std::size_t close = rest_.find(']');
    if (close == std::string_view::npos) return fail(error_code::invalid_syntax, whole);
    const std::string_view inside = rest_.substr(0, close);
    rest_.remove_prefix(close + 1);
    const auto [end, error] = std::from_chars(inside.data(), inside.data() + inside.size(), step.index);
    if (error == std::errc{} && end == inside.data() + inside.size() && step.index <= 9999) {
      step.how = select::index;
      return error_code::success;
    }
    const std::size_t equals = inside.find('=');
    if (equals == std::string_view::npos || equals == 0) return fail(error_code::invalid_syntax, inside);
    const bool other = inside[equals - 1] == '!';
    step.how = other ? select::other : select::equal;
    step.value = inside.substr(equals + 1);
    return key(item, inside.substr(0, equals - (other ? 1 : 0)), step);
  }

  // The member a key means: its name, or that of a code or of the list or scheme of one.
  error_code key(const type_node& item, std::string_view name, path_step& step) {
    const member_node* member = member_named(item, name);
    for (const char* tail : {"_code", "_id"}) {
      if (member == nullptr) member = member_named(item, std::string(name) + tail);
    }
    if (member == nullptr) return fail(error_code::unknown_name, name);
    path_step found;
    found.member = member;
    step.key.push_back(std::move(found));
    const type_node& type = without_maybe(*member->type);
    if (type.what == shape::plain) {
      path_step value;
      value.member = &type.members.front();
      step.key.push_back(std::move(value));
    } else if (type.what != shape::leaf) {
      return fail(error_code::conflict, name);
    }
    return error_code::success;
  }

  error_code finish(const type_node* at, ending end) {
    if (at == nullptr) {
      out_.type = out_.steps.back().derived->type;
      return end == ending::list ? fail(error_code::conflict, {}) : error_code::success;
    }
    const type_node& type = without_maybe(*at);
    out_.end = &type;
    if (end == ending::list) return type.what == shape::list ? error_code::success : fail(error_code::conflict, {});
    if (type.what == shape::list) return fail(error_code::missing, {});
    if (type.what == shape::plain) {
      path_step value;
      value.member = &type.members.front();
      out_.steps.push_back(std::move(value));
      out_.end = out_.steps.back().member->type;
      out_.type = out_.end->type;
      return error_code::success;
    }
    out_.type = type.what == shape::leaf ? type.type : field_type::group;
    return type.what == shape::group && end != ending::any ? fail(error_code::missing, {}) : error_code::success;
  }

  std::string_view rest_;
  std::string problem_;
  compiled_path out_;
};

}  // namespace

namespace detail {
// Gives field_selector its content.
struct path_maker {
  static result<compiled_path> make(field_subject subject, std::string_view text, ending end, std::string* problem) {
    path_parser parser(subject, text);
    if (const error_code e = parser.parse(end); e != error_code::success) {
      if (problem != nullptr) *problem = parser.problem();
      return e;
    }
    return parser.take();
  }
};
}  // namespace detail

result<field_selector> field_selector::compile(field_subject subject, std::string_view text, std::string* problem) {
  compiled_path made;
  if (const error_code e = path_maker::make(subject, text, ending::value, problem).get(made); e != error_code::success)
    return e;
  field_selector out;
  out.path_ = std::make_shared<const compiled_path>(std::move(made));
  return out;
}
result<field_selector> field_selector::compile_list(field_subject subject, std::string_view text,
                                                    std::string* problem) {
  compiled_path made;
  if (const error_code e = path_maker::make(subject, text, ending::list, problem).get(made); e != error_code::success)
    return e;
  field_selector out;
  out.path_ = std::make_shared<const compiled_path>(std::move(made));
  return out;
}
result<field_selector> field_selector::compile_any(field_subject subject, std::string_view text, std::string* problem) {
  compiled_path made;
  if (const error_code e = path_maker::make(subject, text, ending::any, problem).get(made); e != error_code::success)
    return e;
  field_selector out;
  out.path_ = std::make_shared<const compiled_path>(std::move(made));
  return out;
}

field_subject field_selector::subject() const { return path_ ? path_->subject : field_subject::delivery; }
const std::string& field_selector::text() const {
  static const std::string none;
  return path_ ? path_->text : none;
}
field_type field_selector::type() const { return path_ ? path_->type : field_type::text; }
std::size_t field_selector::open_indexes() const { return path_ ? path_->open : 0; }
std::string field_selector::open_list() const {
  const std::size_t at = text().rfind("[]");
  return at == std::string::npos ? std::string() : text().substr(0, at);
}
bool field_selector::settable() const {
  if (!path_ || path_->steps.empty()) return false;
  const derived_node* last = path_->steps.back().derived;
  return last == nullptr ? path_->type != field_type::group : last->write != nullptr;
}
bool field_selector::mandatory() const {
  if (!path_ || path_->steps.empty()) return false;
  return std::none_of(path_->steps.begin(), path_->steps.end(), [](const path_step& step) {
    return step.derived != nullptr || step.member->type->what == shape::maybe || step.member->type->what == shape::list;
  });
}
std::string field_selector::choices() const {
  const bool has = path_ && path_->end != nullptr && path_->end->choices != nullptr;
  return has ? path_->end->choices() : std::string();
}

// -- reading ----------------------------------------------------------------------------------------------------------

namespace {

using indexes = std::span<const std::size_t>;

// Where a path has come to.
struct place {
  const void* at = nullptr;
  const type_node* type = nullptr;
};

field_value read_key(const void* item, const type_node& type, const std::vector<path_step>& key);

bool matches(const void* item, const type_node& type, const path_step& step) {
  const bool equal = to_string(read_key(item, type, step.key)) == step.value;
  return equal == (step.how == select::equal);
}

// The item of a list a step means; null when there is none.
const void* item_of(const void* list, const type_node& type, const path_step& step, indexes& at) {
  switch (step.how) {
    case select::open: {
      const std::size_t index = at.empty() ? 0 : at.front();
      if (!at.empty()) at = at.subspan(1);
      return type.at(list, index);
    }
    case select::index:
      return type.at(list, step.index);
    case select::equal:
    case select::other:
      for (std::size_t i = 0; i < type.count(list); ++i) {
        const void* item = type.at(list, i);
        if (matches(item, *type.inner, step)) return item;
      }
      return nullptr;
    case select::none:
      break;
  }
  return list;
}

// One step down; `from.at` is null afterwards when there is nothing.
void descend(place& from, const path_step& step, indexes& at) {
  if (from.type->what == shape::maybe) {
    from.at = from.type->at(from.at, 0);
    from.type = from.type->inner;
    if (from.at == nullptr) return;
  }
  from.at = step.member->get(from.at);
  from.type = step.member->type;
  if (step.how == select::none) return;
  from.at = item_of(from.at, *from.type, step, at);
  from.type = from.type->inner;
}

field_value read_end(place end) {
  if (end.type->what == shape::maybe) {
    end.at = end.type->at(end.at, 0);
    end.type = end.type->inner;
  }
  if (end.at == nullptr) return {};
  return end.type->what == shape::leaf ? end.type->read(end.at) : field_value{true};
}

field_value read_key(const void* item, const type_node& type, const std::vector<path_step>& key) {
  place here{item, &type};
  indexes none;
  for (const auto& step : key) {
    descend(here, step, none);
    if (here.at == nullptr) return {};
  }
  return read_end(here);
}

result<field_value> get_in(const void* message, field_subject subject, const field_selector& path, indexes at) {
  const compiled_path* steps = compiled_path::of(path);
  if (steps == nullptr || steps->subject != subject) return error_code::unsupported;
  if (at.size() < steps->open) return error_code::missing;
  place here{message, &root_of(subject)};
  for (const auto& step : steps->steps) {
    if (step.derived != nullptr) {
      if (here.type->what == shape::maybe) {
        here.at = here.type->at(here.at, 0);
        if (here.at == nullptr) return field_value{};
      }
      return step.derived->read(here.at);
    }
    descend(here, step, at);
    if (here.at == nullptr) return field_value{};
  }
  return read_end(here);
}

result<std::size_t> count_in(const void* message, field_subject subject, const field_selector& path, indexes at) {
  const compiled_path* steps = compiled_path::of(path);
  if (steps == nullptr || steps->subject != subject || steps->end == nullptr || steps->end->what != shape::list)
    return error_code::unsupported;
  if (at.size() < steps->open) return error_code::missing;
  place here{message, &root_of(subject)};
  for (const auto& step : steps->steps) {
    descend(here, step, at);
    if (here.at == nullptr) return std::size_t{0};
  }
  return here.type->count(here.at);
}

// -- setting ----------------------------------------------------------------------------------------------------------

struct edited_place {
  void* at = nullptr;
  const type_node* type = nullptr;
};

error_code write_key(void* item, const type_node& type, const path_step& step);

error_code edit_item(edited_place& from, const path_step& step, indexes& at) {
  const type_node& list = *from.type;
  std::size_t index = step.index;
  if (step.how == select::open) {
    index = at.empty() ? 0 : at.front();
    if (!at.empty()) at = at.subspan(1);
  } else if (step.how != select::index) {
    const std::size_t count = list.count(from.at);
    for (index = 0; index < count; ++index) {
      if (matches(list.at(from.at, index), *list.inner, step)) break;
    }
  }
  if (index > 9999) return error_code::out_of_range;
  const bool is_new = index >= list.count(from.at);
  from.at = list.edit_at(from.at, index);
  from.type = list.inner;
  return is_new && step.how == select::equal ? write_key(from.at, *from.type, step) : error_code::success;
}

error_code edit_down(edited_place& from, const path_step& step, indexes& at) {
  if (from.type->what == shape::maybe) {
    from.at = from.type->edit_at(from.at, 0);
    from.type = from.type->inner;
  }
  from.at = step.member->edit(from.at);
  from.type = step.member->type;
  return step.how == select::none ? error_code::success : edit_item(from, step, at);
}

error_code write_end(edited_place end, const field_value& value) {
  if (end.type->what == shape::maybe) {
    if (!has_value(value)) {
      end.type->clear(end.at);
      return error_code::success;
    }
    const bool was_there = end.type->at(end.at, 0) != nullptr;
    const error_code e = end.type->inner->write(end.type->edit_at(end.at, 0), value);
    if (e != error_code::success && !was_there) end.type->clear(end.at);
    return e;
  }
  return end.type->write(end.at, value);
}

// A code whose list is known says so, unless it names one.
void name_list(void* owner, const type_node& type, const code_list& list) {
  if (&type != &node_of<code> || list.local_too || (list.agency != edess_agency && list.agency != local_agency)) return;
  code& value = *static_cast<code*>(owner);
  if (!value.list_id.empty()) return;
  value.list_id = list.id;
  value.list_agency_name = list.agency;
}

error_code write_steps(edited_place here, std::span<const path_step> steps, const field_value& value, indexes at) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const path_step& step = steps[i];
    if (step.derived != nullptr) {
      if (step.derived->write == nullptr) return error_code::unsupported;
      if (here.type->what == shape::maybe) here.at = here.type->edit_at(here.at, 0);
      return step.derived->write(here.at, value);
    }
    if (const error_code e = edit_down(here, step, at); e != error_code::success) return e;
    const bool value_of_plain = i + 2 == steps.size() && without_maybe(*here.type).what == shape::plain;
    if (!value_of_plain || step.member->codes.id.empty() || !has_value(value)) continue;
    edited_place owner = here;
    if (owner.type->what == shape::maybe) owner = {owner.type->edit_at(owner.at, 0), owner.type->inner};
    name_list(owner.at, *owner.type, step.member->codes);
  }
  return write_end(here, value);
}

error_code write_key(void* item, const type_node& type, const path_step& step) {
  return write_steps({item, &type}, step.key, field_value{step.value}, {});
}

// Nothing to set where there is nothing: what is missing on the way is not made for it. An optional group of one value,
// as a code, goes away with it.
error_code clear_in(void* message, const compiled_path& path, const field_selector& whole, indexes at) {
  const auto present = get_in(message, path.subject, whole, at);
  if (present && !has_value(*present) && path.steps.back().derived == nullptr) return error_code::success;
  edited_place here{message, &root_of(path.subject)};
  const auto steps = std::span<const path_step>(path.steps);
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    if (const error_code e = edit_down(here, steps[i], at); e != error_code::success) return e;
    const bool plain_end = i + 2 == steps.size() && here.type->what == shape::maybe &&
                           here.type->inner->what == shape::plain &&
                           steps.back().member == &here.type->inner->members.front();
    if (plain_end) {
      here.type->clear(here.at);
      return error_code::success;
    }
  }
  return write_steps(here, steps.last(1), field_value{}, at);
}

error_code set_in(void* message, field_subject subject, const field_selector& path, const field_value& value,
                  indexes at) {
  const compiled_path* steps = compiled_path::of(path);
  if (steps == nullptr || steps->subject != subject || steps->steps.empty()) return error_code::unsupported;
  if (at.size() < steps->open) return error_code::missing;
  if (!path.settable()) return error_code::unsupported;
  if (!has_value(value)) return clear_in(message, *steps, path, at);
  return write_steps({message, &root_of(subject)}, steps->steps, value, at);
}

}  // namespace

result<field_value> get_field(const order& from, const field_selector& path, indexes at) {
  return get_in(&from, field_subject::order, path, at);
}
result<field_value> get_field(const delivery& from, const field_selector& path, indexes at) {
  return get_in(&from, field_subject::delivery, path, at);
}
result<field_value> get_field(const invoice& from, const field_selector& path, indexes at) {
  return get_in(&from, field_subject::invoice, path, at);
}
result<field_value> get_field(const circumstances& from, const field_selector& path, indexes at) {
  return get_in(&from, field_subject::circumstances, path, at);
}

error_code set_field(order& into, const field_selector& path, const field_value& value, indexes at) {
  return set_in(&into, field_subject::order, path, value, at);
}
error_code set_field(delivery& into, const field_selector& path, const field_value& value, indexes at) {
  return set_in(&into, field_subject::delivery, path, value, at);
}
error_code set_field(invoice& into, const field_selector& path, const field_value& value, indexes at) {
  return set_in(&into, field_subject::invoice, path, value, at);
}
error_code set_field(circumstances& into, const field_selector& path, const field_value& value, indexes at) {
  return set_in(&into, field_subject::circumstances, path, value, at);
}

result<std::size_t> count_field(const order& from, const field_selector& path, indexes at) {
  return count_in(&from, field_subject::order, path, at);
}
result<std::size_t> count_field(const delivery& from, const field_selector& path, indexes at) {
  return count_in(&from, field_subject::delivery, path, at);
}
result<std::size_t> count_field(const invoice& from, const field_selector& path, indexes at) {
  return count_in(&from, field_subject::invoice, path, at);
}
result<std::size_t> count_field(const circumstances& from, const field_selector& path, indexes at) {
  return count_in(&from, field_subject::circumstances, path, at);
}

namespace detail {
void remove_last_item(circumstances& from, const field_selector& list) {
  const compiled_path* path = compiled_path::of(list);
  edited_place here{&from, &root_of(field_subject::circumstances)};
  indexes none;
  for (const auto& step : path->steps) {
    if (edit_down(here, step, none) != error_code::success) return;
  }
  if (here.type->what == shape::list && here.type->count(here.at) > 0) here.type->pop(here.at);
}
}  // namespace detail

// -- the listing ------------------------------------------------------------------------------------------------------

namespace {

std::string_view occurrence_of(const member_node& member) {
  switch (member.type->what) {
    case shape::maybe:
      return member.mandatory ? "1" : "0..1";
    case shape::list:
      return member.at_least_one ? "1..n" : "0..n";
    default:
      return "1";
  }
}

const type_node& value_type(const type_node& type) {
  return type.what == shape::maybe || type.what == shape::list ? *type.inner : type;
}

std::string_view part_label(std::string_view name) {
  if (name == "scheme_id") return "schéma de l'identifiant (schemeID)";
  if (name == "scheme_agency_name") return "organisme du schéma (schemeAgencyName)";
  if (name == "list_id") return "liste du code (listID)";
  if (name == "list_agency_name") return "organisme de la liste (listAgencyName)";
  if (name == "unit_code") return "unité (unitCode)";
  if (name == "currency") return "devise (currencyID)";
  return name;
}

/// What a group says about its members at the place where it stands.
struct surroundings {
  standing evidence = standing::open;
  std::array<std::string_view, 2> labels{};
};

void list_group(const type_node& group, const std::string& prefix, const surroundings& around,
                std::vector<field_info>& out);

void list_parts(const type_node& plain, const std::string& path, standing evidence, std::vector<field_info>& out) {
  for (const auto& part : plain.members.subspan(1)) {
    field_info info;
    info.path = path + "." + std::string(part.name);
    info.type = part.type->type;
    info.occurrence = "0..1";
    info.label = part_label(part.name);
    info.evidence = evidence;
    out.push_back(std::move(info));
  }
}

void list_member(const member_node& member, const std::string& prefix, const surroundings& around,
                 std::string_view label, std::vector<field_info>& out) {
  const type_node& type = value_type(*member.type);
  field_info info;
  info.path = prefix + std::string(member.name) + (member.type->what == shape::list ? "[]" : "");
  info.occurrence = occurrence_of(member);
  info.label = label.empty() ? member.label : label;
  info.evidence = member.has_evidence_of_group ? around.evidence : member.evidence;
  info.code_list = member.codes.id;
  info.type = type.what == shape::leaf    ? type.type
              : type.what == shape::plain ? type.members.front().type->type
                                          : field_type::group;
  info.settable = info.type != field_type::group;
  if (type.choices != nullptr) info.choices = type.choices();
  const std::string path = info.path;
  const standing evidence = info.evidence;
  out.push_back(std::move(info));
  if (type.what == shape::plain) list_parts(type, path, evidence, out);
  if (type.what == shape::group) list_group(type, path + ".", {evidence, member.inner}, out);
}

void list_group(const type_node& group, const std::string& prefix, const surroundings& around,
                std::vector<field_info>& out) {
  for (std::size_t i = 0; i < group.members.size(); ++i)
    list_member(group.members[i], prefix, around, i < 2 ? around.labels.at(i) : std::string_view{}, out);
  for (const auto& value : group.derived) {
    field_info info;
    info.path = prefix + std::string(value.name);
    info.type = value.type;
    info.occurrence = "0..1";
    info.label = value.label;
    info.evidence = value.evidence;
    info.derived = true;
    info.settable = value.write != nullptr;
    out.push_back(std::move(info));
  }
}

}  // namespace

std::vector<field_info> list_fields(field_subject subject) {
  std::vector<field_info> out;
  list_group(root_of(subject), {}, {}, out);
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
