// Paths: from their text to checked steps through the descriptions.
#include <algorithm>
#include <charconv>
#include <utility>

#include "esppadom/exchange/fields.hpp"
#include "exchange/field_path.hpp"

namespace esppadom::inline ESPPADOM_ABI {

using namespace detail;

namespace {

using shape = type_node::shape;
using select = path_step::select;

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

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
  return compiled_path::selector(path_maker::make(subject, text, ending::value, problem));
}
result<field_selector> field_selector::compile_list(field_subject subject, std::string_view text,
                                                    std::string* problem) {
  return compiled_path::selector(path_maker::make(subject, text, ending::list, problem));
}
result<field_selector> field_selector::compile_any(field_subject subject, std::string_view text, std::string* problem) {
  return compiled_path::selector(path_maker::make(subject, text, ending::any, problem));
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

}  // namespace esppadom::inline ESPPADOM_ABI
