// Cuts a JSON document into the values of its members and the items of its list "messages", without building a tree:
// 256 KiB at a time, so that memory stays the same for a document of any size. Whether a piece is JSON is for whoever
// parses it; here only brackets and strings count.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/xml.hpp"
#include "exchange/xml_slicer.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

class json_slicer {
 public:
  json_slicer(byte_source source, std::size_t most_bytes, std::string_view list_name);

  enum class piece : std::uint8_t {
    member,      ///< `key` and `text` are a member of the document
    list,        ///< the list begins
    item,        ///< `text` is an item of the list
    too_large,   ///< an item or member above the limit was passed over
    malformed,   ///< this is no JSON: nothing more to come
    cut_short,   ///< the document ends too early: nothing more to come
    unreadable,  ///< the source failed: nothing more to come
    end,
  };
  piece next();

  [[nodiscard]] std::string_view key() const { return key_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Where the last piece begins, or what is wrong stands.
  [[nodiscard]] xml::position position() const { return piece_at_; }
  [[nodiscard]] std::uint64_t index() const { return index_; }  ///< of the last item, from 1

 private:
  enum class state : std::uint8_t { before, first_member, members, first_item, items, after, done };

  bool refill();
  bool skip_blanks();
  bool more() { return at_ < filled_ || refill(); }
  bool take(char c);
  bool read_key();
  piece read_value(piece what);
  piece stop(piece why);
  void mark();

  byte_source source_;
  std::size_t most_bytes_;
  std::string list_name_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t kept_ = 0;  // what lies before may be discarded
  std::size_t filled_ = 0;
  bool at_end_ = false;
  bool failed_ = false;
  state state_ = state::before;
  std::string key_;
  std::string_view text_;
  std::uint64_t index_ = 0;
  xml::position known_;       // of known_at_
  std::size_t known_at_ = 0;  // in the buffer
  xml::position piece_at_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
