// schemas/json: the JSON form of each message and of the circumstances, draft 2020-12.

#include <algorithm>
#include <array>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "definitions.hpp"
#include "documents.hpp"
#include "exchange/envelope_json.hpp"
#include "exchange/json_values.hpp"
#include "exchange/json_writer.hpp"
#include "message_documents.hpp"

namespace docs {

using namespace esppadom;

namespace {

std::string in_quotes(std::string_view text) {
  std::string out;
  esppadom::detail::append_json_string(out, text);
  return out;
}

// -- values -----------------------------------------------------------------------------------------------------------

struct value_definition {
  std::string_view name;
  std::string_view schema;
};

// As the writer spells them. A decimal is a string: a number would be read as binary floating point by most readers.
constexpr std::array values{
    value_definition{"text", R"({ "type": "string", "pattern": "\\S" })"},
    value_definition{"text_or_empty", R"({ "type": "string" })"},
    value_definition{"token_14", R"({ "type": "string", "pattern": "^.{14}$" })"},
    value_definition{"token_14_or_empty", R"({ "type": "string", "pattern": "^(.{14})?$" })"},
    value_definition{"decimal", R"({ "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$" })"},
    value_definition{"money", R"({ "type": "string", "pattern": "^-?[0-9]+\\.[0-9]{2}$" })"},
    value_definition{"unit_price", R"({ "type": "string", "pattern": "^-?[0-9]+\\.[0-9]{2,6}$" })"},
    value_definition{"percentage", R"({ "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]{1,4})?$" })"},
    value_definition{
        "date",
        R"({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" })"},
    value_definition{"month", R"({ "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$" })"},
    value_definition{"time", R"({
      "description": "French civil time; the second reading of the repeated autumn hour carries +01:00",
      "type": "string",
      "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\+01:00)?$"
    })"},
    value_definition{"indicator", R"({ "type": "boolean" })"},
    value_definition{"integer", R"({ "type": "integer" })"}};

struct composite_definition {
  std::string_view name;
  std::string_view value;  ///< the definition of its first member
  std::array<std::string_view, 2> others;
  bool may_be_text;  ///< the value alone, when there is nothing else to say
};

constexpr std::array composites{
    composite_definition{"code", "text", {"list_id", "list_agency_name"}, true},
    composite_definition{"code_or_empty", "text_or_empty", {"list_id", "list_agency_name"}, true},
    composite_definition{"identifier", "text", {"scheme_id", "scheme_agency_name"}, true},
    composite_definition{"identifier_or_empty", "text_or_empty", {"scheme_id", "scheme_agency_name"}, true},
    composite_definition{"quantity", "decimal", {"unit_code", ""}, false},
    composite_definition{"amount", "money", {"currency", ""}, false},
    composite_definition{"price", "unit_price", {"currency", ""}, false}};

std::string schema_of(const composite_definition& one) {
  const std::string value = "{ \"$ref\": \"#/$defs/" + std::string(one.value) + "\" }";
  std::string object =
      R"({ "type": "object", "additionalProperties": false, "required": ["value"], "properties": { "value": )" + value;
  for (const std::string_view other : one.others) {
    if (!other.empty()) object += ", " + in_quotes(other) + R"(: { "type": "string" })";
  }
  object += " } }";
  return one.may_be_text ? "{ \"anyOf\": [" + value + ", " + object + "] }" : object;
}

// -- groups -----------------------------------------------------------------------------------------------------------

std::string value_name(const field_node& node) {
  const std::string or_empty = !node.mandatory || node.may_be_empty ? "_or_empty" : "";
  switch (node.kind) {
    case field_kind::text:
      return "text" + or_empty;
    case field_kind::token:
      return node.length == 0 ? "text" + or_empty : "token_" + std::to_string(node.length) + or_empty;
    case field_kind::code:
    case field_kind::identifier:
      return std::string(name_of(node.kind)) + or_empty;
    default:
      return std::string(name_of(node.kind));
  }
}

class schema {
 public:
  /// Adds what surrounds the messages of a document: texts of the source, mostly blank.
  std::string add_surroundings(const field_node& group) {
    in_surroundings_ = true;
    const std::string name = add(group);
    in_surroundings_ = false;
    return name;
  }

  /// Adds the object a group is; gives the name of its definition.
  std::string add(const field_node& group) {
    std::string properties;
    std::vector<std::string_view> required;
    add_properties(group, properties, required);
    if (group.has_extras) append_property(properties, "extras", R"({ "$ref": "#/$defs/extras" })");
    std::string out = "{\n      \"type\": \"object\",\n      \"additionalProperties\": false,\n";
    if (!required.empty()) out += "      \"required\": " + list_of(required) + ",\n";
    out += "      \"properties\": {\n" + properties + "\n      }\n    }";
    has_extras_ = has_extras_ || group.has_extras;
    return groups_.add(group.type, group.member.empty() ? group.type : group.member, out);
  }

  void print_definitions() const {
    std::string_view separator;
    const auto print = [&](std::string_view name, std::string_view content) {
      std::cout << separator << "    " << in_quotes(name) << ": " << content;
      separator = ",\n";
    };
    for (const auto& group : groups_.all())
      print(group.name, group.content);
    for (const auto& one : composites) {
      if (uses(one.name)) print(one.name, schema_of(one));
    }
    for (const auto& one : values) {
      if (uses(one.name)) print(one.name, one.schema);
    }
    if (has_extras_) print("extras", extras_schema());
    std::cout << "\n";
  }

 private:
  static std::string extras_schema() {
    std::vector<std::string_view> kinds;
    for (const auto& item : enum_names<extra::kind>::items)
      kinds.push_back(item.name);
    return R"({
      "title": "ce que la description ne connaît pas",
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["kind"],
        "properties": {
          "kind": { "enum": )" +
           list_of(kinds) + R"( },
          "level": { "type": "string" },
          "after": { "type": "string" },
          "occurrence": { "type": "integer", "minimum": 0 },
          "name": { "type": "string" },
          "content": { "type": "string" }
        }
      }
    })";
  }

  static std::string list_of(const std::vector<std::string_view>& texts) {
    std::string out;
    for (const std::string_view one : texts)
      out += (out.empty() ? "[" : ", ") + in_quotes(one);
    return out + "]";
  }

  static void append_property(std::string& to, std::string_view name, std::string_view content) {
    to += std::string(to.empty() ? "" : ",\n") + "        " + in_quotes(name) + ": " + std::string(content);
  }

  void add_properties(const field_node& group, std::string& properties, std::vector<std::string_view>& required) {
    for (const field_node& node : group.children) {
      if (node.kind == field_kind::level) add_properties(node, properties, required);
      if (node.member.empty()) continue;
      append_property(properties, node.member, property(node));
      // What is mandatory only within an optional level may be missing with its level.
      const bool always = !node.optional_member || (node.repeated && node.mandatory) || group.kind == field_kind::group;
      if (node.mandatory && always) required.push_back(node.member);
    }
  }

  std::string property(const field_node& node) {
    std::string out = "{ \"title\": " + in_quotes(node.label) + ", ";
    if (!in_surroundings_) out += "\"description\": " + in_quotes(description(node)) + ", ";
    if (!node.repeated) return out + content(node) + " }";
    return out + "\"type\": \"array\", " + (node.mandatory ? "\"minItems\": 1, " : "") + "\"items\": { " +
           content(node) + " } }";
  }

  std::string content(const field_node& node) {
    if (node.kind == field_kind::group) return "\"$ref\": \"#/$defs/" + add(node) + "\"";
    if (node.kind == field_kind::choice) return "\"enum\": " + list_of(node.choices);
    const std::string name =
        in_surroundings_ && node.kind == field_kind::text ? std::string("text_or_empty") : value_name(node);
    use(name);
    return "\"$ref\": \"#/$defs/" + name + "\"";
  }

  static std::string description(const field_node& node) {
    std::string out;
    if (!node.codes.id.empty())
      out += std::string(node.codes.id) + (node.codes.local_too ? " and local lists; " : "; ");
    return out + standing_of(node);
  }

  [[nodiscard]] bool uses(std::string_view name) const {
    return std::find(used_.begin(), used_.end(), name) != used_.end();
  }
  void use(std::string_view name) {
    if (uses(name)) return;
    used_.emplace_back(name);
    for (const auto& one : composites) {
      if (one.name == name) use(one.value);
    }
  }

  definitions groups_;
  std::vector<std::string> used_;
  bool has_extras_ = false;
  bool in_surroundings_ = false;
};

void print_head(std::string_view name, std::string_view title) {
  std::cout
      << "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"$id\": \"urn:libesppadom:schema:"
      << name << ":1\",\n  \"title\": " << in_quotes(title)
      << ",\n  \"description\": \"Generated by tools/docs of libesppadom from public evidence; not an official schema. "
         "Every field says its standing.\",\n";
}

void print_end(const schema& all) {
  std::cout << "  \"$defs\": {\n";
  all.print_definitions();
  std::cout << "  }\n}\n";
}

// A document of messages: what the form says beside them is described in exchange/json_documents.hpp.
void print_document_schema(const message_document& message) {
  schema all;
  const std::string one = all.add(message.fields());
  const std::string envelope_name = all.add_surroundings(field_list<envelope>());
  const std::string end_name = all.add_surroundings(field_list<esppadom::detail::document_end>());
  print_head(message.name, message.form->message_label);
  std::cout << R"(  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "messages"],
  "properties": {
    "schema": { "const": "esppadom/)"
            << message.name << R"(/1" },
    "envelope": { "title": "ce qui entoure les messages dans un fichier XML", "$ref": "#/$defs/)"
            << envelope_name << R"(" },
    "messages": { "type": "array", "items": { "$ref": "#/$defs/)"
            << one << R"(" } },
    "end": { "title": "ce qui suit le dernier message", "$ref": "#/$defs/)"
            << end_name << R"(" }
  },
)";
  print_end(all);
}

void print_circumstances_schema() {
  schema all;
  const std::string root = all.add(circumstances_file.fields());
  print_head(circumstances_file.name, "circonstances");
  std::cout << "  \"$ref\": \"#/$defs/" << root << "\",\n";
  print_end(all);
}

}  // namespace

bool print_json_schema(std::string_view message) {
  if (message == circumstances_file.name) {
    print_circumstances_schema();
    return true;
  }
  const auto found =
      std::find_if(messages.begin(), messages.end(), [&](const auto& one) { return one.name == message; });
  if (found == messages.end()) return false;
  print_document_schema(*found);
  return true;
}

}  // namespace docs
