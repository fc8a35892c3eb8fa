// Messages as CSV and back, by a mapping.

#include "esppadom/exchange/csv_mapping.hpp"
#include "handles.hpp"

using namespace c_api;

struct esppadom_csv_mapping {
  esppadom::csv_mapping content;
};

struct esppadom_csv_exporter {
  std::vector<std::string> written;  ///< by file; never grows: the sinks refer to its texts
  std::optional<esppadom::csv_exporter> to;
  bool finished = false;
};

struct esppadom_csv_importer {
  esppadom::field_subject subject{};
  std::optional<esppadom::csv_importer> from;
};

namespace {

using esppadom::error_code;

problem parameters_of(const esppadom_view* given, std::uint64_t size, esppadom::csv_mapping_options& out) {
  if (size == 0) return none();
  ESPPADOM_C_NEED(given);
  if (size % 2 != 0) return because(error_code::invalid_value, "parameters_size");
  for (std::uint64_t i = 0; i < size; i += 2) {
    ESPPADOM_C_NEED_VIEW(given[i]);
    ESPPADOM_C_NEED_VIEW(given[i + 1]);
    out.parameters.emplace_back(text_of(given[i]), text_of(given[i + 1]));
  }
  return none();
}

problem load(esppadom_view json, esppadom_view name, const esppadom::csv_mapping_options& options,
             esppadom_findings* collector, esppadom::csv_mapping& out) {
  const std::string_view text = text_of(json).empty() ? esppadom::shipped_csv_mapping(text_of(name)) : text_of(json);
  if (text.empty()) return because(error_code::unknown_name, text_of(name));
  esppadom::findings found;
  const auto code = load_csv_mapping(text, found, options).get(out);
  problem met = code == error_code::success ? none() : because(code, found, text_of(name));
  add_to(collector, std::move(found));
  return met;
}

/// The next message of that kind, or none.
template <class Message>
std::unique_ptr<esppadom_message> next_of(esppadom::csv_importer& from) {
  Message message;
  if (!from.next(message)) return nullptr;
  return std::unique_ptr<esppadom_message>(new esppadom_message{std::move(message)});
}

}  // namespace

extern "C" {

esppadom_status esppadom_csv_mapping_load(esppadom_view json, esppadom_view name, const esppadom_view* parameters,
                                          uint64_t parameters_size, esppadom_findings* findings,
                                          esppadom_csv_mapping** mapping, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED_VIEW(json);
    ESPPADOM_C_NEED_VIEW(name);
    ESPPADOM_C_NEED(mapping);
    esppadom::csv_mapping_options options;
    options.file = text_of(name);
    ESPPADOM_C_TRY(parameters_of(parameters, parameters_size, options));
    auto made = std::make_unique<esppadom_csv_mapping>();
    ESPPADOM_C_TRY(load(json, name, options, findings, made->content));
    return give(std::move(made), mapping);
  });
}

uint64_t esppadom_csv_mapping_files(const esppadom_csv_mapping* mapping) {
  std::uint64_t count = 0;
  guarded(nullptr, [&]() -> problem {
    if (mapping != nullptr) count = mapping->content.files().size();
    return none();
  });
  return count;
}

esppadom_status esppadom_csv_mapping_file(const esppadom_csv_mapping* mapping, uint64_t index, esppadom_text* name,
                                          esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(mapping);
    ESPPADOM_C_NEED(name);
    const auto names = mapping->content.files();
    if (index >= names.size()) return because(error_code::out_of_range, "index");
    return give(names[static_cast<std::size_t>(index)], name);
  });
}

void esppadom_csv_mapping_free(esppadom_csv_mapping* mapping) { delete mapping; }

esppadom_status esppadom_csv_exporter_new(const esppadom_csv_mapping* mapping, esppadom_findings* findings,
                                          esppadom_csv_exporter** exporter, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(mapping);
    ESPPADOM_C_NEED(findings);
    ESPPADOM_C_NEED(exporter);
    auto made = std::make_unique<esppadom_csv_exporter>();
    made->written.resize(mapping->content.files().size());
    std::vector<esppadom::byte_sink> sinks;
    for (auto& text : made->written) {
      sinks.push_back({[&text](std::string_view bytes) {
        text += bytes;
        return error_code::success;
      }});
    }
    made->to.emplace(mapping->content, std::move(sinks), findings->all);
    return give(std::move(made), exporter);
  });
}

esppadom_status esppadom_csv_exporter_add(esppadom_csv_exporter* exporter, const esppadom_message* message,
                                          esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(exporter);
    ESPPADOM_C_NEED(message);
    if (exporter->finished) return because(error_code::conflict, "exporter");
    return std::visit([&](const auto& one) { return because(exporter->to->add(one), "message"); }, message->content);
  });
}

esppadom_status esppadom_csv_exporter_finish(esppadom_csv_exporter* exporter, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(exporter);
    if (exporter->finished) return because(error_code::conflict, "exporter");
    ESPPADOM_C_TRY(because(exporter->to->finish(), "exporter"));
    exporter->finished = true;
    return none();
  });
}

esppadom_status esppadom_csv_exporter_take(esppadom_csv_exporter* exporter, uint64_t file, esppadom_text* written,
                                           esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(exporter);
    ESPPADOM_C_NEED(written);
    if (file >= exporter->written.size()) return because(error_code::out_of_range, "file");
    auto& text = exporter->written[static_cast<std::size_t>(file)];
    ESPPADOM_C_TRY(give(text, written));
    text.clear();
    return none();
  });
}

void esppadom_csv_exporter_free(esppadom_csv_exporter* exporter) { delete exporter; }

esppadom_status esppadom_csv_importer_open(const esppadom_csv_mapping* mapping, const esppadom_view* paths,
                                           uint64_t paths_size, esppadom_findings* findings,
                                           esppadom_csv_importer** importer, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(mapping);
    ESPPADOM_C_NEED(paths);
    ESPPADOM_C_NEED(findings);
    ESPPADOM_C_NEED(importer);
    if (!mapping->content.can_read()) return because(error_code::unsupported, "mapping");
    if (paths_size != mapping->content.files().size()) return because(error_code::invalid_value, "paths_size");
    std::vector<esppadom::byte_source> sources;
    std::vector<std::string> names;
    for (std::uint64_t i = 0; i < paths_size; ++i) {
      ESPPADOM_C_NEED(paths[i].data);
      names.emplace_back(text_of(paths[i]));
      auto source =
          esppadom::bytes_of_file(std::filesystem::path(std::u8string(names.back().begin(), names.back().end())));
      if (!source) return because(source.error(), names.back());
      sources.push_back(std::move(*source));
    }
    auto made = std::make_unique<esppadom_csv_importer>();
    made->subject = mapping->content.subject();
    made->from.emplace(mapping->content, std::move(sources), findings->all, std::move(names));
    return give(std::move(made), importer);
  });
}

esppadom_status esppadom_csv_importer_next(esppadom_csv_importer* importer, esppadom_message** message,
                                           esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(importer);
    ESPPADOM_C_NEED(message);
    switch (importer->subject) {
      case esppadom::field_subject::order:
        return give(next_of<esppadom::order>(*importer->from), message);
      case esppadom::field_subject::delivery:
        return give(next_of<esppadom::delivery>(*importer->from), message);
      case esppadom::field_subject::invoice:
        return give(next_of<esppadom::invoice>(*importer->from), message);
      default:
        return because(error_code::unsupported, "mapping");  // circumstances are no message
    }
  });
}

void esppadom_csv_importer_free(esppadom_csv_importer* importer) { delete importer; }

}  // extern "C"
