// Helpers of the XML tests.
#pragma once

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/xml.hpp"

namespace xml_test {

inline std::string data_path(std::string_view name) {
  return std::string(ESPPADOM_SOURCE_DIR) + "/tests/data/" + std::string(name);
}

inline std::string text_of_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline std::string data(std::string_view name) { return text_of_file(data_path(name)); }

/// A file that lives as long as the object.
class temporary_file {
 public:
  explicit temporary_file(std::string_view content, std::string_view name = "esppadom_test.xml") {
    static int number = 0;
    folder_ =
        std::filesystem::temp_directory_path() /
        ("esppadom_xml_" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + "_" + std::to_string(++number));
    std::filesystem::create_directories(folder_);
    path_ = folder_ / std::string(name);
    std::ofstream(path_, std::ios::binary) << content;
  }
  ~temporary_file() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  temporary_file(const temporary_file&) = delete;
  temporary_file& operator=(const temporary_file&) = delete;

  const std::filesystem::path& path() const { return path_; }
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
  std::filesystem::path path_;
};

/// What xmllint, which is not ours, makes of a document; empty when it refuses it.
inline std::string canonical(std::string_view xml, bool without_blanks = false) {
  const temporary_file file(xml);
  const temporary_file bare(xml);
  std::string command = "xmllint --noblanks '" + file.path().string() + "' 2>/dev/null > '" + bare.path().string() +
                        "' && xmllint --c14n '" + bare.path().string() + "' 2>/dev/null";
  if (!without_blanks) command = "xmllint --c14n '" + file.path().string() + "' 2>/dev/null";
  std::string out;
  if (FILE* pipe = popen(command.c_str(), "r"); pipe != nullptr) {
    char buffer[4096];
    for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
      out.append(buffer, got);
    if (pclose(pipe) != 0) out.clear();
  }
  return out;
}

template <class Message>
std::string round_trip(const esppadom::document<Message>& read) {
  return esppadom::write(std::span<const Message>(read.messages), read.head, esppadom::write_profile::round_trip);
}

inline std::size_t count(const esppadom::findings& found, std::string_view code) {
  return static_cast<std::size_t>(
      std::count_if(found.items().begin(), found.items().end(), [&](const auto& one) { return one.code() == code; }));
}

inline const esppadom::finding* first(const esppadom::findings& found, std::string_view code) {
  for (const auto& one : found.items()) {
    if (one.code() == code) return &one;
  }
  return nullptr;
}

/// The codes found, in order, for messages of failing tests.
inline std::string codes(const esppadom::findings& found) {
  std::string out;
  for (const auto& one : found.items()) {
    out += std::string(one.code()) + "@" + std::to_string(one.line) + ":" + std::to_string(one.column) + " " +
           one.path + "\n";
  }
  return out;
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  if (at == std::string::npos) return "the text to replace is not there: " + std::string(from);
  return text.replace(at, from.size(), to);
}

/// Empty when both are the same, else the surroundings of the first difference.
inline std::string difference(std::string_view a, std::string_view b) {
  if (a == b) return {};
  const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  const std::size_t from = at < 60 ? 0 : at - 60;
  return "…" + std::string(a.substr(std::min(from, a.size()), 140)) + "…\ninstead of\n…" +
         std::string(b.substr(std::min(from, b.size()), 140)) + "…";
}

/// Empty when xmllint finds two documents canonically equal; blanks between elements may be left out.
inline std::string canonical_difference(std::string_view written, std::string_view source,
                                        bool without_blanks = false) {
  const std::string expected = canonical(source, without_blanks);
  if (expected.empty()) return "xmllint refuses the source";
  return difference(canonical(written, without_blanks), expected);
}

/// One complete DELIVERY: the bare-root sample.
inline std::string one_delivery() { return data("samples/delivery-1-bare-root.xml"); }

/// Elements of messages inside a wrapper with the usual prefixes.
inline std::string wrapped(std::string_view messages) {
  return R"(<?xml version="1.0" encoding="utf-8"?>
<ns:delivery versionID="1.4" xmlns:ns="urn:un:unece:uncefact:data:standard:CrossIndustryDespatchAdvice:2" )"
         R"(xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:8" )"
         R"(xmlns:pie="urn:un:unece:uncefact:data:standard:PersonInformationEntity:1" )"
         R"(xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:8">)" +
         std::string(messages) + "</ns:delivery>\n";
}

/// The n-th message of the 72, as XML without the wrapper.
inline std::string sample_message(std::size_t number) {
  std::vector<std::string> slices;
  esppadom::findings found;
  esppadom::for_each_slice(esppadom::bytes_of(data("samples/delivery-72.xml")), found, {},
                           [&](std::string_view one) { slices.emplace_back(one); });
  return slices.at(number);
}

}  // namespace xml_test
