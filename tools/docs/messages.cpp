// docs/messages: every field of the messages.

#include <iostream>
#include <string>
#include <string_view>

#include "documents.hpp"
#include "message_documents.hpp"

namespace docs {

using namespace esppadom;

namespace {

std::string indent(std::size_t depth) {
  std::string out;
  for (std::size_t i = 0; i < depth; ++i)
    out += "· ";
  return out;
}

std::string type_of(const field_node& node) {
  switch (node.kind) {
    case field_kind::group:
      return node.type == "party" ? "[party](party.md)" : node.names == nullptr ? "object" : "elements";
    case field_kind::level:
      return "elements";
    case field_kind::empty:
      return "empty";
    case field_kind::text:
      return "text";
    case field_kind::token:
      return node.length == 0 ? "token" : "token of " + std::to_string(node.length) + " characters";
    case field_kind::code:
      return "code `@listID` `@listAgencyName`";
    case field_kind::identifier:
      return "identifier `@schemeID` `@schemeAgencyName`";
    case field_kind::time:
      return "date and time";
    case field_kind::date:
      return node.names == nullptr ? "date" : "date, written as its midnight";
    case field_kind::month:
      return "month";
    case field_kind::quantity:
      return "decimal `@unitCode`";
    case field_kind::amount:
      return "amount, 2 decimals `@currencyID`";
    case field_kind::price:
      return "amount, 2 to 6 decimals `@currencyID`";
    case field_kind::money:
      return "amount, 2 decimals";
    case field_kind::percentage:
      return "percent, up to 4 decimals";
    case field_kind::indicator:
      return "`true` or `false`";
    case field_kind::integer:
      return "whole number";
    case field_kind::choice: {
      std::string out;
      for (const auto choice : node.choices)
        out += (out.empty() ? "" : " ") + code(choice);
      return out;
    }
  }
  return {};
}

std::string occurrence_of(const field_node& node) {
  std::string out(node.occurrence());
  if (node.written_once) out += ", written once";
  if (node.may_be_empty) out += ", may be empty";
  return out;
}

std::string codes_of(const field_node& node) {
  if (node.codes.id.empty()) return {};
  return code(node.codes.id) + (node.codes.local_too ? " and local lists" : "");
}

std::string aliases_of(const field_node& node) {
  std::string out;
  for (std::uint8_t i = 0; i < node.names->alias_count; ++i)
    out += (out.empty() ? "" : ", ") + text_of(node.names->aliases.at(i));
  if (node.may_be_own_text) out += std::string(out.empty() ? "" : ", ") + "text of the element around it";
  return out;
}

// -- messages ---------------------------------------------------------------------------------------------------------

constexpr std::string_view element_header =
    "\n| element | times | type | French label | field | code list | standing | also read as |\n"
    "|---|---|---|---|---|---|---|---|\n";

void print_document_rows(const document_form& form) {
  std::cout << "| " << text_of(form.wrapper) << " | 1 | elements, `@versionID` | " << form.wrapper_label
            << " | `envelope.version_id` | | " << name_of(form.wrapper_evidence) << " | |\n"
            << "| " << indent(1) << text_of(form.message) << " | " << (form.at_least_one ? "1..n" : "0..n")
            << (form.is_written_once ? ", one a file" : "") << " | elements | " << form.message_label << " | `"
            << form.messages << "[]` | | " << name_of(form.message_evidence) << " | the root, without wrapper |\n";
}

void print_element_rows(const field_node& root, std::size_t level) {
  for_each_field(root, [&](const field_node& node, std::size_t depth, const std::string& path) {
    std::cout << "| " << indent(level + depth) << text_of(node.names->written) << " | " << occurrence_of(node) << " | "
              << type_of(node) << " | " << node.label << " | " << (path.empty() ? "" : code(path)) << " | "
              << codes_of(node) << " | " << standing_of(node) << " | " << aliases_of(node) << " |\n";
    return node.type != "party";
  });
}

void print_message_table(const message_document& message) {
  const document_form& form = *message.form;
  std::string title(form.wrapper.local);
  for (char& c : title)
    c = static_cast<char>(c - 'a' + 'A');
  std::cout << generated_mark << "# " << title << ": `" << form.message.local << "`\n\n"
            << "Namespace `msg`: `" << form.uri << "`. How to read the table: [README](README.md).\n"
            << element_header;
  print_document_rows(form);
  print_element_rows(message.fields(), 2);
}

void print_party() {
  std::cout << generated_mark << R"(# Party

The content of every `…CITradeParty`: beneficiary, provider, ordering party, payer, payee, issuer of an order. Fields are
named below the field of the party: `beneficiary.birth_date`, `provider.contacts[].id`. The caregiver (*intervenant*) is
the contact of type `INT` of the provider of a DELIVERY. How to read the table: [README](README.md).
)" << element_header;
  print_element_rows(party_block.fields(), 0);
}

void print_circumstances() {
  std::cout << generated_mark << R"(# Circumstances

What no message carries and billing still needs: a file of the library's own, in JSON. The need is known where the
standing says so; the form is the library's.

| field | times | type | French label | standing |
|---|---|---|---|---|
)";
  for_each_field(circumstances_file.fields(), [](const field_node& node, std::size_t depth, const std::string& path) {
    std::cout << "| " << indent(depth) << code(path) << " | " << occurrence_of(node) << " | " << type_of(node) << " | "
              << node.label << " | " << standing_of(node) << " |\n";
    return true;
  });
}

void print_index() {
  std::cout << generated_mark << R"(# The messages, field by field

| document | what it is |
|---|---|
)";
  for (const message_document& message : messages)
    std::cout << "| [" << message.name << "](" << message.name << ".md) | " << message.form->message_label << " |\n";
  std::cout << R"(| [party](party.md) | bénéficiaire, prestataire, donneur d'ordre, payeur |
| [circumstances](circumstances.md) | what no message carries |
| [standing](standing.md) | all that is inferred or open |

The same descriptions give [XML schemas](../../schemas/xsd/) and [JSON schemas](../../schemas/json/); none of them is
an official schema. What the fields mean stands in the [messages reference](../reference/messages.md).

- **Element**: in document order; `·` marks depth. Prefixes stand for the namespaces of the
  [messages reference, section 7](../reference/messages.md#7-namespaces); any prefix and any version of them is read.
- **Times**: what is accepted as valid, 1, 0..1, 0..n or 1..n, wherever the element around it is. *Written once*: the
  library writes exactly one. *May be empty*: production writes the element without a value. A reader takes missing and
  repeated elements and says so.
- **Type**: dates and times are French civil time, `YYYY-MM-DDThh:mm:ss` without offset; decimals have a point and no
  exponent. A *token* is text whose blanks at the ends mean nothing. Attributes (`@`) are optional but for `@versionID`.
- **Field**: its name in C++, JSON and listings; `[]` is a list. An element without a field is a level of the XML.
- **Code list**: of a quantity, that of its unit.
- **Standing**: *known*: a public source says so; *inferred*: the best-supported reading, with its confidence; *open*: no
  public source. What follows the semicolon is less certain than the element.
- **Also read as**: other names under which the element is read without a finding.
)";
}

}  // namespace

bool print_message(std::string_view message) {
  if (message == "index") {
    print_index();
  } else if (message == "party") {
    print_party();
  } else if (message == "circumstances") {
    print_circumstances();
  } else {
    for (const message_document& one : messages) {
      if (one.name != message) continue;
      print_message_table(one);
      return true;
    }
    return false;
  }
  return true;
}

}  // namespace docs
