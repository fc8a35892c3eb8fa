#pragma once

// ORDER, DELIVERY and INVOICE as XML: read message by message in constant memory, checked against their description,
// written back in document order. Lenient reader, strict writer; what is wrong in a file becomes findings with path,
// line and column.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "esppadom/export.hpp"
#include "esppadom/message/delivery.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/message/order.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

enum class message_kind : std::uint8_t { order, delivery, invoice };

template <>
struct enum_names<message_kind> {
  static constexpr enum_name<message_kind> items[] = {
      {message_kind::order, "order"}, {message_kind::delivery, "delivery"}, {message_kind::invoice, "invoice"}};
};

using any_message = std::variant<order, delivery, invoice>;

// -- where bytes come from and go to ----------------------------------------------------------------------------------

/// A stream of bytes. `read(into, capacity)` puts up to `capacity` bytes at `into` and returns how many; 0 = the end.
struct byte_source {
  std::function<result<std::size_t>(char* into, std::size_t capacity)> read;
};

/// Bytes in memory, which must outlive the source.
ESPPADOM_API byte_source bytes_of(std::string_view text);

/// A file. Errors: unreadable.
ESPPADOM_API result<byte_source> bytes_of_file(const std::filesystem::path& path);

/// Where a writer puts its bytes. `write(bytes)` returns `success` or why it could not.
struct byte_sink {
  std::function<error_code(std::string_view bytes)> write;
};

// -- what surrounds the messages --------------------------------------------------------------------------------------

/// A namespace declaration of the root element; the prefix is empty for the default namespace.
struct namespace_binding {
  std::string prefix;
  std::string uri;

  friend bool operator==(const namespace_binding&, const namespace_binding&) = default;
};

/// An attribute of the root element that is no namespace declaration.
struct root_attribute {
  std::string name;
  std::string value;

  friend bool operator==(const root_attribute&, const root_attribute&) = default;
};

/// How a document is laid out: profile `round_trip` writes it the same way.
struct xml_layout {
  bool messages_on_lines = true;  ///< a line break before each message
  bool elements_on_lines = true;  ///< a line break before each element of a message
  std::string first = "  ";       ///< indentation of what stands directly in the root
  std::string step = "  ";        ///< what each further level adds
  std::string root_end;           ///< indentation of the root's end tag

  friend bool operator==(const xml_layout&, const xml_layout&) = default;
};

/// What a file says around its messages.
struct envelope {
  message_kind kind = message_kind::delivery;
  bool wrapped = true;                    ///< false: the message itself is the root (variant V2)
  std::optional<std::string> version_id;  ///< `versionID` of the root; any text
  std::vector<namespace_binding> namespaces;
  std::vector<root_attribute> attributes;
  std::string prolog;  ///< comments and instructions before the root, as XML
  std::string last;    ///< what stands between the last message and the root's end, as XML
  std::string epilog;  ///< comments and instructions after the root, as XML
  xml_layout layout;

  friend bool operator==(const envelope&, const envelope&) = default;
};

/// The envelope the library writes by itself: prefixes ns, ram, pie, qdt, version 1.4.
ESPPADOM_API envelope default_envelope(message_kind kind);

// -- reading ----------------------------------------------------------------------------------------------------------

/// What exceeds one of these is a finding, and reading goes on with the next message.
struct limits {
  std::size_t message_bytes = std::size_t{16} * 1024 * 1024;
  std::size_t depth = 64;
  std::size_t findings = 10'000;  ///< kept; further ones are counted by kind
  std::size_t files = 100'000;
};

enum class read_profile : std::uint8_t {
  lenient,  ///< a missing, misplaced or oddly written value is a warning
  strict,   ///< it is an error
};

template <>
struct enum_names<read_profile> {
  static constexpr enum_name<read_profile> items[] = {{read_profile::lenient, "lenient"},
                                                      {read_profile::strict, "strict"}};
};

struct read_options {
  read_profile profile = read_profile::lenient;
  limits bounds;
  std::string file;  ///< name that findings carry
};

/// Where a message stands in its file.
struct message_place {
  std::uint64_t index = 0;  ///< 1 for the first message
  std::uint64_t line = 0;
  std::uint64_t column = 0;  ///< in characters
  std::string path;          ///< e.g. /delivery/CrossIndustryDespatchAdvice[3]
};

/// How a document is written down.
enum class text_format : std::uint8_t { xml, json };

/// Reads a file message by message. Memory does not depend on the size of the file. One owner; not to be shared between
/// threads.
///
///     findings found;
///     message_reader reader(bytes_of(text), found);
///     while (auto next = reader.next()) …
class ESPPADOM_API message_reader {
 public:
  /// `found` receives what is wrong and must outlive the reader.
  message_reader(byte_source source, findings& found, read_options options = {});
  ~message_reader();
  message_reader(message_reader&&) noexcept;
  message_reader& operator=(message_reader&&) noexcept;
  message_reader(const message_reader&) = delete;
  message_reader& operator=(const message_reader&) = delete;

  /// The next message that could be read, of any kind; none at the end.
  std::optional<any_message> next();

  /// The next message of that kind into `into` (whatever it held before is lost); false at the end. A message of
  /// another kind is an error finding and is passed over.
  bool next(order& into);
  bool next(delivery& into);
  bool next(invoice& into);

  /// What surrounds the messages. Known after the first call of `next`; complete once the end was reached.
  [[nodiscard]] const envelope& head() const;

  /// Whether the document is XML or JSON, by what it begins with.
  [[nodiscard]] text_format format() const;

  /// False when the file could not be read as messages at all.
  [[nodiscard]] bool readable() const;

  /// How many messages were read so far, without those that had to be left out.
  [[nodiscard]] std::uint64_t count() const;

  /// Where the last message stands. Computed when asked.
  [[nodiscard]] message_place place();

  /// Where a member of the last message stands, named as findings name it: `lines[2].service`. What is not there stands
  /// at the closest element around it; the path says which member was asked for.
  [[nodiscard]] message_place place(std::string_view member);

 private:
  class state;
  std::unique_ptr<state> state_;
};

/// All messages of one kind of a file, with what surrounds them.
template <class Message>
struct document {
  envelope head;
  std::vector<Message> messages;
};

/// Whole files at once. What is wrong goes to `found`; a message that cannot be read is left out.
ESPPADOM_API std::vector<order> read_orders(const std::filesystem::path& file, findings& found,
                                            const read_options& options = {});
ESPPADOM_API std::vector<delivery> read_deliveries(const std::filesystem::path& file, findings& found,
                                                   const read_options& options = {});
ESPPADOM_API std::vector<invoice> read_invoices(const std::filesystem::path& file, findings& found,
                                                const read_options& options = {});

/// The same from bytes.
ESPPADOM_API document<order> parse_orders(std::string_view xml, findings& found, const read_options& options = {});
ESPPADOM_API document<delivery> parse_deliveries(std::string_view xml, findings& found,
                                                 const read_options& options = {});
ESPPADOM_API document<invoice> parse_invoices(std::string_view xml, findings& found, const read_options& options = {});
ESPPADOM_API document<any_message> parse_messages(std::string_view xml, findings& found,
                                                  const read_options& options = {});

/// Calls `each` for every message of a DELIVERY file, in constant memory, until it returns false.
ESPPADOM_API void for_each_delivery(byte_source source, findings& found, const read_options& options,
                                    const std::function<bool(delivery&&)>& each);

/// Calls `each` with the XML of every message, unparsed: for measurements and for callers with a parser of their own.
/// Namespace declarations of the wrapper are not repeated in it.
ESPPADOM_API void for_each_slice(byte_source source, findings& found, const read_options& options,
                                 const std::function<void(std::string_view)>& each);

// -- writing ----------------------------------------------------------------------------------------------------------

/// Messages reference, section 9.3.
enum class write_profile : std::uint8_t {
  canonical,       ///< the structure tables; empty TypeCode omitted; hours as 10 decimals half-up
  production_1_4,  ///< DELIVERY as seen in production: only observed elements, TypeCode always, aid type only
  extended,        ///< canonical with the planned period
  round_trip,      ///< everything as it was read: unknown elements, lexical forms, prefixes, order
};

template <>
struct enum_names<write_profile> {
  static constexpr enum_name<write_profile> items[] = {{write_profile::canonical, "canonical"},
                                                       {write_profile::production_1_4, "production_1_4"},
                                                       {write_profile::extended, "extended"},
                                                       {write_profile::round_trip, "round_trip"}};
};

/// Writes messages one after the other. `head` gives prefixes, version and layout; prefixes it lacks are declared.
class ESPPADOM_API message_writer {
 public:
  message_writer(byte_sink sink, envelope head, write_profile profile = write_profile::canonical);
  ~message_writer();
  message_writer(message_writer&&) noexcept;
  message_writer& operator=(message_writer&&) noexcept;
  message_writer(const message_writer&) = delete;
  message_writer& operator=(const message_writer&) = delete;

  /// Errors: those of the sink; conflict for a second message without wrapper; invalid_value for an amount that is none
  /// and for text that XML cannot carry (control characters, bytes that are no UTF-8): nothing of the message is
  /// written then.
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

/// A whole document as text.
ESPPADOM_API std::string write(std::span<const order> messages, write_profile profile = write_profile::canonical);
ESPPADOM_API std::string write(std::span<const delivery> messages, write_profile profile = write_profile::canonical);
ESPPADOM_API std::string write(std::span<const invoice> messages, write_profile profile = write_profile::canonical);
ESPPADOM_API std::string write(std::span<const order> messages, const envelope& head, write_profile profile);
ESPPADOM_API std::string write(std::span<const delivery> messages, const envelope& head, write_profile profile);
ESPPADOM_API std::string write(std::span<const invoice> messages, const envelope& head, write_profile profile);

}  // namespace esppadom::inline ESPPADOM_ABI
