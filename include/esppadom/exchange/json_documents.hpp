// Messages as JSON documents: the same messages as in XML, for whoever would rather read JSON.
//
//     {"schema": "esppadom/delivery/1",
//      "envelope": {"wrapped": true, "version_id": "1.4", "namespaces": [{"prefix": "ns", "uri": "urn:…"}], …},
//      "messages": [
//       {"message_version": "1.4", "transaction_id": "LOT-7", "delivery_id": "DLV-1", …},
//       …],
//      "end": {"epilog": "…"}}
//
// `schema` comes first and says of which kind the messages are. A message has the members of its struct, in the form of
// exchange/json.hpp; what its description does not know stands in `extras` of the struct it was found in, so that a
// document that was XML becomes the same XML again (profile `round_trip`). `envelope` and `end` say what surrounded
// the messages there; both may be left out. They are read with `message_reader` (exchange/xml.hpp), which looks at the
// first byte that is no blank: '{' means JSON. Memory does not depend on the number of messages, in either direction.
#pragma once

#include <memory>

#include "esppadom/exchange/json.hpp"
#include "esppadom/exchange/xml.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Writes messages one after the other as one JSON document, a message a line. Of the profiles, `round_trip` writes
/// everything that was read, the others leave out the extras and what surrounded the messages. One owner.
class ESPPADOM_API json_document_writer {
 public:
  json_document_writer(byte_sink sink, envelope head, write_profile profile = write_profile::round_trip);
  ~json_document_writer();
  json_document_writer(json_document_writer&&) noexcept;
  json_document_writer& operator=(json_document_writer&&) noexcept;
  json_document_writer(const json_document_writer&) = delete;
  json_document_writer& operator=(const json_document_writer&) = delete;

  /// Errors: those of the sink; conflict for a message of another kind than the envelope's, or after the end;
  /// invalid_value for a message with an amount that is none.
  error_code write(const order& message);
  error_code write(const delivery& message);
  error_code write(const invoice& message);
  error_code write(const any_message& message);

  /// Ends the document; nothing may be written afterwards. The second form takes what only the end of the source tells.
  error_code finish();
  error_code finish(const envelope& complete);

 private:
  class state;
  std::unique_ptr<state> state_;
};

}  // namespace esppadom::inline ESPPADOM_ABI
