// Messages in bulk: compared, as columns; the conformance kit.

#include "esppadom/exchange/arrow.hpp"
#include "esppadom/exchange/columns.hpp"
#include "esppadom/exchange/conformance.hpp"
#include "esppadom/exchange/difference_report.hpp"
#include "esppadom/exchange/inputs.hpp"
#include "handles.hpp"

using namespace c_api;

struct esppadom_batch {
  esppadom::message_batch content;
};

namespace {

using esppadom::error_code;

/// What a stream reads from; without a collector of the caller's, what is wrong is kept here.
struct table_source {
  esppadom::findings own;
  std::optional<esppadom::input_messages> messages;
};

problem report_in(std::int32_t form, esppadom::language in, const esppadom::conformance_report& report,
                  std::string& out) {
  switch (form) {
    case ESPPADOM_CONFORMANCE_JSON:
      out = write_json(report, in);
      return none();
    case ESPPADOM_CONFORMANCE_TAP:
      out = write_tap(report, in);
      return none();
    case ESPPADOM_CONFORMANCE_JUNIT:
      out = write_junit(report, in);
      return none();
    case ESPPADOM_CONFORMANCE_MARKDOWN:
      out = write_markdown(report, in);
      return none();
    case ESPPADOM_CONFORMANCE_HTML:
      out = write_html(report, in);
      return none();
    default:
      return because(error_code::unknown_name, "form");
  }
}

problem folder_of(esppadom_view path, const char* argument, std::optional<std::filesystem::path>& out) {
  if (is_broken(path)) return null_argument(argument);
  if (!text_of(path).empty()) out = path_of(path);
  return none();
}

}  // namespace

extern "C" {

esppadom_status esppadom_batch_new(esppadom_batch** batch, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(batch);
    return give(std::make_unique<esppadom_batch>(), batch);
  });
}

void esppadom_batch_free(esppadom_batch* batch) { delete batch; }

esppadom_status esppadom_batch_add(esppadom_batch* batch, const esppadom_message* message, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(batch);
    ESPPADOM_C_NEED(message);
    batch->content.add(message->content);
    return none();
  });
}

esppadom_status esppadom_batch_read(esppadom_batch* batch, esppadom_view path, esppadom_findings* findings,
                                    esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(batch);
    ESPPADOM_C_NEED(findings);
    return read_messages(path, {}, findings->all,
                         [&](esppadom::any_message&& message) { batch->content.add(std::move(message)); });
  });
}

esppadom_status esppadom_diff(const esppadom_batch* a, const esppadom_batch* b, int32_t language, int32_t personal_data,
                              esppadom_text* json, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(a);
    ESPPADOM_C_NEED(b);
    ESPPADOM_C_NEED(json);
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(language, in));
    if (personal_data != 0 && personal_data != 1) return because(error_code::invalid_value, "personal_data");
    const auto people = personal_data == 1 ? esppadom::personal_data::shown : esppadom::personal_data::hidden;
    return give(write_json(compare_batches(a->content, b->content), in, people), json);
  });
}

esppadom_status esppadom_columns_open(const esppadom_view* paths, uint64_t paths_size,
                                      const esppadom_columns_options* options, esppadom_findings* findings,
                                      struct ArrowArrayStream* stream, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(stream);
    if (paths_size == 0) return because(error_code::missing, "paths");
    ESPPADOM_C_NEED(paths);
    esppadom_columns_options given;
    ESPPADOM_C_TRY(read_struct(options, given));
    if (given.strict != 0 && given.strict != 1) return because(error_code::invalid_value, "strict");
    auto rows = esppadom::table_rows::visits;
    ESPPADOM_C_TRY(named_of(given.rows, "rows", rows));
    constexpr std::uint64_t most_rows = 16'777'216;
    if (given.batch_rows > most_rows) return because(error_code::out_of_range, "batch_rows");
    std::vector<std::filesystem::path> files;
    for (std::uint64_t i = 0; i < paths_size; ++i) {
      ESPPADOM_C_NEED(paths[i].data);
      files.push_back(path_of(paths[i]));
    }
    esppadom::read_options reading;
    if (given.strict == 1) reading.profile = esppadom::read_profile::strict;
    auto source = std::make_shared<table_source>();
    auto& found = findings == nullptr ? source->own : findings->all;
    source->messages.emplace(esppadom::input_reader(std::move(files), found), found, reading,
                             std::vector{message_of(rows)});
    const auto batch_rows =
        given.batch_rows == 0 ? esppadom::column_reader::usual_rows : static_cast<std::int64_t>(given.batch_rows);
    export_stream(esppadom::column_reader([source] { return source->messages->next(); }, rows, batch_rows), stream);
    return none();
  });
}

esppadom_status esppadom_request_add_columns(esppadom_request* request, struct ArrowArrayStream* visits,
                                             esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(request);
    ESPPADOM_C_NEED(visits);
    if (visits->release == nullptr) return because(error_code::missing, "visits");
    std::string about;
    const auto code =
        esppadom::import_visits(visits, about, [&](esppadom::delivery&& one) { request->content.messages.add(one); });
    return code == error_code::success ? none() : because(code, about);
  });
}

esppadom_status esppadom_conformance(esppadom_view kit, const esppadom_conformance_options* options,
                                     esppadom_findings* findings, esppadom_text* report, int32_t* passed,
                                     esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(kit.data);
    ESPPADOM_C_NEED(report);
    esppadom_conformance_options given;
    ESPPADOM_C_TRY(read_struct(options, given));
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(given.language, in));
    esppadom::conformance_options how;
    ESPPADOM_C_TRY(folder_of(given.answers, "answers", how.answers));
    ESPPADOM_C_TRY(folder_of(given.written, "written", how.written));
    ESPPADOM_C_TRY(value_of(given.judged, "judged", how.judged));
    esppadom::findings found;
    esppadom::conformance_report result;
    const auto code = run_conformance(path_of(kit), found, how).get(result);
    problem met = code == error_code::success ? none() : because(code, found, "kit");
    add_to(findings, std::move(found));
    if (met.status != ESPPADOM_SUCCESS) return met;
    std::string text;
    ESPPADOM_C_TRY(report_in(given.form, in, result, text));
    if (passed != nullptr) *passed = result.passed() ? 1 : 0;
    return give(text, report);
  });
}

}  // extern "C"
