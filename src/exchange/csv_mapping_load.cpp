#include "esppadom/exchange/csv_mapping.hpp"
#include "exchange/csv_plan.hpp"

#if ESPPADOM_WITH_JSON
#include "exchange/csv_mapping_maker.hpp"
#include "exchange/json_read.hpp"
#endif

namespace esppadom::inline ESPPADOM_ABI {

using namespace detail;

const std::string& csv_mapping::name() const { return plan_->name; }
field_subject csv_mapping::subject() const { return plan_->subject; }
bool csv_mapping::can_read() const { return plan_->can_read; }
bool csv_mapping::uses_circumstances() const { return !plan_->keys.empty(); }
std::vector<std::string> csv_mapping::files() const {
  std::vector<std::string> out;
  for (const auto& file : plan_->files)
    out.push_back(file.name);
  return out;
}

#if ESPPADOM_WITH_JSON

namespace {

void report_at(json_source& from, json_value& value, const json_step& step,
               std::vector<mapping_complaint>& complaints) {
  const std::string pointer = json_pointer(step);
  const char* at = json_source::start_of(value);
  for (auto& one : complaints) {
    if (one.kind == nullptr || one.pointer != pointer) continue;
    from.report(*one.kind, step, at, one.arguments);
    one.kind = nullptr;
  }
  if (*at == '{') {
    from.for_each_member_of(value, step, [&](std::string_view name, const char*, json_value& content) {
      report_at(from, content, step.under(name), complaints);
    });
  } else if (*at == '[') {
    from.for_each_item_of(value, step, [&](std::size_t index, json_value& content) {
      report_at(from, content, step.at(index), complaints);
    });
  } else {
    from.token(value, step);
  }
}

}  // namespace

result<csv_mapping> load_csv_mapping(std::string_view json, findings& found, const csv_mapping_options& options) {
  json_read_options reading;
  reading.file = options.file;
  mapping_document document;
  if (const error_code e = read_json_text<mapping_document>(json, found, reading).get(document);
      e != error_code::success)
    return e;
  plan_maker maker(document, options);
  auto plan = maker.make();
  if (maker.complaints().empty()) return csv_mapping(std::move(plan));
  json_source again(json, found, reading);
  again.with_root([&](json_value& root) { report_at(again, root, json_step{}, maker.complaints()); });
  for (const auto& one : maker.complaints()) {
    if (one.kind == nullptr) continue;  // what has no place of its own
    finding made;
    made.kind = one.kind;
    made.file = std::string(options.file);
    made.path = one.pointer;
    made.arguments = one.arguments;
    found.add(std::move(made));
  }
  return error_code::invalid_value;
}

#else

result<csv_mapping> load_csv_mapping(std::string_view, findings&, const csv_mapping_options&) {
  return error_code::not_built;
}

#endif

}  // namespace esppadom::inline ESPPADOM_ABI
