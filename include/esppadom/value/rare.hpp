// A value that most objects lack. It stands outside its object, which stays small where many are kept.
#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// An optional that takes a pointer of room while it is empty. Copies are deep, access is that of std::optional.
/// Not in constant expressions; an access while empty is undefined, as it is there.
template <class T>
class rare {
 public:
  using value_type = T;

  rare() noexcept = default;
  rare(std::nullopt_t) noexcept {}
  rare(T value) : value_(std::make_unique<T>(std::move(value))) {}
  rare(const rare& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
  rare(rare&& other) noexcept = default;
  ~rare() = default;

  rare& operator=(const rare& other) {
    if (this != &other) value_ = other.value_ ? std::make_unique<T>(*other.value_) : nullptr;
    return *this;
  }
  rare& operator=(rare&& other) noexcept = default;

  explicit operator bool() const noexcept { return has_value(); }
  bool has_value() const noexcept { return value_ != nullptr; }

  const T& operator*() const { return *value_; }
  T& operator*() { return *value_; }
  const T* operator->() const { return value_.get(); }
  T* operator->() { return value_.get(); }

  /// Puts a value in, made of `args`, and returns it.
  template <class... Args>
  T& emplace(Args&&... args) {
    value_ = std::make_unique<T>(std::forward<Args>(args)...);
    return *value_;
  }
  void reset() noexcept { value_.reset(); }

  friend bool operator==(const rare& a, const rare& b) { return a && b ? *a == *b : !a && !b; }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace esppadom::inline ESPPADOM_ABI
