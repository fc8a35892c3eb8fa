// docs/messages/standing.md: all that is not known about the messages and the rules.

#include <cstddef>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "documents.hpp"
#include "esppadom/exchange/finding_areas.hpp"
#include "esppadom/rules/rule_set.hpp"
#include "message_documents.hpp"

namespace docs {

using namespace esppadom;

namespace {

struct standing_count {
  std::size_t of[5] = {};
  std::size_t doubts = 0;
};

standing_count count_standing(const field_node& root) {
  standing_count out;
  for_each_field(root, [&](const field_node& node, std::size_t, const std::string&) {
    ++out.of[static_cast<std::size_t>(node.evidence)];
    if (!node.but.about.empty()) ++out.doubts;
    return node.type != "party";
  });
  return out;
}

void print_count(std::string_view name, const field_node& root) {
  const standing_count count = count_standing(root);
  std::cout << "| [" << name << "](" << name << ".md) ";
  for (const std::size_t one : count.of)
    std::cout << "| " << one << " ";
  std::cout << "| " << count.doubts << " |\n";
}

void print_uncertain(std::string_view name, const field_node& root) {
  std::cout << "\n## " << name << "\n\n| what | French label | standing |\n|---|---|---|\n";
  std::vector<std::string> paths;
  for_each_field(root, [&](const field_node& node, std::size_t depth, const std::string& field) {
    paths.resize(depth);
    const std::string own = node.names == nullptr ? std::string(node.member) : std::string(node.names->written.local);
    paths.push_back((depth == 0 ? "" : paths.back() + "/") + own);
    if (node.evidence != standing::known || !node.but.about.empty()) {
      std::cout << "| " << (field.empty() ? "level " + code(paths.back()) : code(field)) << " | " << node.label << " | "
                << standing_of(node) << " |\n";
    }
    return node.type != "party";
  });
}

template <class Visitor>
void for_each_tree(Visitor&& visit) {
  for (const message_document& message : messages)
    visit(message.name, message.fields());
  visit(party_block.name, party_block.fields());
  visit(circumstances_file.name, circumstances_file.fields());
}

void print_uncertain_part(std::string_view what, std::string_view message, standing evidence) {
  if (evidence == standing::known) return;
  std::cout << "| " << what << " | " << message << " | " << name_of(evidence) << " |\n";
}

template <class T>
void print_uncertain_parameters(const std::string& prefix) {
  for_each_member<T>([&]<class Entry>(const Entry& entry) {
    using type = member_type<Entry::member>;
    const std::string name = prefix + std::string(key_of(entry));
    if constexpr (described<type>) {
      print_uncertain_parameters<type>(name.empty() ? name : name + ".");
    } else if (entry.evidence != standing::known) {
      std::cout << "| " << code(name) << " | " << entry.label << " | " << name_of(entry.evidence) << " |\n";
    }
  });
}

}  // namespace

void print_standing() {
  std::cout << generated_mark << R"(# What is inferred or open

Every element and field of the messages that no public source states in full: the library relies on the reading given
here. *Inferred*: the best-supported reading, with its confidence; *open*: no public source. What follows a semicolon is
less certain than the element itself. Levels are elements of the XML without a field of their own. The
[parameters of rule files](#parameters-of-rule-files) and the [rules behind findings](#rules-behind-findings) follow.

Elements by standing, parties counted once:

| | known | inferred (high) | inferred (medium) | inferred (low) | open | with something less certain |
|---|---|---|---|---|---|---|
)";
  for_each_tree([](std::string_view name, const field_node& root) { print_count(name, root); });
  std::cout << "\nThe documents around them:\n\n| what | message | standing |\n|---|---|---|\n";
  for (const message_document& message : messages) {
    const document_form& form = *message.form;
    print_uncertain_part("namespace " + code(form.uri), message.name, form.uri_evidence);
    print_uncertain_part(text_of(form.wrapper), message.name, form.wrapper_evidence);
    print_uncertain_part(text_of(form.message), message.name, form.message_evidence);
  }
  for_each_tree([](std::string_view name, const field_node& root) { print_uncertain(name, root); });
  std::cout << "\n## parameters of rule files\n\n| parameter | French label | standing |\n|---|---|---|\n";
  print_uncertain_parameters<rule_set>({});
  std::cout << "\n## rules behind findings\n\n| finding | standing of its rule |\n|---|---|\n";
  for (const finding_area& area : finding_areas) {
    for (const finding_kind* kind : area.kinds) {
      if (kind->evidence != standing::known)
        std::cout << "| " << kind->code << " | " << name_of(kind->evidence) << " |\n";
    }
  }
}

}  // namespace docs
