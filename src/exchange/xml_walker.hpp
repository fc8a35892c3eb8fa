// One message from its XML to a typed value: a walk over the tree of pugixml along the tables of the description.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "esppadom/exchange/xml.hpp"
#include "exchange/message_tables.hpp"
#include "exchange/xml_scope.hpp"
#include "exchange/xml_slicer.hpp"
#include "exchange/xml_values.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

class walker {
 public:
  walker(read_profile profile, const limits& bounds) : strict_(profile == read_profile::strict), bounds_(bounds) {}

  /// What a finding needs to know of the slice; positions are computed only when there is one.
  struct slice {
    std::string_view text;
    slicer* source = nullptr;
    bool wrapped = true;
    std::string parent_path;  ///< of the root when the message stands in a wrapper, else empty
  };

  /// Parses and reads `from` into `object`, which has the type of `table`. False when it is not well-formed or exceeds
  /// a limit.
  bool read(const slice& from, const scope& outer, const tables::level& table, void* object);

  /// Takes note of a message that was read without the walker, with nothing to report.
  void pass(const slice& from);

  /// Where a member of the message read or passed last stands, e.g. `lines[2].service`; what is not there stands at the
  /// closest element around it. The slice, `outer` and `table` are those of that message.
  position place_of(const scope& outer, const tables::level& table, std::string_view member);

  /// The findings of the last `read`, without document and file.
  std::vector<finding>& found() { return found_; }

  /// /delivery/CrossIndustryDespatchAdvice[3]
  static std::string path_of_slice(const slice& from);

 private:
  // The struct being read: where its extras go, and where its own level begins in path_.
  struct frame {
    extras_t* extras;
    std::size_t base;
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  // What was matched so far among the children of an element.
  struct progress {
    std::uint64_t seen = 0;
    std::size_t next = 0;          // the slot expected next
    std::size_t last = none;       // the slot matched last
    std::uint32_t repetition = 0;  // and which of its repetitions that was
    bool misplaced = false;
  };
  struct match {
    std::size_t index = none;
    bool usual = true;             // written with the usual prefix and name
    bool other_namespace = false;  // found by its name alone
  };
  class scope_guard;
  class path_guard;

  void read_children(const tables::level& table, pugi::xml_node node, void* object, const frame& at);
  void read_element(const tables::level& table, pugi::xml_node child, void* object, const frame& at, progress& now);
  bool read_slot(const tables::slot& slot, pugi::xml_node node, pugi::xml_attribute attributes, void* object,
                 const frame& at, bool usual, const tables::level& table, const progress& before);
  void read_text(const tables::level& table, pugi::xml_node node, std::string_view text, void* object, const frame& at,
                 progress& now);
  bool read_leaf(const tables::slot& slot, pugi::xml_node node, pugi::xml_attribute attributes, void* value,
                 const frame& at, std::uint32_t number);
  bool read_leaf_text(const tables::slot& slot, pugi::xml_node node, std::string_view text, std::string_view format,
                      void* value, const frame& at, std::uint32_t number);
  bool read_mixed_leaf(const tables::slot& slot, pugi::xml_node node, void* value, const frame& at,
                       std::uint32_t number);
  void read_leaf_attributes(const tables::slot& slot, pugi::xml_node node, pugi::xml_attribute attribute, void* value,
                            const frame& at, std::uint32_t number);
  bool accept_value(const tables::slot& slot, pugi::xml_node node, reading_of_value how, const void* value);
  void report_missing(const tables::level& table, pugi::xml_node node, void* object, const frame& at,
                      const progress& now);
  bool check_grammar();
  void keep(const frame& at, extra::kind what, std::uint32_t number, std::string name, std::string content);
  void keep_after(const frame& at, extra::kind what, const tables::level& table, const progress& now,
                  std::string content);
  void keep_attributes(pugi::xml_node node, const frame& at, std::uint32_t number);
  void keep_attribute(pugi::xml_node node, pugi::xml_attribute attribute, const frame& at, std::uint32_t number);
  void keep_order(const tables::level& table, pugi::xml_node node, const frame& at);
  match find(const tables::level& table, pugi::xml_node child, std::size_t from) const;
  match find_unusual(const tables::level& table, pugi::xml_node child, std::size_t from) const;

  struct member_step;
  pugi::xml_node element_of(const tables::level& table, pugi::xml_node node, std::string_view member);
  pugi::xml_node search(const tables::level& table, pugi::xml_node node, const member_step& step, std::size_t& seen);

  pugi::xml_parse_result parse();
  bool is_too_crowded();
  void repair();
  void check_entities();
  std::string level_of(const frame& at) const;
  std::string fragment(pugi::xml_node node);
  std::string path_of(pugi::xml_node node) const;
  void add(const finding_kind& kind, pugi::xml_node node, std::vector<std::string> arguments = {});
  void add_at(const finding_kind& kind, std::size_t offset, std::string path, std::vector<std::string> arguments = {});
  const finding_kind& graded(const finding_kind& lenient, const finding_kind& strict) const {
    return strict_ ? strict : lenient;
  }

  bool strict_;
  limits bounds_;
  bool parsed_ = false;  // document_ is that of the slice
  bool too_deep_ = false;
  bool suspicious_ = false;  // more than plain elements and values: something was kept, or looks odd
  bool malformed_ = false;
  slice slice_;
  std::string repaired_;
  std::vector<char> scratch_;
  pugi::xml_document document_;
  const scope* scope_ = nullptr;
  bool declares_ = false;               // somewhere in the slice there is a declaration
  std::vector<std::string_view> path_;  // written names of the levels entered, from the root's children down
  std::string text_;                    // of one value, while it is looked at
  std::vector<finding> found_;
};

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
