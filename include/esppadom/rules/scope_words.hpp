// The levels of scopes in words, in French and in English.
#pragma once

#include "esppadom/rules/rule_book.hpp"
#include "esppadom/value/paired_words.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Whom a scope is for. Example: scope_level::provider is "provider", in French "prestataire".
constexpr paired_words words_of(scope_level level) {
  using enum scope_level;
  switch (level) {
    case departement:
      return {"département", "département"};
    case funder:
      return {"funder", "financeur"};
    case provider:
      return {"provider", "prestataire"};
    case service:
      return {"service", "prestation"};
    case beneficiary:
      return {"beneficiary", "bénéficiaire"};
  }
  return {};
}

}  // namespace esppadom::inline ESPPADOM_ABI
