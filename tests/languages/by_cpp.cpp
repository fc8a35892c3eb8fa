// Answers the questions of a file about messages in C++: esppadom_by_cpp QUESTIONS FOLDER. See work.py.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/exchange/json_documents.hpp"
#include "esppadom/exchange/reports.hpp"
#include "esppadom/exchange/severity_profile.hpp"
#include "esppadom/exchange/validate.hpp"
#include "esppadom/exchange/xml.hpp"

namespace {

namespace fs = std::filesystem;

template <class Writer>
std::string written(const std::vector<esppadom::any_message>& messages, const esppadom::envelope& first,
                    const esppadom::envelope& complete) {
  std::string out;
  Writer writer(esppadom::byte_sink{[&](std::string_view bytes) {
                  out += bytes;
                  return esppadom::error_code::success;
                }},
                first, esppadom::write_profile::round_trip);
  for (const auto& one : messages) {
    if (writer.write(one) != esppadom::error_code::success) return "cannot be written\n";
  }
  return writer.finish(complete) == esppadom::error_code::success ? out : "cannot be written\n";
}

std::string converted(const std::string& file, bool to_json) {
  esppadom::findings found;
  auto bytes = esppadom::bytes_of_file(file);
  if (!bytes) return "cannot be read\n";
  esppadom::read_options how;
  how.file = file;
  esppadom::message_reader reader(std::move(bytes).value(), found, std::move(how));
  std::vector<esppadom::any_message> messages;
  esppadom::envelope first;
  while (auto one = reader.next()) {
    if (messages.empty()) first = reader.head();
    messages.push_back(std::move(*one));
  }
  if (messages.empty() || !reader.readable()) return "cannot be read\n";
  return to_json ? written<esppadom::json_document_writer>(messages, first, reader.head())
                 : written<esppadom::message_writer>(messages, first, reader.head());
}

std::string report(const std::vector<std::string>& words) {
  esppadom::validation_options how;
  how.levels = esppadom::built_in_profile(words.at(0)).value();
  const std::vector<fs::path> files(words.begin() + 1, words.end());
  return write_json(report_of(esppadom::validate(files, how), esppadom::language::english));
}

std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> out{""};
  for (const char c : line) {
    if (c == '\t') {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  std::ifstream questions(arguments[1]);
  for (std::string line; std::getline(questions, line);) {
    const auto words = words_of(line);
    const std::vector<std::string> rest(words.begin() + 2, words.end());
    if (words[1] != "json" && words[1] != "xml" && words[1] != "validate") continue;
    std::ofstream(fs::path(arguments[2]) / words[0], std::ios::binary)
        << (words[1] == "validate" ? report(rest) : converted(rest.at(0), words[1] == "json"));
  }
  return 0;
}
