// Cuts a file into messages without building a tree: 256 KiB at a time, depth and tag names checked on the way, so that
// whatever follows gets small, balanced pieces and memory stays the same for a file of any size.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/xml.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

/// A place in the document, counted in characters from 1.
struct position {
  std::uint64_t line = 1;
  std::uint64_t column = 1;
};

/// `from` moved over `text`.
position advanced(position from, std::string_view text);

enum class token_kind : std::uint8_t { start, empty, end, comment, cdata, instruction, doctype, incomplete, malformed };

/// One piece of markup inside a text; offsets from the start of that text.
struct token {
  token_kind kind = token_kind::incomplete;
  std::size_t begin = 0;  ///< of its '<'
  std::size_t end = 0;    ///< after its last character
  std::string_view name;  ///< qualified name of a start or end tag
};

/// The markup that starts at `text[at]`, which is a '<'.
token scan_markup(std::string_view text, std::size_t at);

/// The length of the element that starts at `text[at]`; 0 when it is not complete.
std::size_t element_extent(std::string_view text, std::size_t at);

/// The elements of a larger message are counted before a tree is made of it.
inline constexpr std::size_t uncounted_bytes = std::size_t{256} * 1024;

/// The part of a qualified name after its prefix, and the prefix.
constexpr std::string_view local_part(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}
constexpr std::string_view prefix_part(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}

/// What the slicer could not accept. The reader turns it into a finding.
enum class slice_problem : std::uint8_t {
  none,
  unreadable,       ///< the source failed
  empty,            ///< nothing but blanks
  not_xml,          ///< text where the root should start
  doctype,          ///< a document type declaration
  wrong_root,       ///< a root that is no ESPPADOM message; `detail` is its name
  encoding,         ///< an encoding that cannot be read; `detail` is its name
  unbalanced,       ///< an end tag that closes another element; `detail` is the tag
  malformed,        ///< markup that is none
  cut_short,        ///< the file ends inside a message or before the root is closed
  too_large,        ///< a message above the limit
  too_deep,         ///< nesting above the limit
  after_root,       ///< content after the root
  foreign_message,  ///< never produced here; a message of another kind than the wrapper
};

/// Looks for one text in others, many bytes at a time (Horspool's method).
class text_finder {
 public:
  void look_for(std::string_view text);
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::size_t find_in(std::string_view where, std::size_t from) const;

 private:
  std::string text_;
  std::array<std::uint8_t, 256> skip_{};
};

/// Cuts with care or by guess. A guess ends at the next end tag with the message's name, which may stand in a comment
/// or belong to an element inside; whoever parses the slice finds out, for then it is not well-formed, and asks for
/// `cut_carefully`.
enum class cutting : std::uint8_t { careful, by_guess };

class slicer {
 public:
  slicer(byte_source source, const limits& bounds, cutting how = cutting::careful);

  /// Reads up to the root's start tag. False when the file cannot be read as messages; `problem()` says why.
  bool start();

  /// A message, or a reason why one is missing (then `text` is empty and reading may go on), or the end.
  enum class outcome : std::uint8_t { message, broken, end };
  outcome next();

  /// Whether the last slice is a guess; and the same message again, cut with care.
  [[nodiscard]] bool guessed() const { return guessed_; }
  outcome cut_carefully();

  [[nodiscard]] std::string_view text() const { return text_; }      ///< the message's element
  [[nodiscard]] std::string_view before() const { return before_; }  ///< what stood between it and the one before
  [[nodiscard]] std::string_view root_tag() const { return root_tag_; }
  [[nodiscard]] std::string_view prolog() const { return prolog_; }  ///< what stood before the root's start tag
  [[nodiscard]] std::string_view last() const { return last_; }      ///< from the last message to the root's end tag
  [[nodiscard]] std::string_view epilog() const { return epilog_; }  ///< what stood after the root
  [[nodiscard]] bool wrapped() const { return wrapped_; }
  [[nodiscard]] message_kind kind() const { return kind_; }              ///< of the root
  [[nodiscard]] message_kind message() const { return message_kind_; }   ///< of the last slice
  [[nodiscard]] std::uint64_t index() const { return index_; }           ///< of the last slice, from 1
  [[nodiscard]] std::uint64_t offset() const { return message_begin_; }  ///< of the last slice, in bytes
  [[nodiscard]] slice_problem problem() const { return problem_; }
  [[nodiscard]] const std::string& detail() const { return detail_; }

  /// Place of the last slice, or of the last problem; computed when asked.
  position message_position();
  position problem_position();

 private:
  bool refill();
  void discard_before(std::uint64_t offset);
  bool next_markup(token& out);
  bool guess_message(const token& first);
  bool pass_common_tags(std::uint64_t nested_at);
  bool next_huge_markup(token& out);
  bool skip_to(std::string_view terminator, std::uint64_t from, std::uint64_t& after);
  outcome fail(slice_problem problem, std::uint64_t at, std::string_view detail = {});
  bool fail_start(slice_problem problem, std::uint64_t at, std::string_view detail = {});
  outcome read_message(const token& first);
  outcome finish(std::uint64_t closing);
  bool skip_to_message();
  bool blanks_only(std::uint64_t from, std::uint64_t to) const;
  bool scan_prolog(token& root);
  bool closes(std::uint64_t opened, std::string_view name) const;
  std::string_view view(std::uint64_t from, std::uint64_t to) const;
  position position_of(std::uint64_t offset);

  byte_source source_;
  limits bounds_;
  cutting how_;
  text_finder end_tag_;
  bool guessed_ = false;
  std::vector<char> buffer_;
  std::uint64_t base_ = 0;  // offset of buffer_[0] in the document
  std::size_t filled_ = 0;  // bytes of buffer_ in use
  bool at_end_ = false;
  bool failed_ = false;  // the source failed

  std::uint64_t at_ = 0;    // where scanning goes on
  std::uint64_t keep_ = 0;  // what lies before may be discarded
  position base_position_;  // of base_
  std::uint64_t known_offset_ = 0;
  position known_position_;

  struct open_tag {
    std::uint64_t name;  // where it begins
    std::size_t length;  // of the name; 0 when it was not looked for
  };
  std::vector<open_tag> open_;
  std::string root_name_;
  std::string root_tag_;
  std::string prolog_;
  std::string last_;
  std::string epilog_;
  std::string_view text_;
  std::string_view before_;
  std::uint64_t message_begin_ = 0;
  std::uint64_t index_ = 0;
  message_kind kind_ = message_kind::delivery;
  message_kind message_kind_ = message_kind::delivery;
  bool wrapped_ = false;
  bool root_empty_ = false;
  bool done_ = false;
  bool resync_ = false;  // the last message was broken: look for the next start tag of one
  slice_problem problem_ = slice_problem::none;
  std::uint64_t problem_at_ = 0;
  std::string detail_;
};

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
