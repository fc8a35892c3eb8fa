// docs/findings.md: every finding the library can give.

#include <iostream>
#include <string_view>

#include "documents.hpp"
#include "esppadom/exchange/finding_areas.hpp"

namespace docs {

using namespace esppadom;

std::string_view french(standing evidence) {
  switch (evidence) {
    case standing::known:
      return "établie";
    case standing::inferred_high:
      return "déduite (confiance élevée)";
    case standing::inferred_medium:
      return "déduite (confiance moyenne)";
    case standing::inferred_low:
      return "déduite (confiance faible)";
    case standing::open:
      break;
  }
  return "ouverte";
}

namespace {

void print_finding(const finding_kind& kind) {
  std::cout << "\n### " << kind.code << " " << name_of(kind.level) << "\n\n"
            << "- " << kind.en << " *" << kind.remedy_en << "*\n  - " << kind.why_en
            << " Rule: " << name_of(kind.evidence) << ".\n- " << kind.fr << " *" << kind.remedy_fr << "*\n  - "
            << kind.why_fr << " Règle : " << french(kind.evidence) << ".\n";
}

}  // namespace

void print_findings() {
  std::cout << generated_mark << R"(# Findings

What is wrong or worth knowing in data is never an exception and never dropped: it is a *finding* with a stable code, a
severity, its place (file, line, column, path, document) and a text in English and French that ends with what to do.
A code never changes its meaning; a code that is no longer given is not used again. Texts may be improved at any time,
so programs should go by the code. `{0}`, `{1}` … are filled in with what was found: identifiers and codes, never names
or birth dates.

Each entry gives, first in English and then in French: what was found, *what to do*, which rule is behind and what
follows for reading and billing, and the standing of that rule. *Known*: a public source says so, or the matter is
technical; *inferred*: the best-supported reading, with its confidence; *open*: no public source, so the rule book or
the parties decide.

| severity | meaning |
|---|---|
| `error` | what it concerns cannot be relied on or billed; the command ends with exit code 1 |
| `warning` | it was used as it is; somebody should look |
| `info` | good to know |

Reading is lenient by default. In profile `strict` a missing element (ESP-XML-020), a misplaced one (ESP-XML-023), text
where none belongs (ESP-XML-025) and numbers written oddly (ESP-XML-033) are errors.
)";
  for (const finding_area& one : finding_areas) {
    std::cout << "\n## " << one.title << "\n\n" << one.about << "\n";
    for (const finding_kind* kind : one.kinds)
      print_finding(*kind);
  }
}

}  // namespace docs
