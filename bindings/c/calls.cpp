// Calls of a voice server as messages; messages as a role may see them.

#include "esppadom/exchange/calls.hpp"

#include "esppadom/exchange/json.hpp"
#include "esppadom/exchange/views.hpp"
#include "handles.hpp"

using namespace c_api;

struct esppadom_identified {
  esppadom::identified_log log;
  esppadom::findings found;
};

struct esppadom_viewer {
  esppadom::message_viewer content;
};

namespace {

using esppadom::error_code;

/// Everything a log is identified with.
struct identify_inputs {
  std::vector<esppadom::raw_call> calls;
  esppadom::phone_directory directory;
  esppadom::circumstances planned;
  esppadom::call_message_settings with;
};

problem inputs_of(const esppadom_identify_options& given, esppadom::findings& found, identify_inputs& out) {
  for (const auto& view : {given.calls, given.calls_name, given.directory, given.directory_name, given.planned,
                           given.planned_name, given.transaction_id, given.method}) {
    if (is_broken(view)) return null_argument("options");
  }
  if (text_of(given.calls).empty()) return because(error_code::missing, "calls");
  if (text_of(given.directory).empty()) return because(error_code::missing, "directory");
  ESPPADOM_C_TRY(parsed(given.issued_at, "issued_at", out.with.issued_at,
                        [](std::string_view text) { return esppadom::parse_local_time(text); }));
  out.with.transaction_id = text_of(given.transaction_id);
  if (!text_of(given.method).empty()) out.with.method = text_of(given.method);
  auto code = esppadom::read_calls_csv(text_of(given.calls), text_of(given.calls_name), found).get(out.calls);
  if (code != error_code::success) return because(code, found, "calls");
  code =
      esppadom::read_phone_directory(text_of(given.directory), text_of(given.directory_name), found).get(out.directory);
  if (code != error_code::success) return because(code, found, "directory");
  if (text_of(given.planned).empty()) return none();
  esppadom::json_read_options how;
  how.file = text_of(given.planned_name);
  code = esppadom::read_circumstances_json(text_of(given.planned), found, how).get(out.planned);
  return code == error_code::success ? none() : because(code, found, "planned");
}

problem question_of(const esppadom_viewer_options& given, esppadom::view_question& out) {
  if (text_of(given.role).empty()) return because(error_code::missing, "role");
  if (given.keep_dates != 0 && given.keep_dates != 1) return because(error_code::invalid_value, "keep_dates");
  out.keep_dates = given.keep_dates == 1;
  ESPPADOM_C_TRY(named_of(given.role, "role", out.role));
  ESPPADOM_C_TRY(value_of(given.key, "key", out.key));
  ESPPADOM_C_TRY(value_of(given.provider, "provider", out.scope.provider));
  ESPPADOM_C_TRY(value_of(given.beneficiary, "beneficiary", out.scope.beneficiary));
  return value_of(given.service, "service", out.scope.service);
}

}  // namespace

extern "C" {

esppadom_status esppadom_identify(const esppadom_identify_options* options, const esppadom_rules* rules,
                                  esppadom_findings* findings, esppadom_identified** identified,
                                  esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(options);
    ESPPADOM_C_NEED(identified);
    esppadom_identify_options given;
    ESPPADOM_C_TRY(read_struct(options, given));
    auto made = std::make_unique<esppadom_identified>();
    identify_inputs read;
    problem met = inputs_of(given, made->found, read);
    if (met.status == ESPPADOM_SUCCESS) {
      const esppadom::rule_book neutral;
      made->log = esppadom::identify_log(read.calls, read.directory, read.planned,
                                         rules == nullptr ? neutral : rules->book, read.with, made->found);
    }
    add_to(findings, esppadom::findings(made->found));
    if (met.status != ESPPADOM_SUCCESS) return met;
    return give(std::move(made), identified);
  });
}

uint64_t esppadom_identified_size(const esppadom_identified* identified) {
  if (identified == nullptr) return 0;
  return identified->log.messages.visits.size() + identified->log.messages.raw_stamps.size();
}

uint64_t esppadom_identified_visits(const esppadom_identified* identified) {
  return identified == nullptr ? 0 : identified->log.messages.visits.size();
}

esppadom_status esppadom_identified_message(const esppadom_identified* identified, uint64_t index,
                                            esppadom_message** message, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(identified);
    ESPPADOM_C_NEED(message);
    if (index >= esppadom_identified_size(identified)) return because(error_code::out_of_range, "index");
    const auto& of = identified->log.messages;
    const auto at = static_cast<std::size_t>(index);
    const auto& one = at < of.visits.size() ? of.visits[at] : of.raw_stamps[at - of.visits.size()];
    return give(std::unique_ptr<esppadom_message>(new esppadom_message{one}), message);
  });
}

esppadom_status esppadom_identified_json(const esppadom_identified* identified, int32_t language, esppadom_text* json,
                                         esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(identified);
    ESPPADOM_C_NEED(json);
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(language, in));
    return give(write_json(identified->log, identified->found, in), json);
  });
}

void esppadom_identified_free(esppadom_identified* identified) { delete identified; }

esppadom_status esppadom_viewer_new(const esppadom_viewer_options* options, esppadom_viewer** viewer,
                                    esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(options);
    ESPPADOM_C_NEED(viewer);
    esppadom_viewer_options given;
    ESPPADOM_C_TRY(read_struct(options, given));
    esppadom::view_question asked;
    ESPPADOM_C_TRY(question_of(given, asked));
    auto made = esppadom::message_viewer::of(asked);
    if (!made) return because(made.error(), "role");
    return give(std::unique_ptr<esppadom_viewer>(new esppadom_viewer{std::move(made).value()}), viewer);
  });
}

esppadom_status esppadom_viewer_see(esppadom_viewer* viewer, const esppadom_message* message, esppadom_message** seen,
                                    esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(viewer);
    ESPPADOM_C_NEED(message);
    ESPPADOM_C_NEED(seen);
    auto left = viewer->content.see(message->content);
    std::unique_ptr<esppadom_message> made(left ? new esppadom_message{std::move(*left)} : nullptr);
    return give(std::move(made), seen);
  });
}

esppadom_status esppadom_viewer_count(esppadom_viewer* viewer, const esppadom_message* message,
                                      esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(viewer);
    ESPPADOM_C_NEED(message);
    viewer->content.count(message->content);
    return none();
  });
}

esppadom_status esppadom_viewer_smallest_group(esppadom_viewer* viewer, int64_t people, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(viewer);
    return because(viewer->content.leave_out_groups_below(people), "people");
  });
}

esppadom_status esppadom_viewer_report(const esppadom_viewer* viewer, esppadom_text* json, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(viewer);
    ESPPADOM_C_NEED(json);
    return give(write_json(viewer->content.with(), viewer->content.report()), json);
  });
}

void esppadom_viewer_free(esppadom_viewer* viewer) { delete viewer; }

}  // extern "C"
