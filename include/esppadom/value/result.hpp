#pragma once

// What a function returns when it may be unable to answer: a value or the reason, in two styles (`get` without
// exceptions, `value()` with one).

#include <cassert>
#include <concepts>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Why something could not be done. The names are stable; new ones are added at the end.
enum class error_code : int {
  success,           ///< no error
  overflow,          ///< the exact result does not fit the range of the type
  division_by_zero,  ///< a divisor is zero
  invalid_value,     ///< an argument carries the invalid state, or has no meaning here
  inexact,           ///< the value cannot be held without rounding, and no rounding was asked for
  out_of_range,      ///< the value lies outside the documented range
  invalid_syntax,    ///< the text does not have the expected form
  does_not_exist,    ///< the local time falls in the gap of the spring clock change
  ambiguous,         ///< the local time occurs twice in the autumn clock change, and the policy forbids choosing
  unknown_name,      ///< the text is none of the known names
  unreadable,        ///< the input could not be opened or read
  too_large,         ///< the input exceeds a size limit
  too_deep,          ///< the input is nested deeper than the limit
  not_built,         ///< the library was built without this part
  missing,           ///< something required is absent
  duplicate,         ///< something that must be unique occurs twice
  conflict,          ///< two pieces of information contradict each other
  unsupported,       ///< the request is understood but this version does not offer it
  unwritable,        ///< the output could not be created or written
  end_of_input,      ///< there is nothing more to read
};

/// Language of the texts meant for users.
enum class language { french, english };

/// One sentence for users, without full stop. Example: error_message(error_code::inexact, language::english).
constexpr std::string_view error_message(error_code code, language in) {
  const bool fr = in == language::french;
  switch (code) {
    case error_code::success:
      return fr ? "aucune erreur" : "no error";
    case error_code::overflow:
      return fr ? "dépassement de capacité du calcul" : "the calculation exceeds its range";
    case error_code::division_by_zero:
      return fr ? "division par zéro" : "division by zero";
    case error_code::invalid_value:
      return fr ? "valeur invalide" : "invalid value";
    case error_code::inexact:
      return fr ? "la valeur exigerait un arrondi" : "the value would need rounding";
    case error_code::out_of_range:
      return fr ? "valeur hors des bornes" : "value out of range";
    case error_code::invalid_syntax:
      return fr ? "texte mal formé" : "malformed text";
    case error_code::does_not_exist:
      return fr ? "heure inexistante (passage à l'heure d'été)" : "time that does not exist (spring clock change)";
    case error_code::ambiguous:
      return fr ? "heure ambiguë (passage à l'heure d'hiver)" : "ambiguous time (autumn clock change)";
    case error_code::unknown_name:
      return fr ? "nom inconnu" : "unknown name";
    case error_code::unreadable:
      return fr ? "lecture impossible" : "cannot be read";
    case error_code::too_large:
      return fr ? "taille supérieure à la limite" : "larger than the limit";
    case error_code::too_deep:
      return fr ? "imbrication supérieure à la limite" : "nested deeper than the limit";
    case error_code::not_built:
      return fr ? "fonction absente de cette compilation" : "function left out of this build";
    case error_code::missing:
      return fr ? "élément obligatoire absent" : "required item missing";
    case error_code::duplicate:
      return fr ? "élément en double" : "duplicate item";
    case error_code::conflict:
      return fr ? "informations contradictoires" : "contradictory information";
    case error_code::unsupported:
      return fr ? "demande non prise en charge" : "request not supported";
    case error_code::unwritable:
      return fr ? "écriture impossible" : "cannot be written";
    case error_code::end_of_input:
      return fr ? "fin des données" : "end of input";
  }
  return fr ? "erreur inconnue" : "unknown error";
}

/// Thrown by `result::value()` and by nothing else in the library.
class error : public std::runtime_error {
 public:
  explicit error(error_code code)
      : std::runtime_error(std::string(error_message(code, language::english))), code_(code) {}
  [[nodiscard]] error_code code() const noexcept { return code_; }

 private:
  error_code code_;
};

namespace detail {

// Out of line of the constexpr functions, so that these stay usable in constant expressions.
[[noreturn]] inline void fail(error_code code) {
#if defined(__cpp_exceptions) || defined(_CPPUNWIND)
  throw error(code);
#else
  static_cast<void>(code);
  std::abort();
#endif
}

}  // namespace detail

/// A value of type T, or the error_code that says why there is none. T must be default constructible.
///
///     money m;                                            const money m = parse_money("21.23").value();
///     if (auto e = parse_money("21.23").get(m); e != error_code::success) …
///
/// `value()` throws `esppadom::error`; in a build without exceptions it aborts.
template <class T>
class [[nodiscard]] result {
  static_assert(std::default_initializable<T>, "result<T> needs a default constructible T");

 public:
  using value_type = T;

  /// The default is an error (`invalid_value`), never an empty success.
  constexpr result() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a function returns either a value or a code.
  constexpr result(T value) : value_(std::move(value)), error_(error_code::success) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  constexpr result(error_code error) : error_(error == error_code::success ? error_code::invalid_value : error) {}

  /// Copies or moves the value into `out` and returns `success`; else leaves `out` alone and returns the reason.
  [[nodiscard]] constexpr error_code get(T& out) const& {
    if (error_ == error_code::success) out = value_;
    return error_;
  }
  [[nodiscard]] constexpr error_code get(T& out) && {
    if (error_ == error_code::success) out = std::move(value_);
    return error_;
  }

  /// The value; throws `esppadom::error` (aborts without exceptions) when there is none.
  [[nodiscard]] constexpr const T& value() const& {
    if (error_ != error_code::success) detail::fail(error_);
    return value_;
  }
  [[nodiscard]] constexpr T value() && {
    if (error_ != error_code::success) detail::fail(error_);
    return std::move(value_);
  }

  [[nodiscard]] constexpr bool has_value() const noexcept { return error_ == error_code::success; }
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return has_value(); }

  /// `success` when there is a value.
  [[nodiscard]] constexpr error_code error() const noexcept { return error_; }

  [[nodiscard]] constexpr T value_or(T other) const& { return has_value() ? value_ : std::move(other); }
  [[nodiscard]] constexpr T value_or(T other) && { return has_value() ? std::move(value_) : std::move(other); }

  /// Unchecked access, for code that has already asked `has_value()`; asserted in debug builds.
  [[nodiscard]] constexpr const T& operator*() const& {
    assert(has_value());
    return value_;
  }
  [[nodiscard]] constexpr T& operator*() & {
    assert(has_value());
    return value_;
  }
  [[nodiscard]] constexpr T operator*() && {
    assert(has_value());
    return std::move(value_);
  }
  [[nodiscard]] constexpr const T* operator->() const {
    assert(has_value());
    return &value_;
  }
  [[nodiscard]] constexpr T* operator->() {
    assert(has_value());
    return &value_;
  }

 private:
  T value_{};
  error_code error_ = error_code::invalid_value;
};

}  // namespace esppadom::inline ESPPADOM_ABI
