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
#include "esppadom/exchange/inputs.hpp"
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

/// The size of what paths stand for; what is not there counts nothing.
std::uint64_t size_of(const std::vector<std::string>& paths);

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

using input_handler = std::function<void(esppadom::input&)>;

/// Circumstances from JSON, from CSV, or from a folder of CSV files; anything but a JSON file is taken for CSV by the
/// end of its name.
outcome read_circumstances(const std::string& path, esppadom::circumstances& into, esppadom::findings& found);

/// A finding that a file cannot be read.
void report_unreadable(const std::string& file, esppadom::findings& found);

/// Hands over every file and archive entry that paths stand for (exchange/inputs.hpp). False when one of the paths, a
/// folder or an archive could not be read.
bool for_each_input(const std::vector<std::string>& paths, esppadom::findings& found, const input_handler& each);

/// Lets `read_all` take the messages of one input.
read_file read_with(esppadom::input& one, esppadom::read_profile profile, esppadom::findings& found, progress& bar,
                    const std::function<void(esppadom::message_reader&)>& read_all);

/// Reads one input and hands over its messages.
read_file read_messages(esppadom::input& one, esppadom::read_profile profile, esppadom::findings& found, progress& bar,
                        const message_handler& each);

/// What was read of everything that paths stand for.
struct read_total {
  bool readable = true;
  std::uint64_t messages = 0;
};

/// Reads the messages of one kind in all that paths stand for. Where a folder or archive holds other kinds as well,
/// their files are passed over; in a file that was named itself they are findings.
template <class Message, class Each>
read_total read_messages_of(const std::vector<std::string>& paths, esppadom::message_kind kind,
                            esppadom::findings& found, progress& bar, Each each) {
  read_total total;
  const bool all = for_each_input(paths, found, [&](esppadom::input& one) {
    if (!may_hold(one, kind)) return;
    const auto read = read_with(one, esppadom::read_profile::lenient, found, bar, [&](esppadom::message_reader& from) {
      Message message;
      while (from.next(message))
        each(std::move(message));
    });
    total.readable = total.readable && read.readable;
    total.messages += read.messages;
  });
  total.readable = total.readable && all;
  return total;
}

}  // namespace cli
