// Getting, setting and counting fields along a path.
#include <algorithm>
#include <utility>

#include "esppadom/exchange/fields.hpp"
#include "exchange/csv_plan.hpp"
#include "exchange/field_path.hpp"

namespace esppadom::inline ESPPADOM_ABI {

using namespace detail;

// -- reading ----------------------------------------------------------------------------------------------------------

namespace {

using shape = type_node::shape;
using select = path_step::select;
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
  // Beyond that a list grows value by value, so that no index is a claim on memory.
  if (index > 9999 && index > list.count(from.at)) return error_code::out_of_range;
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

}  // namespace esppadom::inline ESPPADOM_ABI
