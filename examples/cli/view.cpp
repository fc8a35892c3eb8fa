// esppadom view: messages as a role may see them.

#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <utility>

#include "commands.hpp"
#include "esppadom/exchange/json_documents.hpp"
#include "esppadom/exchange/views.hpp"
#include "esppadom/exchange/xml.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"
#include "output.hpp"

namespace cli {
namespace {

using esppadom::error_code;
using esppadom::findings;
using esppadom::message_kind;

constexpr std::string_view schema = "esppadom/view/1";

std::string extension_of(const std::string& path) { return std::filesystem::path(path).extension().string(); }

/// The messages of one kind as one document, written to its file while they are read. Nothing of the source but its
/// messages is taken over: comments around them may name persons.
class kept_messages {
 public:
  kept_messages(message_kind kind, bool json, std::ofstream& out) : out_(out) {
    const esppadom::byte_sink sink{[this](std::string_view bytes) {
      out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
      return out_ ? error_code::success : error_code::unwritable;
    }};
    const auto head = esppadom::default_envelope(kind);
    if (json) {
      json_.emplace(sink, head);
    } else {
      xml_.emplace(sink, head, esppadom::write_profile::round_trip);
    }
  }
  kept_messages(const kept_messages&) = delete;
  kept_messages& operator=(const kept_messages&) = delete;

  error_code add(const esppadom::any_message& message) { return json_ ? json_->write(message) : xml_->write(message); }

  error_code finish() {
    const auto error = json_ ? json_->finish() : xml_->finish();
    out_.close();
    return error == error_code::success && !out_ ? error_code::unwritable : error;
  }

 private:
  std::ofstream& out_;
  std::optional<esppadom::json_document_writer> json_;
  std::optional<esppadom::message_writer> xml_;
};

/// Where the messages of each kind go: one file, or one a kind in a folder. They appear when all are complete.
class view_output {
 public:
  view_output(const std::string& path, const speaker& to)
      : path_(path),
        json_(extension_of(path) == ".json"),
        one_file_(json_ || extension_of(path) == ".xml"),
        folder_(one_file_ ? path_.parent_path() : path_),
        to_(to) {}

  void add(const esppadom::any_message& message) {
    const auto place = message.index();
    auto& kept = kept_[place];
    if (!kept) {
      if (one_file_ && kinds_++ > 0)
        throw usage_error(std::string(to_.say({"messages of several kinds: name a folder with --output",
                                               "messages de plusieurs types : nommez un dossier avec --output"})));
      constexpr std::array<std::string_view, 3> names{"orders.xml", "deliveries.xml", "invoices.xml"};
      check(folder_.open(one_file_ ? path_.filename() : std::filesystem::path(names[place]), files_[place]));
      kept.emplace(static_cast<message_kind>(place), json_, files_[place]);
    }
    const auto error = kept->add(message);
    if (error == error_code::unwritable) check(error);
    if (error == error_code::success) return;
    throw cannot_go_on(std::string(
        to_.say({"a message cannot be written in this form", "un message ne peut être écrit sous cette forme"})));
  }

  void finish() {
    for (auto& one : kept_) {
      if (one) check(one->finish());
    }
    check(folder_.commit());
  }

 private:
  void check(error_code error) const {
    if (error == error_code::success) return;
    const auto& failed = folder_.failed().empty() ? path_ : folder_.failed();
    throw cannot_go_on(to_.say({"cannot write {0}", "écriture impossible de {0}"}, {failed.generic_string()}));
  }

  std::filesystem::path path_;
  bool json_;
  bool one_file_;
  staged_folder folder_;
  const speaker& to_;
  int kinds_ = 0;
  std::array<std::ofstream, 3> files_;
  std::array<std::optional<kept_messages>, 3> kept_;
};

std::string key_in(const std::string& path, const speaker& to) {
  std::string key;
  if (file_bytes(path).get(key) != error_code::success)
    throw cannot_go_on(to.say({"cannot read {0}", "lecture impossible de {0}"}, {path}));
  while (!key.empty() && (key.back() == '\n' || key.back() == '\r'))
    key.pop_back();
  return key;
}

esppadom::message_viewer viewer_of(const view_options& options, const speaker& to) {
  if (options.role.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--role"}));
  const esppadom::view_question asked{choice<esppadom::view_role>("--role", options.role, to),
                                      {options.provider, options.beneficiary, options.service},
                                      options.key_file.empty() ? std::string() : key_in(options.key_file, to),
                                      options.keep_dates};
  const auto& with = esppadom::view_of(asked.role);
  const auto need = [&](bool needed, const std::string& value, std::string_view option) {
    if (needed && value.empty())
      throw usage_error(to.say({"role {0} needs {1}", "le rôle {0} demande {1}"}, {options.role, std::string(option)}));
  };
  need(with.needs_provider, options.provider, "--provider");
  need(with.needs_beneficiary, options.beneficiary, "--beneficiary");
  auto viewer = esppadom::message_viewer::of(asked);
  if (viewer) return std::move(viewer).value();
  if (viewer.error() == error_code::not_built) not_built_yet("--key-file", to);
  if (options.key_file.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--key-file"}));
  throw cannot_go_on(to.say({"{0}: a key has at least {1} bytes", "{0} : une clé compte au moins {1} octets"},
                            {options.key_file, std::to_string(esppadom::shortest_view_key)}));
}

std::string report_text(const esppadom::view& with, const esppadom::view_report& report, const speaker& to) {
  std::string out = heading(to.say({"Removed for {0}", "Retiré pour {0}"}, {std::string(name_of(with.role))}));
  text_table table({{"", text_table::align::left}, {"", text_table::align::right}});
  const auto add = [&](std::string_view what, std::int64_t count) {
    table.add({std::string(what), to.count(static_cast<std::uint64_t>(count))});
  };
  constexpr std::array<words, std::size(esppadom::enum_names<esppadom::removal>::items)> labels{
      {{"messages left out", "messages écartés"},
       {"lines left out", "lignes écartées"},
       {"names", "noms"},
       {"addresses", "adresses"},
       {"birth dates", "dates de naissance"},
       {"contacts", "contacts"},
       {"electronic addresses, VAT numbers", "adresses électroniques, n° de TVA"},
       {"free texts", "textes libres"},
       {"identifiers replaced", "identifiants remplacés"},
       {"dates shifted", "dates décalées"},
       {"unknown contents", "contenus inconnus"},
       {"messages of small groups", "messages de petits groupes"}}};
  add(to.say({"messages kept", "messages gardés"}), report.messages);
  for (std::size_t i = 0; i < labels.size(); ++i)
    add(to.say(labels[i]), report.counts[i]);
  return out + table.str();
}

// What is counted before messages are seen; what is wrong in them is told when they are read for good.
void count_groups(const view_options& options, esppadom::message_viewer& viewer, const speaker& to) {
  if (!options.smallest_group) return;
  findings unsaid;
  progress bar(to, size_of(options.files));
  for_each_input(options.files, unsaid, [&](esppadom::input& one) {
    read_messages(one, esppadom::read_profile::lenient, unsaid, bar,
                  [&](esppadom::any_message&& message, esppadom::message_reader&) { viewer.count(message); });
  });
  if (viewer.leave_out_groups_below(*options.smallest_group) != error_code::success)
    wrong_value("--smallest-group", std::to_string(*options.smallest_group), {"at least 2", "au moins 2"}, to);
}

}  // namespace

outcome run_view(const view_options& options, const speaker& to) {
  auto viewer = viewer_of(options, to);
  if (options.files.empty()) throw usage_error(std::string(to.say({"no file is given", "aucun fichier n'est donné"})));
  if (options.output.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--output"}));
  const auto format = format_of(options.format, false, to);
  count_groups(options, viewer, to);
  findings found;
  view_output out(options.output, to);
  progress bar(to, size_of(options.files));
  bool readable_all = true;
  bool readable = for_each_input(options.files, found, [&](esppadom::input& one) {
    const auto read = read_messages(one, esppadom::read_profile::lenient, found, bar,
                                    [&](esppadom::any_message&& message, esppadom::message_reader&) {
                                      if (auto left = viewer.see(std::move(message))) out.add(*left);
                                    });
    if (!read.readable) readable_all = false;
  });
  const auto& report = viewer.report();
  readable =
      readable && readable_all &&
      report.messages + report.count(esppadom::removal::message) + report.count(esppadom::removal::small_group) > 0;
  if (!readable) {
    emit_refusal(schema, found, format, to);
    return outcome::unusable;
  }
  out.finish();
  emit(format == output_format::json
           ? write_json(viewer.with(), report)
           : report_text(viewer.with(), report, to) + "\n" + findings_count_text(found, to) + "\n",
       to);
  return found.has_errors() ? outcome::errors : outcome::fine;
}

}  // namespace cli
