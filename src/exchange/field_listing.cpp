// Which fields there are.
#include <array>
#include <string>

#include "esppadom/exchange/fields.hpp"
#include "exchange/field_tree.hpp"

namespace esppadom::inline ESPPADOM_ABI {

using namespace detail;

namespace {

using shape = type_node::shape;

std::string_view occurrence_of(const member_node& member) {
  switch (member.type->what) {
    case shape::maybe:
      return member.mandatory ? "1" : "0..1";
    case shape::list:
      return member.at_least_one ? "1..n" : "0..n";
    default:
      return "1";
  }
}

const type_node& value_type(const type_node& type) {
  return type.what == shape::maybe || type.what == shape::list ? *type.inner : type;
}

std::string_view part_label(std::string_view name) {
  if (name == "scheme_id") return "schéma de l'identifiant (schemeID)";
  if (name == "scheme_agency_name") return "organisme du schéma (schemeAgencyName)";
  if (name == "list_id") return "liste du code (listID)";
  if (name == "list_agency_name") return "organisme de la liste (listAgencyName)";
  if (name == "unit_code") return "unité (unitCode)";
  if (name == "currency") return "devise (currencyID)";
  return name;
}

/// What a group says about its members at the place where it stands.
struct surroundings {
  standing evidence = standing::open;
  std::array<std::string_view, 2> labels{};
};

void list_group(const type_node& group, const std::string& prefix, const surroundings& around,
                std::vector<field_info>& out);

void list_parts(const type_node& plain, const std::string& path, standing evidence, std::vector<field_info>& out) {
  for (const auto& part : plain.members.subspan(1)) {
    field_info info;
    info.path = path + "." + std::string(part.name);
    info.type = part.type->type;
    info.occurrence = "0..1";
    info.label = part_label(part.name);
    info.evidence = evidence;
    out.push_back(std::move(info));
  }
}

void list_member(const member_node& member, const std::string& prefix, const surroundings& around,
                 std::string_view label, std::vector<field_info>& out) {
  const type_node& type = value_type(*member.type);
  field_info info;
  info.path = prefix + std::string(member.name) + (member.type->what == shape::list ? "[]" : "");
  info.occurrence = occurrence_of(member);
  info.label = label.empty() ? member.label : label;
  info.evidence = member.has_evidence_of_group ? around.evidence : member.evidence;
  info.code_list = member.codes.id;
  info.type = type.what == shape::leaf    ? type.type
              : type.what == shape::plain ? type.members.front().type->type
                                          : field_type::group;
  info.settable = info.type != field_type::group;
  if (type.choices != nullptr) info.choices = type.choices();
  const std::string path = info.path;
  const standing evidence = info.evidence;
  out.push_back(std::move(info));
  if (type.what == shape::plain) list_parts(type, path, evidence, out);
  if (type.what == shape::group) list_group(type, path + ".", {evidence, member.inner}, out);
}

void list_group(const type_node& group, const std::string& prefix, const surroundings& around,
                std::vector<field_info>& out) {
  for (std::size_t i = 0; i < group.members.size(); ++i)
    list_member(group.members[i], prefix, around, i < 2 ? around.labels.at(i) : std::string_view{}, out);
  for (const auto& value : group.derived) {
    field_info info;
    info.path = prefix + std::string(value.name);
    info.type = value.type;
    info.occurrence = "0..1";
    info.label = value.label;
    info.evidence = value.evidence;
    info.derived = true;
    info.settable = value.write != nullptr;
    out.push_back(std::move(info));
  }
}

}  // namespace

std::vector<field_info> list_fields(field_subject subject) {
  std::vector<field_info> out;
  list_group(root_of(subject), {}, {}, out);
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
