// The files a command line names: which there are, reading them message by message, and how far that has come.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "esppadom/exchange/xml.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/value/finding.hpp"
#include "text.hpp"

namespace cli {

/// A bar on the terminal of standard error while work is long; silent when that is no terminal.
class progress {
 public:
  progress(const speaker& to, std::uint64_t total_bytes);
  ~progress();
  progress(const progress&) = delete;
  progress& operator=(const progress&) = delete;

  void add(std::uint64_t bytes);

 private:
  void draw();

  std::string label_;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
  std::size_t drawn_ = 0;  ///< columns
  bool shown_ = false;
  std::chrono::steady_clock::time_point next_;
};

/// The files that paths stand for: a file is itself, a folder the *.xml in and below it, in the order of their names.
/// A path that does not exist stays in the list, so that reading it says so. `found` receives what is wrong.
std::vector<std::string> expand(const std::vector<std::string>& paths, const esppadom::limits& bounds,
                                esppadom::findings& found);

/// Their size; what is not there counts nothing.
std::uint64_t size_of(const std::vector<std::string>& files);

/// The same bytes, counted by the bar.
esppadom::byte_source counted(esppadom::byte_source source, progress& bar);

/// What was found when one file was read.
struct read_file {
  std::string name;
  bool readable = false;  ///< false: there is no such file, or it is no file of messages at all
  esppadom::envelope head;
  std::uint64_t messages = 0;
};

using message_handler = std::function<void(esppadom::any_message&&, esppadom::message_reader&)>;

/// Opens one file and lets `read_all` take its messages.
read_file read_with(const std::string& file, esppadom::read_profile profile, esppadom::findings& found, progress& bar,
                    const std::function<void(esppadom::message_reader&)>& read_all);

/// Reads one file and hands over its messages.
read_file read_messages(const std::string& file, esppadom::read_profile profile, esppadom::findings& found,
                        progress& bar, const message_handler& each);

/// The same for files of one kind of message; those of another kind are findings and are passed over.
template <class Message, class Each>
read_file read_messages_of(const std::string& file, esppadom::findings& found, progress& bar, Each each) {
  return read_with(file, esppadom::read_profile::lenient, found, bar, [&each](esppadom::message_reader& reader) {
    Message message;
    while (reader.next(message))
      each(std::move(message));
  });
}

/// Circumstances from JSON, from CSV, or from a folder of CSV files; anything but a JSON file is taken for CSV by the
/// end of its name.
outcome read_circumstances(const std::string& path, esppadom::circumstances& into, esppadom::findings& found);

/// A finding that a file cannot be read.
void report_unreadable(const std::string& file, esppadom::findings& found);

}  // namespace cli
