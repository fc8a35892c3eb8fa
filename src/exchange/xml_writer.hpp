// One message from its typed value to XML, along the tables of the description.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/xml.hpp"
#include "exchange/message_tables.hpp"
#include "exchange/xml_scope.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

class element_writer {
 public:
  element_writer(const envelope& head, write_profile profile);

  /// What `head` declares and what the family needs besides.
  [[nodiscard]] const scope& declared() const { return declared_; }

  /// Appends a line break and the indentation of a depth; nothing when the document stands on one line, or behind text,
  /// whose blanks were kept with it.
  void append_line(std::size_t depth, std::string& out) const;

  /// Appends the message's element. `root_attributes` are put into its start tag. False when a value is invalid.
  bool append_message(std::string_view name, std::string_view root_attributes, const tables::level& table,
                      const void* object, std::string& out);

 private:
  class inner_scope;

  // The struct being written: its extras (null when there are none to write), and the level inside it.
  struct frame {
    const extras_t* extras = nullptr;
    std::string level;
    std::vector<bool> written;  // extras already in place
  };

  void append_group(const tables::level& table, const void* object, std::string_view name, const xml_name& usual,
                    std::string_view attributes, std::size_t depth, std::string& out);
  void append_children(const tables::level& table, const void* object, frame& at, std::size_t depth, std::string& out);
  void append_slot(const tables::slot& slot, const void* object, frame& at, std::size_t depth, std::string& out);
  void append_within(const tables::slot& slot, const void* object, frame& at, std::size_t depth, std::string& out);
  void append_leaf(const tables::slot& slot, const void* value, frame& at, std::uint32_t number, std::size_t depth,
                   std::string& out);
  void append_leaf_attributes(const tables::slot& slot, const void* value, const frame& at, std::uint32_t number,
                              std::string& out) const;
  void append_extras_after(frame& at, std::string_view after, std::uint32_t number, std::size_t depth,
                           std::string& out);
  void append_remaining_extras(frame& at, std::size_t depth, std::string& out);
  void append_extras_of_leaf(frame& at, std::uint32_t number, std::string& out) const;
  void append_extra(const extra& item, std::size_t depth, std::string& out);
  void append_kept_attributes(const frame& at, std::uint32_t number, std::string& out) const;
  void append_fragment(std::string_view content, std::string& out) const;
  void append_number(const tables::slot& slot, const void* value, std::string& out) const;
  void append_own_text(const tables::level& table, const void* object, const frame& at, std::string& out);

  [[nodiscard]] std::vector<std::size_t> order_of(const tables::level& table, const frame& at) const;
  [[nodiscard]] bool leaves_out(const tables::slot& slot, const void* object, const frame& at) const;
  [[nodiscard]] bool omits_value(const tables::slot& slot, const void* value) const;
  [[nodiscard]] const extra* find(const frame& at, extra::kind what, std::uint32_t number,
                                  std::string_view name = {}) const;
  void append_name(const xml_name& name, std::string& out) const;
  void open_tag(const xml_name& name, const extra* alias, std::string& out) const;
  static void close_tag(std::size_t name_at, std::size_t name_length, std::string& out);

  void choose_prefixes();

  [[nodiscard]] bool keeps() const { return profile_ == write_profile::round_trip; }

  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

  write_profile profile_;
  xml_layout layout_;
  scope scope_;                          // where the writer is
  scope declared_;                       // by the root
  std::array<std::string, 5> prefixes_;  // with their ':'
  std::size_t text_end_ = nowhere;       // where the last text ends that stands among elements
  bool failed_ = false;
};

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
