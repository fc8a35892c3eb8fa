// schemas/xsd: one schema a namespace, one to start from for each message.
//
// A local name has other content in other places, so nothing but the wrapper and the message element is global: what an
// element contains is a named type. It stands in the schema of the namespace of its first child; children of another
// namespace are gathered in a model group of their own schema, because an element is in the namespace of the schema
// that declares it.

#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "definitions.hpp"
#include "documents.hpp"
#include "message_documents.hpp"

namespace docs {

using namespace esppadom;

namespace {

constexpr std::string_view ram_uri = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:8";
constexpr std::string_view pie_uri = "urn:un:unece:uncefact:data:standard:PersonInformationEntity:1";
constexpr std::string_view qdt_uri = "urn:un:unece:uncefact:data:standard:QualifiedDataType:8";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  return out;
}

// -- leaves -----------------------------------------------------------------------------------------------------------

bool may_lack_value(const field_node& node) { return !node.mandatory || node.may_be_empty; }

/// The type of an element without children, all of them in the schema of qdt.
std::string leaf_type(const field_node& node) {
  const std::string or_empty = may_lack_value(node) ? "_or_empty" : "";
  switch (node.kind) {
    case field_kind::text:
      return "qdt:text" + or_empty;
    case field_kind::token:
      return "qdt:token" + (node.length == 0 ? "" : "_" + std::to_string(node.length)) + or_empty;
    case field_kind::code:
      return "qdt:code" + or_empty;
    case field_kind::identifier:
      return "qdt:identifier" + or_empty;
    default:
      return "qdt:" + std::string(name_of(node.kind));
  }
}

constexpr std::string_view leaf_types = R"(
  <xs:simpleType name="text">
    <xs:annotation><xs:documentation xml:lang="en">Not blank.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:string"><xs:minLength value="1"/><xs:whiteSpace value="collapse"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="text_or_empty">
    <xs:restriction base="xs:string"/>
  </xs:simpleType>
  <xs:simpleType name="token">
    <xs:restriction base="xs:token"><xs:minLength value="1"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="token_or_empty">
    <xs:restriction base="xs:token"/>
  </xs:simpleType>
  <xs:simpleType name="token_14">
    <xs:restriction base="xs:token"><xs:length value="14"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="token_14_or_empty">
    <xs:restriction base="xs:token"><xs:pattern value="(.{14})?"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="time">
    <xs:annotation><xs:documentation xml:lang="en">French civil time to the second, without offset or fraction.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:dateTime"><xs:pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="date">
    <xs:annotation><xs:documentation xml:lang="en">A day, written as its midnight.</xs:documentation></xs:annotation>
    <xs:restriction base="qdt:time"><xs:pattern value=".*T00:00:00"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="indicator">
    <xs:restriction base="xs:boolean"><xs:pattern value="true|false"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="decimal">
    <xs:annotation><xs:documentation xml:lang="en">A point, no exponent, no blank between thousands.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:decimal"><xs:pattern value="-?[0-9]+(\.[0-9]+)?"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="percentage">
    <xs:annotation><xs:documentation xml:lang="en">20 is 20 %.</xs:documentation></xs:annotation>
    <xs:restriction base="qdt:decimal"><xs:fractionDigits value="4"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="amount_value">
    <xs:restriction base="xs:decimal"><xs:pattern value="-?[0-9]+\.[0-9]{2}"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="price_value">
    <xs:restriction base="xs:decimal"><xs:pattern value="-?[0-9]+\.[0-9]{2,6}"/></xs:restriction>
  </xs:simpleType>
)";

struct attributed_type {
  std::string_view name;
  std::string_view base;
  std::array<std::string_view, 2> attributes;
};

constexpr std::array attributed_types{
    attributed_type{"code", "token", {"listID", "listAgencyName"}},
    attributed_type{"code_or_empty", "token_or_empty", {"listID", "listAgencyName"}},
    attributed_type{"identifier", "token", {"schemeID", "schemeAgencyName"}},
    attributed_type{"identifier_or_empty", "token_or_empty", {"schemeID", "schemeAgencyName"}},
    attributed_type{"quantity", "decimal", {"unitCode", ""}},
    attributed_type{"amount", "amount_value", {"currencyID", ""}},
    attributed_type{"price", "price_value", {"currencyID", ""}}};

void print_leaf_types() {
  std::cout << leaf_types;
  for (const attributed_type& type : attributed_types) {
    std::cout << "  <xs:complexType name=\"" << type.name
              << "\">\n    <xs:simpleContent>\n      <xs:extension base=\"qdt:" << type.base << "\">\n";
    for (const std::string_view attribute : type.attributes) {
      if (!attribute.empty()) std::cout << "        <xs:attribute name=\"" << attribute << "\" type=\"xs:string\"/>\n";
    }
    std::cout << "      </xs:extension>\n    </xs:simpleContent>\n  </xs:complexType>\n";
  }
}

// -- types with children ----------------------------------------------------------------------------------------------

class schema_set {
 public:
  /// Adds what an element contains; gives the qualified name of its type.
  std::string type_of(const field_node& node) {
    const bool has_children = node.kind == field_kind::group || node.kind == field_kind::level;
    if (!has_children && node.kind != field_kind::empty) return leaf_type(node);
    const name_space home = node.children.empty() ? node.names->written.space : first_space(node.children);
    const std::string_view name = node.type.empty() ? node.names->written.local : node.type;
    const std::string_view place = node.member.empty() ? node.names->written.local : node.member;
    std::string content;
    for (std::size_t i = 0; i < node.children.size();)
      content += run_of(node.children, i, home, name, place);
    return qualified(home, types_[home].add(name, place, content));
  }

  [[nodiscard]] const std::vector<definitions::entry>& types(name_space space) { return types_[space].all(); }
  [[nodiscard]] const std::vector<definitions::entry>& groups(name_space space) { return groups_[space].all(); }

 private:
  static name_space first_space(const std::vector<field_node>& children) { return children[0].names->written.space; }

  static std::string qualified(name_space space, std::string_view name) {
    return std::string(prefix_of(space)) + ":" + std::string(name);
  }

  // The children from `i` on that share a namespace: as they are when it is that of the type, else as a group.
  std::string run_of(const std::vector<field_node>& children, std::size_t& i, name_space home, std::string_view type,
                     std::string_view place) {
    const name_space space = children[i].names->written.space;
    std::string out;
    for (; i < children.size() && children[i].names->written.space == space; ++i)
      out += element_of(children[i]);
    if (space == home) return out;
    return "      <xs:group ref=\"" + qualified(space, groups_[space].add(type, place, out)) + "\"/>\n";
  }

  std::string element_of(const field_node& node) {
    std::string out =
        "      <xs:element name=\"" + std::string(node.names->written.local) + "\" type=\"" + type_of(node) + "\"";
    if (!node.mandatory) out += " minOccurs=\"0\"";
    if (node.repeated) out += " maxOccurs=\"unbounded\"";
    return out + ">\n        <xs:annotation>\n" + documentation_of(node) +
           "        </xs:annotation>\n      </xs:element>\n";
  }

  static std::string documentation_of(const field_node& node) {
    std::string out;
    if (!node.label.empty())
      out += "          <xs:documentation xml:lang=\"fr\">" + escaped(node.label) + "</xs:documentation>\n";
    out += "          <xs:documentation xml:lang=\"en\">";
    if (!node.member.empty()) out += "Field " + std::string(node.member) + ". ";
    if (!node.codes.id.empty())
      out += (node.kind == field_kind::quantity ? "Unit: " : "Codes: ") + std::string(node.codes.id) +
             (node.codes.local_too ? " and local lists. " : ". ");
    out += "Standing: " + std::string(name_of(node.evidence));
    if (!node.but.about.empty())
      out += "; " + std::string(node.but.about) + " " + std::string(name_of(node.but.evidence));
    return out + ".</xs:documentation>\n";
  }

  std::map<name_space, definitions> types_;
  std::map<name_space, definitions> groups_;
};

// -- schemas ----------------------------------------------------------------------------------------------------------

constexpr std::string_view disclaimer = R"(  <xs:annotation>
    <xs:documentation xml:lang="en">Derived from public evidence by libesppadom; not an official schema of EDESS. The standing of every element is said beside it: known, inferred (with its confidence) or open.</xs:documentation>
    <xs:documentation xml:lang="fr">Établi par libesppadom d'après des sources publiques ; ce n'est pas un schéma officiel d'EDESS. La valeur de chaque élément est indiquée auprès de lui : known (établi), inferred (déduit, avec la confiance) ou open (ouvert).</xs:documentation>
  </xs:annotation>
)";

struct imported {
  std::string_view prefix;
  std::string_view uri;
};

void print_head(std::string_view prefix, std::string_view uri, const std::vector<imported>& imports) {
  std::cout << "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Generated by tools/docs; do not edit. -->\n"
            << "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:" << prefix << "=\"" << uri << "\"";
  for (const imported& one : imports)
    std::cout << " xmlns:" << one.prefix << "=\"" << one.uri << "\"";
  std::cout << " targetNamespace=\"" << uri << "\" elementFormDefault=\"qualified\">\n" << disclaimer;
  for (const imported& one : imports)
    std::cout << "  <xs:import namespace=\"" << one.uri << "\" schemaLocation=\"" << one.prefix << ".xsd\"/>\n";
}

void print_definition(std::string_view element, const definitions::entry& one) {
  std::cout << "  <xs:" << element << " name=\"" << one.name << "\"";
  if (one.content.empty()) {
    std::cout << "/>\n";
    return;
  }
  std::cout << ">\n    <xs:sequence>\n" << one.content << "    </xs:sequence>\n  </xs:" << element << ">\n";
}

void print_documentation(std::string_view label, standing evidence) {
  std::cout << "    <xs:annotation>\n      <xs:documentation xml:lang=\"fr\">" << escaped(label)
            << "</xs:documentation>\n      <xs:documentation xml:lang=\"en\">Standing: " << name_of(evidence)
            << ".</xs:documentation>\n    </xs:annotation>\n";
}

/// The types of all messages: shared names depend on every one of them.
schema_set all_types() {
  schema_set out;
  for (const message_document& message : messages) {
    field_node root = message.fields();
    const xml_names names{message.form->message};
    root.names = &names;
    out.type_of(root);
  }
  return out;
}

// The type of the message itself is the only one in its namespace: what its three parts contain is in others.
void print_message_schema(const message_document& message) {
  const document_form& form = *message.form;
  schema_set schemas = all_types();
  print_head("msg", form.uri, {{"ram", ram_uri}});
  std::cout << "  <xs:element name=\"" << form.wrapper.local << "\">\n";
  print_documentation(form.wrapper_label, form.wrapper_evidence);
  std::cout << "    <xs:complexType>\n      <xs:sequence>\n        <xs:element ref=\"msg:" << form.message.local
            << "\" minOccurs=\"" << (form.at_least_one ? 1 : 0)
            << "\" maxOccurs=\"unbounded\"/>\n      </xs:sequence>\n"
               "      <xs:attribute name=\"versionID\" type=\"xs:token\" use=\"required\"/>\n    </xs:complexType>\n"
            << "  </xs:element>\n  <xs:element name=\"" << form.message.local << "\" type=\"msg:" << message.name
            << "\">\n";
  print_documentation(form.message_label, form.message_evidence);
  std::cout << "  </xs:element>\n";
  for (const auto& type : schemas.types(name_space::message)) {
    if (type.name == message.name) print_definition("complexType", type);
  }
  std::cout << "</xs:schema>\n";
}

void print_shared_schema(name_space space, std::string_view uri, const std::vector<imported>& imports) {
  schema_set schemas = all_types();
  print_head(prefix_of(space), uri, imports);
  if (space == name_space::qdt) print_leaf_types();
  for (const auto& group : schemas.groups(space))
    print_definition("group", group);
  for (const auto& type : schemas.types(space))
    print_definition("complexType", type);
  std::cout << "</xs:schema>\n";
}

}  // namespace

bool print_xsd(std::string_view name) {
  const auto message =
      std::find_if(messages.begin(), messages.end(), [&](const auto& one) { return one.name == name; });
  if (message != messages.end()) {
    print_message_schema(*message);
  } else if (name == "ram") {
    print_shared_schema(name_space::ram, ram_uri, {{"pie", pie_uri}, {"qdt", qdt_uri}});
  } else if (name == "pie") {
    print_shared_schema(name_space::pie, pie_uri, {{"qdt", qdt_uri}});
  } else if (name == "qdt") {
    print_shared_schema(name_space::qdt, qdt_uri, {});
  } else {
    return false;
  }
  return true;
}

}  // namespace docs
