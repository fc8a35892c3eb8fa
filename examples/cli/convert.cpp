// esppadom convert: reads messages and writes them again, as XML in one of the profiles or as JSON.

#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "commands.hpp"
#include "esppadom/exchange/json_documents.hpp"
#include "esppadom/exchange/xml.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"
#include "output.hpp"

namespace cli {
namespace {

using esppadom::error_code;
using esppadom::findings;

/// Where the converted messages go: a file that appears when all is done, or standard output.
class target {
 public:
  target(const std::string& path, const speaker& to) : path_(path), to_(to) {
    if (!path.empty()) file_ = std::make_unique<staged_file>(path);
  }

  error_code write(std::string_view bytes) {
    if (file_) return file_->write(bytes);
    emit(bytes, to_);
    return error_code::success;
  }

  void commit() {
    if (file_) check(file_->commit());
  }

  void check(error_code error) const {
    if (error == error_code::success) return;
    throw cannot_go_on(to_.say({"cannot write {0}: {1}", "écriture impossible de {0} : {1}"},
                               {path_.empty() ? "-" : path_, std::string(error_message(error, to_.language()))}));
  }

 private:
  std::string path_;
  speaker to_;
  std::unique_ptr<staged_file> file_;
};

/// Several files become one document, XML or JSON: the first says what surrounds the messages.
template <class Writer>
class document {
 public:
  document(target& out, esppadom::write_profile profile) : out_(out), profile_(profile) {}

  void add(esppadom::any_message&& message, const esppadom::envelope& head) {
    begin_unless_begun(head);
    out_.check(writer_->write(message));
  }

  void begin_unless_begun(const esppadom::envelope& head) {
    if (writer_) return;
    // JSON tells the envelope as data; XML has one of its own unless the text is to be as it was read.
    const bool as_read =
        std::is_same_v<Writer, esppadom::json_document_writer> || profile_ == esppadom::write_profile::round_trip;
    writer_.emplace(esppadom::byte_sink{[this](std::string_view bytes) { return out_.write(bytes); }},
                    as_read ? head : esppadom::default_envelope(head.kind), profile_);
  }

  /// What only the end of the one source tells.
  void complete(const esppadom::envelope& head) { complete_ = head; }

  void finish() {
    if (writer_) out_.check(complete_ ? writer_->finish(*complete_) : writer_->finish());
  }

 private:
  target& out_;
  esppadom::write_profile profile_;
  std::optional<Writer> writer_;
  std::optional<esppadom::envelope> complete_;
};

void check_same_kind(std::optional<esppadom::message_kind>& kind, const read_file& read, const speaker& to) {
  if (kind && *kind != read.head.kind) {
    throw cannot_go_on(to.say({"{0} holds messages of another kind than the file before: convert them one by one",
                               "{0} contient des messages d'un autre type que le fichier précédent : convertissez-les "
                               "séparément"},
                              {read.name}));
  }
  kind = read.head.kind;
}

template <class Writer>
bool convert_all(const convert_options& options, target& out, esppadom::write_profile profile, findings& found,
                 const speaker& to) {
  document<Writer> form(out, profile);
  progress bar(to, size_of(options.files));
  std::optional<esppadom::message_kind> kind;
  bool readable = true;
  std::size_t files = 0;
  std::optional<esppadom::envelope> only;
  const bool all = for_each_input(options.files, found, [&](esppadom::input& one) {
    const auto read = read_messages(one, esppadom::read_profile::lenient, found, bar,
                                    [&](esppadom::any_message&& message, esppadom::message_reader& reader) {
                                      if (kind && reader.head().kind != *kind) return;
                                      form.add(std::move(message), reader.head());
                                    });
    readable = readable && read.readable;
    if (!read.readable) return;
    check_same_kind(kind, read, to);
    form.begin_unless_begun(read.head);
    only = ++files == 1 ? std::optional(read.head) : std::nullopt;
  });
  readable = readable && all;
  if (only) form.complete(*only);
  if (readable) form.finish();
  return readable;
}

}  // namespace

outcome run_convert(const convert_options& options, const speaker& to) {
  if (options.list_mappings || !options.list_fields.empty()) return run_list_fields(options, to);
  if (!options.from.empty() || !options.mapping.empty() || options.to == "csv") return run_convert_csv(options, to);
  if (options.files.empty()) throw usage_error(std::string(to.say({"no file is given", "aucun fichier n'est donné"})));
  if (options.to.empty()) throw usage_error(std::string(to.say({"--to is missing", "--to manque"})));
  if (options.to != "xml" && options.to != "json") wrong_choice("--to", options.to, "xml, json, csv", to);
  const auto profile = choice<esppadom::write_profile>("--profile", options.profile, to);

  findings found;
  target out(options.output, to);
  const bool readable = options.to == "xml"
                            ? convert_all<esppadom::message_writer>(options, out, profile, found, to)
                            : convert_all<esppadom::json_document_writer>(options, out, profile, found, to);
  std::cerr << findings_text(found, to);
  if (!readable) return outcome::unusable;
  out.commit();
  return found.has_errors() ? outcome::errors : outcome::fine;
}

}  // namespace cli
