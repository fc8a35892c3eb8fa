// What a message reader needs of the form its messages are in.
#pragma once

#ifndef ESPPADOM_WITH_XML
#define ESPPADOM_WITH_XML 1  // the build says 0 to leave pugixml out
#endif
#ifndef ESPPADOM_WITH_JSON
#define ESPPADOM_WITH_JSON 1  // the build says 0 to leave simdjson out
#endif

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "esppadom/exchange/xml.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

class message_source {
 public:
  virtual ~message_source() = default;
  virtual bool next(order& into) = 0;
  virtual bool next(delivery& into) = 0;
  virtual bool next(invoice& into) = 0;
  virtual std::optional<any_message> next_any() = 0;
  [[nodiscard]] virtual const envelope& head() const = 0;
  [[nodiscard]] virtual bool readable() const = 0;
  [[nodiscard]] virtual std::uint64_t count() const = 0;
  [[nodiscard]] virtual message_place place() = 0;
  [[nodiscard]] virtual message_place place(std::string_view member) = 0;
};

/// Messages of an XML document. Only where the build has the XML parser.
std::unique_ptr<message_source> messages_of_xml(byte_source source, findings& found, read_options options);

/// Messages of a JSON document. Only where the build has the JSON parser.
std::unique_ptr<message_source> messages_of_json(byte_source source, findings& found, read_options options);

template <class Message>
inline constexpr message_kind kind_of_message = std::is_same_v<Message, order>      ? message_kind::order
                                                : std::is_same_v<Message, delivery> ? message_kind::delivery
                                                                                    : message_kind::invoice;

/// Reads a message of that kind: `read(message)` fills it and says whether it could. It is filled where it stands, for
/// messages are large; `into` holds none when it could not.
template <class Read>
void read_of_kind(message_kind kind, std::optional<any_message>& into, Read&& read) {
  const auto fill = [&]<class Message>(std::in_place_type_t<Message> type) {
    if (!read(*std::get_if<Message>(&into.emplace(type)))) into.reset();
  };
  switch (kind) {
    case message_kind::order:
      return fill(std::in_place_type<order>);
    case message_kind::delivery:
      return fill(std::in_place_type<delivery>);
    case message_kind::invoice:
      break;
  }
  fill(std::in_place_type<invoice>);
}

inline const std::string& id_of(const order& message) { return message.order_id; }
inline const std::string& id_of(const delivery& message) { return message.delivery_id; }
inline const std::string& id_of(const invoice& message) { return message.invoice_id; }

}  // namespace esppadom::inline ESPPADOM_ABI::detail
