#pragma once

// Files, folders and ZIP archives as one sequence of named bytes, whatever they hold. Several kinds of messages may lie
// side by side; who reads picks what it needs.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/xml.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

struct bill_request;

/// What an archive may be at most: a file of a few kilobytes must not fill memory or disk.
struct input_limits {
  std::size_t files = 100'000;                             ///< files and entries of archives together
  std::uint64_t expanded_bytes = std::uint64_t{64} << 30;  ///< of one archive
  std::uint64_t ratio = 100;                               ///< bytes expanded for one byte of the archive
};

/// One of the inputs. Its bytes can be read once, and only until the visit returns.
struct input {
  std::string name;                  ///< the path, or archive.zip!/path of the entry
  bool named = false;                ///< whether the caller named this very file, rather than a folder or archive
  std::optional<message_kind> kind;  ///< what its first bytes say it holds; none when they do not say
  std::uint64_t size = 0;            ///< in bytes as far as known
  byte_source bytes;
};

/// Whether a consumer of one kind of message should read an input: it was named, or it may hold such messages.
inline bool may_hold(const input& one, message_kind wanted) { return one.named || !one.kind || *one.kind == wanted; }

/// Calls `each` for every input until it returns false. A file is itself, whatever its name; a folder stands for the
/// files in and below it that end in .xml, .json or .zip (JSON that holds no messages is passed over), in the order of
/// their names; a ZIP archive, known by its first bytes, for its entries of those names, in the order in which they
/// stand. What is inside an archive is never written anywhere, archives inside archives are not opened, and entries
/// whose names lead out of the archive are passed over. What cannot be read is a finding, and the others follow.
ESPPADOM_API void for_each_input(std::span<const std::filesystem::path> paths, findings& found,
                                 const input_limits& bounds, const std::function<bool(input& one)>& each);

/// The same for one file in memory, e.g. what was uploaded: an archive stands for its entries, any other file is one
/// input. `name` is what findings and inputs call it; `bytes` must outlive the visits.
ESPPADOM_API void for_each_input(std::string_view bytes, const std::string& name, findings& found,
                                 const input_limits& bounds, const std::function<bool(input& one)>& each);

/// The same, one input at a time when asked. One owner.
///
///     input_reader all({"2026-03"}, found);
///     while (auto one = all.next()) …
class ESPPADOM_API input_reader {
 public:
  explicit input_reader(std::vector<std::filesystem::path> paths, findings& found, const input_limits& bounds = {});
  /// One file in memory; `bytes` must outlive the reader.
  input_reader(std::string_view bytes, std::string name, findings& found, const input_limits& bounds = {});
  ~input_reader();
  input_reader(input_reader&&) noexcept;
  input_reader& operator=(input_reader&&) noexcept;
  input_reader(const input_reader&) = delete;
  input_reader& operator=(const input_reader&) = delete;

  /// The next input; its bytes can be read until the next call. None at the end.
  std::optional<input> next();

 private:
  class state;
  std::unique_ptr<state> state_;
};

/// All messages of inputs, whatever files, folders and archives they stand in, one at a time and in constant memory.
/// One owner.
class ESPPADOM_API input_messages {
 public:
  /// Messages of kinds that `wanted` does not hold are passed over; empty = all are wanted. A file that was named and
  /// cannot be read, and what is wrong in messages, is a finding.
  input_messages(input_reader from, findings& found, read_options options = {}, std::vector<message_kind> wanted = {});
  ~input_messages();
  input_messages(input_messages&&) noexcept;
  input_messages& operator=(input_messages&&) noexcept;

  std::optional<any_message> next();

  /// Where the last message stands: its file, and the reader that knows the place and what surrounds it. Null before
  /// the first message and after the last.
  [[nodiscard]] const std::string& file() const;
  [[nodiscard]] message_reader* reader();
  /// What surrounds the messages of the last document; complete once its end was reached.
  [[nodiscard]] const envelope& head() const;
  /// How many documents were begun.
  [[nodiscard]] std::uint64_t documents() const;

  /// Whether every input so far could be read as messages.
  [[nodiscard]] bool readable() const;

 private:
  class state;
  std::unique_ptr<state> state_;
};

/// What the first bytes of a document say it holds: its root element in XML, its schema in JSON.
ESPPADOM_API std::optional<message_kind> kind_of_document(std::string_view first_bytes);

/// Refuses months that are declared complete (`bill_request::complete`) though reading left messages out: what was left
/// out would look like a visit that no longer exists, and be taken back. `found` holds the findings of reading; each
/// such month adds one. True = nothing may be billed. To be asked by whoever bills what was read.
ESPPADOM_API bool refuse_unread(const bill_request& asked, findings& found);

/// How many bytes the files are that paths stand for, archives unexpanded: for a progress bar.
ESPPADOM_API std::uint64_t size_of_inputs(std::span<const std::filesystem::path> paths);

}  // namespace esppadom::inline ESPPADOM_ABI
