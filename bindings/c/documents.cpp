// Reading and writing documents, and checking them together.

#include <array>
#include <filesystem>

#include "esppadom/exchange/inputs.hpp"
#include "esppadom/exchange/reports.hpp"
#include "esppadom/exchange/severity_profile.hpp"
#include "handles.hpp"

using namespace c_api;

namespace {

using esppadom::error_code;

problem open_reader(esppadom::byte_source source, std::string name, const esppadom_read_options* options,
                    esppadom_findings* findings, esppadom_reader** reader) {
  esppadom::read_options reading;
  ESPPADOM_C_TRY(reading_of(options, reading));
  reading.file = name;
  auto made = std::unique_ptr<esppadom_reader>(new esppadom_reader{
      std::move(name), esppadom::message_reader(std::move(source), findings->all, std::move(reading))});
  return give(std::move(made), reader);
}

esppadom::byte_sink into(std::string& out) {
  return {[&out](std::string_view bytes) {
    out += bytes;
    return error_code::success;
  }};
}

problem format_of(std::int32_t number, esppadom::text_format& out) {
  if (number != ESPPADOM_XML && number != ESPPADOM_JSON) return because(error_code::unknown_name, "format");
  out = number == ESPPADOM_JSON ? esppadom::text_format::json : esppadom::text_format::xml;
  return none();
}

// The writer refers to its own text: it is made in place and never moved.
problem new_writer(std::int32_t kind, std::int32_t format, std::int32_t profile, const esppadom_reader* like,
                   std::unique_ptr<esppadom_writer>& out) {
  esppadom::message_kind of{};
  esppadom::text_format as{};
  esppadom::write_profile how{};
  ESPPADOM_C_TRY(choice_of(kind, "kind", of));
  ESPPADOM_C_TRY(format_of(format, as));
  ESPPADOM_C_TRY(choice_of(profile, "profile", how));
  out = std::make_unique<esppadom_writer>();
  out->head = like == nullptr ? default_envelope(of) : like->from.head();
  if (out->head.kind != of) return because(error_code::conflict, "kind");
  if (as == esppadom::text_format::xml) {
    out->xml.emplace(into(out->out), out->head, how);
  } else {
    out->json.emplace(into(out->out), out->head, how);
  }
  return none();
}

problem add(esppadom_writer& writer, const esppadom::any_message& message) {
  if (message.index() != static_cast<std::size_t>(writer.head.kind)) return because(error_code::conflict, "message");
  const auto code = writer.xml ? writer.xml->write(message) : writer.json->write(message);
  return because(code, "message");
}

problem finish(esppadom_writer& writer, const esppadom::envelope* complete) {
  if (complete == nullptr) return because(writer.xml ? writer.xml->finish() : writer.json->finish());
  return because(writer.xml ? writer.xml->finish(*complete) : writer.json->finish(*complete));
}

// Ends the checks; what is asked again later is there already.
void finish(esppadom_validator& validator) {
  if (validator.finished) return;
  validator.done.found = validator.checks.finish([&](const auto& wanted, const auto& each) {
    esppadom::findings told;  // when they were read first
    for_each_input(validator.paths, told, {}, [&](esppadom::input& one) {
      if (wanted(one.name)) each(one.name, std::move(one.bytes));
      return true;
    });
  });
  validator.finished = true;
}

problem add_to(esppadom_validator& validator, esppadom::byte_source source, const std::string& name) {
  validator.done.files.push_back(validator.checks.add(std::move(source), name));
  return none();
}

problem make_validator(const esppadom_read_options* options, esppadom::severity_profile levels,
                       esppadom_validator** validator) {
  ESPPADOM_C_NEED(validator);
  esppadom::read_options reading;
  ESPPADOM_C_TRY(reading_of(options, reading));
  esppadom::validation_options checking;
  checking.profile = reading.profile;
  checking.bounds = reading.bounds;
  checking.levels = std::move(levels);
  return give(std::unique_ptr<esppadom_validator>(new esppadom_validator{esppadom::validator(checking), {}, {}, false}),
              validator);
}

}  // namespace

extern "C" {

// -- reading ----------------------------------------------------------------------------------------------------------

esppadom_status esppadom_reader_open(esppadom_view path, const esppadom_read_options* options,
                                     esppadom_findings* findings, esppadom_reader** reader, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(path.data);
    ESPPADOM_C_NEED(findings);
    ESPPADOM_C_NEED(reader);
    auto source = esppadom::bytes_of_file(path_of(path));
    if (!source) return because(source.error(), text_of(path));
    return open_reader(std::move(*source), std::string(text_of(path)), options, findings, reader);
  });
}

esppadom_status esppadom_reader_open_memory(esppadom_view bytes, esppadom_view name,
                                            const esppadom_read_options* options, esppadom_findings* findings,
                                            esppadom_reader** reader, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED_VIEW(bytes);
    ESPPADOM_C_NEED_VIEW(name);
    ESPPADOM_C_NEED(findings);
    ESPPADOM_C_NEED(reader);
    return open_reader(esppadom::bytes_of(text_of(bytes)), std::string(text_of(name)), options, findings, reader);
  });
}

esppadom_status esppadom_reader_next(esppadom_reader* reader, esppadom_message** message, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(reader);
    ESPPADOM_C_NEED(message);
    auto next = reader->from.next();
    if (!next) return give(std::unique_ptr<esppadom_message>(), message);
    return give(std::unique_ptr<esppadom_message>(new esppadom_message{std::move(*next)}), message);
  });
}

int32_t esppadom_reader_readable(const esppadom_reader* reader) {
  return reader != nullptr && reader->from.readable() ? 1 : 0;
}

esppadom_status esppadom_reader_place(esppadom_reader* reader, uint64_t* line, uint64_t* column,
                                      esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(reader);
    const auto place = reader->from.place();
    if (line != nullptr) *line = place.line;
    if (column != nullptr) *column = place.column;
    return none();
  });
}

void esppadom_reader_free(esppadom_reader* reader) { delete reader; }

// -- writing ----------------------------------------------------------------------------------------------------------

esppadom_status esppadom_writer_new(int32_t kind, int32_t format, int32_t profile, const esppadom_reader* like,
                                    esppadom_writer** writer, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(writer);
    std::unique_ptr<esppadom_writer> made;
    ESPPADOM_C_TRY(new_writer(kind, format, profile, like, made));
    return give(std::move(made), writer);
  });
}

esppadom_status esppadom_writer_add(esppadom_writer* writer, const esppadom_message* message, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(writer);
    ESPPADOM_C_NEED(message);
    return add(*writer, message->content);
  });
}

esppadom_status esppadom_writer_take(esppadom_writer* writer, esppadom_text* written, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(writer);
    ESPPADOM_C_NEED(written);
    ESPPADOM_C_TRY(give(writer->out, written));
    writer->out.clear();
    return none();
  });
}

esppadom_status esppadom_writer_finish(esppadom_writer* writer, const esppadom_reader* like, esppadom_text* document,
                                       esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(writer);
    ESPPADOM_C_NEED(document);
    ESPPADOM_C_TRY(finish(*writer, like == nullptr ? nullptr : &like->from.head()));
    return give(writer->out, document);
  });
}

void esppadom_writer_free(esppadom_writer* writer) { delete writer; }

esppadom_status esppadom_message_write(const esppadom_message* message, int32_t format, int32_t profile,
                                       esppadom_text* document, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(message);
    ESPPADOM_C_NEED(document);
    std::unique_ptr<esppadom_writer> made;
    ESPPADOM_C_TRY(new_writer(static_cast<int32_t>(message->content.index()), format, profile, nullptr, made));
    ESPPADOM_C_TRY(add(*made, message->content));
    ESPPADOM_C_TRY(finish(*made, nullptr));
    return give(made->out, document);
  });
}

// -- validation -------------------------------------------------------------------------------------------------------

esppadom_status esppadom_validator_new(const esppadom_read_options* options, esppadom_validator** validator,
                                       esppadom_error** error) {
  return guarded(error, [&]() -> problem { return make_validator(options, {}, validator); });
}

esppadom_status esppadom_validator_new_graded(const esppadom_read_options* options, esppadom_view profile,
                                              esppadom_view name, esppadom_findings* findings,
                                              esppadom_validator** validator, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(validator);
    esppadom::severity_profile levels;
    if (!text_of(profile).empty()) {
      ESPPADOM_C_TRY(read_json(profile, name, findings, levels, [&](std::string_view text, auto& found) {
        esppadom::json_read_options how;
        how.file = text_of(name);
        return esppadom::load_severity_profile(text, found, how);
      }));
    } else {
      ESPPADOM_C_NEED_VIEW(name);
      ESPPADOM_C_TRY(because(esppadom::built_in_profile(text_of(name)).get(levels), "name"));
    }
    return make_validator(options, std::move(levels), validator);
  });
}

esppadom_status esppadom_validator_add(esppadom_validator* validator, esppadom_view path, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(validator);
    ESPPADOM_C_NEED(path.data);
    if (validator->finished) return because(error_code::conflict, "validator");
    const std::array paths{path_of(path)};
    validator->paths.push_back(paths.front());
    for_each_input(paths, validator->checks.found(), {}, [&](esppadom::input& one) {
      validator->done.files.push_back(validator->checks.add(std::move(one.bytes), one.name));
      return true;
    });
    return none();
  });
}

esppadom_status esppadom_validator_add_memory(esppadom_validator* validator, esppadom_view bytes, esppadom_view name,
                                              esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(validator);
    ESPPADOM_C_NEED_VIEW(bytes);
    ESPPADOM_C_NEED_VIEW(name);
    if (validator->finished) return because(error_code::conflict, "validator");
    return add_to(*validator, esppadom::bytes_of(text_of(bytes)), std::string(text_of(name)));
  });
}

esppadom_status esppadom_validator_report(esppadom_validator* validator, int32_t form, int32_t language,
                                          esppadom_text* report, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(validator);
    ESPPADOM_C_NEED(report);
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(language, in));
    if (form < ESPPADOM_REPORT_JSON || form > ESPPADOM_REPORT_JUNIT) return because(error_code::unknown_name, "form");
    finish(*validator);
    if (form == ESPPADOM_REPORT_SARIF) return give(write_sarif(validator->done, in), report);
    if (form == ESPPADOM_REPORT_JUNIT) return give(write_junit(validator->done, in), report);
    return give(write_json(report_of(validator->done, in)), report);
  });
}

esppadom_status esppadom_validator_findings(esppadom_validator* validator, esppadom_findings* findings,
                                            esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(validator);
    ESPPADOM_C_NEED(findings);
    finish(*validator);
    findings->all.merge(validator->done.found);
    return none();
  });
}

void esppadom_validator_free(esppadom_validator* validator) { delete validator; }

}  // extern "C"
