#include "exchange/json_slicer.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

namespace {

constexpr std::size_t first_chunk = 4 * 1024;  // small files are many, and most of them come out of archives
constexpr std::size_t largest_chunk = 256 * 1024;

bool ends_scalar(char c) { return c == ',' || c == ']' || c == '}' || c == ':' || is_blank(c); }

}  // namespace

json_slicer::json_slicer(byte_source source, std::size_t most_bytes, std::string_view list_name)
    : source_(std::move(source)), most_bytes_(most_bytes), list_name_(list_name) {}

// Reads another chunk behind what is kept. False at the end of the source.
bool json_slicer::refill() {
  if (at_end_) return false;
  if (kept_ > 0) {
    known_ = xml::advanced(known_, {buffer_.data() + known_at_, kept_ - known_at_});
    std::memmove(buffer_.data(), buffer_.data() + kept_, filled_ - kept_);
    filled_ -= kept_;
    at_ -= kept_;
    kept_ = known_at_ = 0;
  }
  const std::size_t chunk = std::clamp(buffer_.size() * 3, first_chunk, largest_chunk);
  if (buffer_.size() < filled_ + chunk) buffer_.resize(filled_ + chunk);
  std::size_t got = 0;
  failed_ = source_.read(buffer_.data() + filled_, chunk).get(got) != error_code::success;
  if (failed_) got = 0;
  at_end_ = got == 0;
  filled_ += got;
  return got != 0;
}

// Notes that a piece begins here.
void json_slicer::mark() {
  known_ = xml::advanced(known_, {buffer_.data() + known_at_, at_ - known_at_});
  known_at_ = at_;
  piece_at_ = known_;
}

bool json_slicer::skip_blanks() {
  while (more()) {
    if (!is_blank(buffer_[at_])) return true;
    ++at_;
    kept_ = at_;
    if (known_at_ < kept_ && kept_ - known_at_ >= largest_chunk) mark();
  }
  return false;
}

bool json_slicer::take(char c) {
  if (!skip_blanks() || buffer_[at_] != c) return false;
  ++at_;
  return true;
}

json_slicer::piece json_slicer::stop(piece why) {
  mark();
  text_ = {};
  state_ = state::done;
  if (failed_) return piece::unreadable;
  return why == piece::malformed && at_ >= filled_ && at_end_ ? piece::cut_short : why;
}

// A key, without escapes resolved: the names that matter here have none.
bool json_slicer::read_key() {
  if (!skip_blanks() || buffer_[at_] != '"') return false;
  kept_ = at_;
  mark();
  const piece found = read_value(piece::member);
  if (found != piece::member) return false;
  key_ = text_.substr(1, text_.size() - 2);
  return take(':');
}

// One value: a scalar, or everything up to the bracket that closes it.
json_slicer::piece json_slicer::read_value(piece what) {
  if (!skip_blanks()) return stop(piece::malformed);
  kept_ = at_;
  mark();
  const xml::position begin = piece_at_;
  bool discarding = false;
  bool in_string = false;
  std::size_t depth = 0;
  for (bool done = false; !done;) {
    if (!more()) {
      if (depth == 0 && !in_string && at_ > kept_) break;
      return stop(piece::malformed);
    }
    const char c = buffer_[at_];
    if (in_string) {
      if (c == '\\') {
        ++at_;
        if (!more()) return stop(piece::malformed);
      } else if (c == '"') {
        in_string = false;
        done = depth == 0;
      }
      ++at_;
    } else if (c == '"') {
      in_string = true;
      ++at_;
    } else if (c == '{' || c == '[') {
      ++depth;
      ++at_;
    } else if (c == '}' || c == ']') {
      if (depth == 0) break;
      done = --depth == 0;
      ++at_;
    } else if (depth == 0 && ends_scalar(c)) {
      break;
    } else {
      ++at_;
    }
    if (at_ - kept_ > most_bytes_) {
      discarding = true;
      mark();
      kept_ = at_;
    }
  }
  piece_at_ = begin;
  if (discarding) return piece::too_large;
  if (at_ == kept_) return stop(piece::malformed);
  text_ = {buffer_.data() + kept_, at_ - kept_};
  return what;
}

json_slicer::piece json_slicer::next() {
  if (state_ == state::before) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    while (filled_ < byte_order_mark.size() && refill()) {
    }
    if (std::string_view(buffer_.data(), filled_).starts_with(byte_order_mark)) at_ = kept_ = known_at_ = 3;
    if (!take('{')) return stop(piece::malformed);
    state_ = state::first_member;
  }
  if (state_ == state::first_item || state_ == state::items) {
    kept_ = at_;
    if (!skip_blanks()) return stop(piece::malformed);
    if (buffer_[at_] == ']') {
      ++at_;
      state_ = state::members;
    } else {
      if (state_ == state::items && !take(',')) return stop(piece::malformed);
      state_ = state::items;
      const piece found = read_value(piece::item);
      if (found == piece::item || found == piece::too_large) ++index_;
      return found;
    }
  }
  if (state_ == state::done) return piece::end;
  kept_ = at_;
  if (!skip_blanks()) return stop(piece::malformed);
  if (buffer_[at_] == '}') {
    ++at_;
    kept_ = at_;
    if (skip_blanks()) return stop(piece::malformed);
    state_ = state::done;
    return failed_ ? piece::unreadable : piece::end;
  }
  if (state_ == state::members && !take(',')) return stop(piece::malformed);
  state_ = state::members;
  if (!read_key()) return stop(piece::malformed);
  if (!skip_blanks()) return stop(piece::malformed);
  if (key_ == list_name_ && buffer_[at_] == '[') {
    kept_ = at_;
    mark();
    ++at_;
    state_ = state::first_item;
    return piece::list;
  }
  return read_value(piece::member);
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
