// The two ways of reading a message agree: what is read straight from its bytes is what the walker reads, and of such a
// message the walker has nothing to tell and nothing to keep (decision 0014).
#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "exchange/xml_encoding.hpp"
#include "exchange/xml_nodes.hpp"
#include "exchange/xml_plain.hpp"
#include "exchange/xml_slicer.hpp"
#include "exchange/xml_walker.hpp"
#include "fuzz/laws.hpp"

namespace esppadom_laws {

/// How many messages of a document were read straight from their bytes, of how many; `broken` says where the two
/// differ.
struct plain_reading {
  std::size_t plain = 0;
  std::size_t all = 0;
  std::string broken;
};

/// What the root declares.
inline xml::scope scope_of(std::string tag) {
  xml::scope out;
  if (!tag.ends_with("/>")) tag.insert(tag.size() - 1, "/");
  pugi::xml_document document;
  document.load_buffer(tag.data(), tag.size(), pugi::parse_escapes, pugi::encoding_utf8);
  xml::declare(out, document.document_element());
  return out;
}

/// One slice, both ways; false when it is not plain.
template <class Message>
bool read_both_ways(const xml::walker::slice& slice, const xml::scope& outer, xml::walker& walker,
                    std::string& broken) {
  xml::plain_reader plain;
  document<Message> one;
  document<Message> other;
  one.head = other.head = default_envelope(kind_of<Message>);
  if (!plain.read(slice.text, outer, tables::level_of<Message>, &one.messages.emplace_back())) return false;
  const bool read = walker.read(slice, outer, tables::level_of<Message>, &other.messages.emplace_back());
  if (!read || !walker.found().empty()) {
    broken = "the walker has something to tell of: " + std::string(slice.text);
  } else if (json_document_of(one) != json_document_of(other)) {
    broken = json_document_of(one) + "\nis read straight, by the walker\n" + json_document_of(other);
  }
  return true;
}

inline plain_reading read_both_ways(std::string_view bytes) {
  plain_reading out;
  xml::encoding_state encoding;
  xml::slicer slices(xml::to_utf8(bytes_of(bytes), encoding), {}, xml::cutting::by_guess);
  if (!slices.start()) return out;
  const xml::scope outer = scope_of(std::string(slices.root_tag()));
  xml::walker walker(read_profile::strict, {});
  for (auto next = slices.next(); next != xml::slicer::outcome::end && out.broken.empty(); next = slices.next()) {
    if (next != xml::slicer::outcome::message) continue;
    const xml::walker::slice slice{slices.text(), &slices, true, {}};
    const auto both = [&]<class Message>() { return read_both_ways<Message>(slice, outer, walker, out.broken); };
    bool plain = false;
    if (slices.message() == message_kind::order) plain = both.template operator()<order>();
    if (slices.message() == message_kind::delivery) plain = both.template operator()<delivery>();
    if (slices.message() == message_kind::invoice) plain = both.template operator()<invoice>();
    ++out.all;
    if (plain) ++out.plain;
  }
  return out;
}

/// A document of any kind of message.
inline std::string plain_law(std::string_view bytes) { return read_both_ways(bytes).broken; }

}  // namespace esppadom_laws
