#include "esppadom/exchange/describe.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/message/delivery.hpp"
#include "esppadom/message/field_list.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/message/order.hpp"
#include "exchange/json_writer.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace {

std::string_view prefix_of(name_space space) {
  switch (space) {
    case name_space::message:
      return "msg";
    case name_space::ram:
      return "ram";
    case name_space::pie:
      return "pie";
    case name_space::qdt:
      return "qdt";
    default:
      return "";
  }
}

class description_writer {
 public:
  explicit description_writer(described_subject of) : to_(out_, json_layout::indented) {
    to_.begin_object();
    text("schema", "esppadom/description/1");
    text("of", name_of(of));
    to_.key("rows");
    to_.begin_array();
  }

  std::string finish() && {
    to_.end_array();
    to_.end_object();
    return std::move(out_) + "\n";
  }

  template <class Message>
  void message() {
    const document_form& form = document_of<Message>;
    const std::string wrapper(form.wrapper.local);
    const std::string inner = wrapper + "/" + std::string(form.message.local);
    begin(wrapper, "msg", "1", "group");
    rest("envelope.version_id", form.wrapper_label, form.wrapper_evidence);
    begin(inner, "msg", form.at_least_one ? "1..n" : "0..n", "group");
    written_once(form.is_written_once);
    rest(std::string(form.messages) + "[]", form.message_label, form.message_evidence);
    elements(field_list<Message>(), inner + "/");
  }

  void elements(const field_node& root, const std::string& prefix) {
    std::vector<std::string> paths;
    for_each_field(root, [&](const field_node& node, std::size_t depth, const std::string& field) {
      paths.resize(depth);
      paths.push_back((depth == 0 ? prefix : paths.back() + "/") + std::string(node.names->written.local));
      begin(paths.back(), prefix_of(node.names->written.space), node.occurrence(),
            node.kind == field_kind::group && node.type == "party" ? "party" : name_of(node.kind));
      written_once(node.written_once);
      if (node.length != 0) {
        to_.key("length");
        to_.integer(node.length);
      }
      if (!node.codes.id.empty()) {
        text("codes", node.codes.id);
        flag("local_codes_too", node.codes.local_too);
      }
      if (!node.but.about.empty()) {
        text("doubt", node.but.about);
        text("doubt_standing", name_of(node.but.evidence));
      }
      rest(field, node.label, node.evidence);
      return node.type != "party";
    });
  }

 private:
  void text(std::string_view key, std::string_view value) {
    to_.key(key);
    to_.string(value);
  }
  void flag(std::string_view key, bool value) {
    if (!value) return;
    to_.key(key);
    to_.raw("true");
  }
  void begin(std::string_view path, std::string_view space, std::string_view occurrence, std::string_view type) {
    to_.begin_object();
    text("path", path);
    text("namespace", space);
    text("occurrence", occurrence);
    text("type", type);
  }
  void written_once(bool once) { flag("written_once", once); }
  void rest(std::string_view field, std::string_view label, standing evidence) {
    text("field", field);
    text("label", label);
    text("standing", name_of(evidence));
    to_.end_object();
  }

  std::string out_;
  detail::json_writer to_;
};

}  // namespace

std::string description_json(described_subject of) {
  description_writer to(of);
  switch (of) {
    case described_subject::order:
      to.message<order>();
      break;
    case described_subject::delivery:
      to.message<delivery>();
      break;
    case described_subject::invoice:
      to.message<invoice>();
      break;
    case described_subject::party:
      to.elements(field_list<party>(), {});
      break;
  }
  return std::move(to).finish();
}

}  // namespace esppadom::inline ESPPADOM_ABI
