#include "exchange/xml_slicer.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "esppadom/value/text.hpp"
#include "exchange/xml_markup.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

namespace {

constexpr std::size_t first_chunk = 4 * 1024;  // small files are many, and most of them come out of archives
constexpr std::size_t largest_chunk = 256 * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool message_name(std::string_view local, message_kind& kind) {
  if (local == "CrossIndustryDespatchAdvice") {
    kind = message_kind::delivery;
  } else if (local == "CrossIndustryOrder") {
    kind = message_kind::order;
  } else if (local == "CrossIndustryInvoice") {
    kind = message_kind::invoice;
  } else {
    return false;
  }
  return true;
}

bool wrapper_name(std::string_view local, message_kind& kind) {
  if (local == "delivery") {
    kind = message_kind::delivery;
  } else if (local == "order") {
    kind = message_kind::order;
  } else if (local == "invoice") {
    kind = message_kind::invoice;
  } else {
    return false;
  }
  return true;
}

}  // namespace

slicer::slicer(byte_source source, const limits& bounds, cutting how)
    : source_(std::move(source)), bounds_(bounds), how_(how) {
  open_.reserve(bounds_.depth < 1024 ? bounds_.depth : 1024);
}

std::string_view slicer::view(std::uint64_t from, std::uint64_t to) const {
  return {buffer_.data() + (from - base_), static_cast<std::size_t>(to - from)};
}

position slicer::position_of(std::uint64_t offset) {
  if (known_offset_ > offset || known_offset_ < base_) {
    known_offset_ = base_;
    known_position_ = base_position_;
  }
  if (offset < known_offset_) return known_position_;  // already discarded: the nearest place known
  known_position_ = advanced(known_position_, view(known_offset_, offset));
  known_offset_ = offset;
  return known_position_;
}

position slicer::message_position() { return position_of(message_begin_); }
position slicer::problem_position() { return position_of(problem_at_); }

void slicer::discard_before(std::uint64_t offset) {
  const auto count = static_cast<std::size_t>(offset - base_);
  if (count == 0) return;
  const position moved = position_of(offset);
  std::memmove(buffer_.data(), buffer_.data() + count, filled_ - count);
  filled_ -= count;
  base_ = offset;
  base_position_ = moved;
}

// Reads another chunk behind what is kept. False at the end of the source.
bool slicer::refill() {
  if (at_end_) return false;
  discard_before(keep_);
  const std::size_t chunk = std::clamp(buffer_.size() * 3, first_chunk, largest_chunk);
  if (buffer_.size() < filled_ + chunk) buffer_.resize(std::max(filled_ + chunk, filled_ * 3 / 2));
  std::size_t total = 0;
  while (total < chunk && !at_end_) {
    std::size_t got = 0;
    failed_ = source_.read(buffer_.data() + filled_, chunk - total).get(got) != error_code::success;
    at_end_ = failed_ || got == 0;
    if (failed_) got = 0;
    filled_ += got;
    total += got;
  }
  return total != 0;
}

bool slicer::skip_to(std::string_view terminator, std::uint64_t from, std::uint64_t& after) {
  for (;;) {
    const std::string_view rest = view(from, base_ + filled_);
    if (const auto found = rest.find(terminator); found != std::string_view::npos) {
      after = from + found + terminator.size();
      return true;
    }
    if (rest.size() >= terminator.size()) from += rest.size() - terminator.size() + 1;
    keep_ = from;
    if (!refill()) return false;
  }
}

// Markup longer than a message may be: passed over without being kept.
bool slicer::next_huge_markup(token& out) {
  const std::string_view opening = view(at_, base_ + filled_).substr(0, 9);
  const bool comment = opening.starts_with("<!--");
  const bool cdata = opening.starts_with("<![CDATA[");
  const bool instruction = opening.starts_with("<?");
  std::uint64_t after = 0;
  const bool found = skip_to(comment ? "-->" : cdata ? "]]>" : instruction ? "?>" : ">", at_, after);
  out = {comment       ? token_kind::comment
         : cdata       ? token_kind::cdata
         : instruction ? token_kind::instruction
                       : token_kind::malformed,
         0,
         0,
         {}};
  if (!found) return false;
  at_ = keep_ = after;
  return true;
}

// The next markup at or after at_; leaves at_ behind it. Offsets of `out` count from base_. False at the end of the
// source; then at_ stands on what is incomplete, or at the end.
bool slicer::next_markup(token& out) {
  for (;;) {
    const std::string_view all{buffer_.data(), filled_};
    const auto open = find(all, '<', static_cast<std::size_t>(at_ - base_));
    if (open == std::string_view::npos) {
      at_ = base_ + filled_;
      if (at_ - keep_ > bounds_.message_bytes) return false;
      if (!refill()) return false;
      continue;
    }
    at_ = base_ + open;
    out = scan_markup(all, open);
    if (out.kind != token_kind::incomplete) {
      at_ = base_ + out.end;
      return true;
    }
    if (filled_ - open > bounds_.message_bytes || base_ + filled_ - keep_ > bounds_.message_bytes + largest_chunk) {
      return false;
    }
    if (!refill()) return false;
  }
}

slicer::outcome slicer::fail(slice_problem problem, std::uint64_t at, std::string_view detail) {
  problem_ = problem;
  problem_at_ = at;
  detail_ = detail.substr(0, 80);
  text_ = {};
  return outcome::broken;
}

bool slicer::fail_start(slice_problem problem, std::uint64_t at, std::string_view detail) {
  fail(problem, at, detail);
  done_ = true;
  return false;
}

bool slicer::blanks_only(std::uint64_t from, std::uint64_t to) const {
  const std::string_view text = view(from, to);
  return std::all_of(text.begin(), text.end(), is_blank);
}

bool slicer::scan_prolog(token& root) {
  refill();
  if (failed_) return fail_start(slice_problem::unreadable, 0);
  if (view(0, filled_).starts_with(byte_order_mark)) {
    base_ = 0;
    at_ = byte_order_mark.size();
    keep_ = at_;
    known_offset_ = at_;
    discard_before(at_);
    base_position_ = known_position_ = position{};
  }
  const std::uint64_t begin = at_;
  std::uint64_t text_from = at_;
  for (;;) {
    const bool found = next_markup(root);
    const std::uint64_t markup_at = found ? base_ + root.begin : at_;
    if (!blanks_only(text_from, std::min<std::uint64_t>(markup_at, base_ + filled_))) {
      std::uint64_t at = text_from;
      while (is_blank(view(at, at + 1).front()))
        ++at;
      return fail_start(slice_problem::not_xml, at);
    }
    if (!found) {
      if (failed_) return fail_start(slice_problem::unreadable, at_);
      const bool blank = markup_at == base_ + filled_ && text_from == begin;
      if (blank) return fail_start(slice_problem::empty, begin);
      return fail_start(at_end_ ? slice_problem::cut_short : slice_problem::too_large, markup_at);
    }
    switch (root.kind) {
      case token_kind::doctype:
        return fail_start(slice_problem::doctype, markup_at);
      case token_kind::comment:
      case token_kind::instruction:
        text_from = at_;
        continue;
      case token_kind::start:
      case token_kind::empty:
        prolog_ = view(begin, markup_at);
        root_tag_ = view(markup_at, at_);
        return true;
      default:
        return fail_start(slice_problem::not_xml, markup_at);
    }
  }
}

bool slicer::start() {
  token root;
  if (!scan_prolog(root)) return false;
  const std::string_view local = local_part(root.name);
  const std::uint64_t root_at = base_ + root.begin;
  root_name_ = root.name;
  if (wrapper_name(local, kind_)) {
    wrapped_ = true;
    root_empty_ = root.kind == token_kind::empty;
    keep_ = at_;
  } else if (message_name(local, kind_)) {
    at_ = keep_ = root_at;
  } else {
    return fail_start(slice_problem::wrong_root, root_at, local);
  }
  message_kind_ = kind_;
  return true;
}

// Whether an end tag's name is that of the start tag whose name begins there.
bool slicer::closes(std::uint64_t opened, std::string_view name) const {
  const std::string_view rest = view(opened, base_ + filled_);
  return rest.size() > name.size() && rest.starts_with(name) && is_name_end(rest[name.size()]);
}

// The common case at speed: tags that stand completely in the buffer and need no second look. Leaves at_ behind the
// last one passed; true when the message is closed.
bool slicer::pass_common_tags(std::uint64_t nested_at) {
  const char* const base = buffer_.data();
  const char* const end = base + filled_;
  const char* const message_name = base + (open_.front().name - base_);
  std::size_t message_name_length = 0;
  while (!is_name_end(message_name[message_name_length]))
    ++message_name_length;
  const char* at = base + (at_ - base_);
  const auto find_in_rest = [end](const char* from, char c) {
    return static_cast<const char*>(std::memchr(from, c, static_cast<std::size_t>(end - from)));
  };
  for (;;) {
    const char* const open = find_in_rest(at, '<');
    if (open == nullptr || end - open < 2) break;
    if (open[1] == '/') {
      // Mostly the name is known, and with it where the tag ends.
      const open_tag top = open_.back();
      const char* const name = base + (top.name - base_);
      const char* close = open + 2 + top.length;
      if (top.length == 0) {
        close = find_in_rest(open, '>');
        if (close == nullptr) break;
      }
      const auto length = static_cast<std::size_t>(close - open - 2);
      if (close >= end || *close != '>' || std::memcmp(name, open + 2, length) != 0 || !is_name_end(name[length]))
        break;
      open_.pop_back();
      at = close + 1;
      if (!open_.empty()) continue;
      at_ = base_ + static_cast<std::uint64_t>(at - base);
      return true;
    }
    const char* const close = find_in_rest(open, '>');
    if (close == nullptr || open[1] == '!' || open[1] == '?' || is_name_end(open[1])) break;
    const auto length = static_cast<std::size_t>(close - open);
    const char* tag_end = close;
    std::size_t name_length = length - 1;
    if (const void* attribute = std::memchr(open, '=', length); attribute != nullptr) {
      const auto from = static_cast<std::size_t>(static_cast<const char*>(attribute) - base);
      const auto after = after_quotes({base, filled_}, from, static_cast<std::size_t>(close - base));
      if (after >= filled_) break;
      tag_end = base + after;
      name_length = 0;
    }
    if (tag_end[-1] != '/') {
      const bool nested = nested_at == 0 && length > message_name_length &&
                          std::memcmp(open + 1, message_name, message_name_length) == 0 &&
                          is_name_end(open[1 + message_name_length]);
      if (nested || open_.size() + 2 > bounds_.depth) break;
      open_.push_back({base_ + static_cast<std::uint64_t>(open - base) + 1, name_length});
    }
    at = tag_end + 1;
  }
  at_ = base_ + static_cast<std::uint64_t>(at - base);
  return false;
}

// The next end tag of that name; false when it is not in the buffer.
bool slicer::guess_message(const token& first) {
  if (how_ == cutting::careful || first.kind != token_kind::start) return false;
  end_tag_.look_for("</" + std::string(first.name) + ">");
  const std::string_view all{buffer_.data(), filled_};
  const auto found = end_tag_.find_in(all, first.end);
  if (found == std::string_view::npos) return false;
  const std::size_t end = found + end_tag_.text().size();
  if (end - first.begin > bounds_.message_bytes) return false;
  message_begin_ = base_ + first.begin;
  ++index_;
  text_ = all.substr(first.begin, end - first.begin);
  before_ = view(keep_, message_begin_);
  at_ = base_ + end;  // keep_ stays: the message may be asked for again
  guessed_ = true;
  return true;
}

slicer::outcome slicer::cut_carefully() {
  guessed_ = false;
  --index_;
  at_ = message_begin_;
  token first;
  next_markup(first);
  return read_message(first);
}

// Reads on from a message's start tag until its end tag.
slicer::outcome slicer::read_message(const token& first) {
  message_begin_ = base_ + first.begin;
  ++index_;
  resync_ = true;
  open_.clear();
  std::uint64_t nested_at = 0;
  const auto give_up = [&](slice_problem problem, std::uint64_t at, std::string_view detail = {}) {
    const outcome result = fail(problem, at, detail);
    if (nested_at != 0) at_ = nested_at;
    return result;
  };
  token found = first;
  for (;;) {
    const std::uint64_t begin = base_ + found.begin;
    switch (found.kind) {
      case token_kind::start: {
        if (open_.size() + (wrapped_ ? 2 : 1) > bounds_.depth) return give_up(slice_problem::too_deep, begin);
        message_kind nested{};
        if (nested_at == 0 && !open_.empty() && wrapped_ && message_name(local_part(found.name), nested)) {
          nested_at = begin;
        }
        open_.push_back({begin + 1, found.name.size()});
        break;
      }
      case token_kind::end: {
        if (!closes(open_.back().name, found.name)) {
          return give_up(slice_problem::unbalanced, begin, found.name);
        }
        open_.pop_back();
        break;
      }
      case token_kind::doctype:
      case token_kind::malformed:
        at_ = begin + 1;
        return give_up(slice_problem::malformed, begin);
      default:
        break;
    }
    if (at_ - message_begin_ > bounds_.message_bytes) return give_up(slice_problem::too_large, message_begin_);
    if (open_.empty() || pass_common_tags(nested_at)) break;
    if (!next_markup(found)) {
      if (failed_) return give_up(slice_problem::unreadable, at_);
      if (!at_end_) return give_up(slice_problem::too_large, message_begin_);
      return give_up(slice_problem::cut_short, base_ + filled_);
    }
  }
  resync_ = false;
  const std::uint64_t kept = keep_;
  text_ = view(message_begin_, at_);
  before_ = view(kept, message_begin_);
  keep_ = at_;
  if (!wrapped_) root_empty_ = true;  // nothing more to come but the epilog
  return outcome::message;
}

// After a broken message: to the next start tag of a message.
bool slicer::skip_to_message() {
  token found;
  for (;;) {
    keep_ = at_;
    if (!next_markup(found)) {
      if (at_end_) return false;
      keep_ = at_;
      if (at_ < base_ + filled_ && !next_huge_markup(found)) return false;
      continue;
    }
    message_kind kind{};
    if ((found.kind == token_kind::start || found.kind == token_kind::empty) &&
        message_name(local_part(found.name), kind)) {
      at_ = keep_ = base_ + found.begin;
      return true;
    }
    if (found.kind == token_kind::malformed || found.kind == token_kind::doctype) at_ = base_ + found.begin + 1;
  }
}

// What follows the last message: the wrapper's end tag, which begins at `closing`, and the end of the file.
slicer::outcome slicer::finish(std::uint64_t closing) {
  done_ = true;
  last_ = view(keep_, closing);
  const std::uint64_t from = keep_ = at_;
  std::uint64_t text_from = at_;
  token found;
  for (;;) {
    const bool more = next_markup(found);
    const std::uint64_t begin = more ? base_ + found.begin : base_ + filled_;
    if (!more && !at_end_) {
      keep_ = at_;
      if (at_ >= base_ + filled_) return fail(slice_problem::after_root, at_);
      if (next_huge_markup(found)) continue;
      return fail(slice_problem::after_root, at_);
    }
    const bool comment = found.kind == token_kind::comment || found.kind == token_kind::instruction;
    if (!blanks_only(text_from, more ? begin : at_) || (more && !comment) || (!more && at_ < base_ + filled_)) {
      return fail(slice_problem::after_root, text_from);
    }
    if (!more) break;
    text_from = at_;
  }
  if (from >= base_) epilog_ = view(from, base_ + filled_);
  return failed_ ? fail(slice_problem::unreadable, base_ + filled_) : outcome::end;
}

slicer::outcome slicer::next() {
  if (done_) return outcome::end;
  if (guessed_) {
    guessed_ = false;
    keep_ = at_;
    if (!wrapped_) root_empty_ = true;
  }
  if (root_empty_) return finish(keep_);
  if (resync_) {
    if (!wrapped_ || !skip_to_message()) {
      done_ = true;
      return outcome::end;
    }
    resync_ = false;
  }
  token found;
  std::size_t depth = 0;
  for (;;) {
    if (!next_markup(found)) {
      done_ = true;
      if (failed_) return fail(slice_problem::unreadable, at_);
      return fail(at_end_ ? slice_problem::cut_short : slice_problem::too_large, at_end_ ? base_ + filled_ : keep_);
    }
    const std::uint64_t begin = base_ + found.begin;
    message_kind kind{};
    switch (found.kind) {
      case token_kind::start:
      case token_kind::empty:
        if (depth == 0 && message_name(local_part(found.name), kind)) {
          message_kind_ = kind;
          return guess_message(found) ? outcome::message : read_message(found);
        }
        if (found.kind == token_kind::start && ++depth > bounds_.depth) {
          done_ = true;
          return fail(slice_problem::too_deep, begin);
        }
        break;
      case token_kind::end:
        if (depth > 0) {
          --depth;
          break;
        }
        if (found.name != root_name_) {
          done_ = true;
          return fail(slice_problem::unbalanced, begin, found.name);
        }
        return finish(begin);
      case token_kind::malformed:
      case token_kind::doctype:
        resync_ = true;
        at_ = begin + 1;
        return fail(slice_problem::malformed, begin);
      default:
        break;
    }
    if (at_ - keep_ > bounds_.message_bytes) {
      done_ = true;
      return fail(slice_problem::too_large, keep_);
    }
  }
}

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
