// Named definitions of a schema: the same content gets the same name, other content under a name already taken another
// name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace docs {

class definitions {
 public:
  struct entry {
    std::string name;
    std::string content;
  };

  /// The name the content goes by: `wanted`, or when other content has it `wanted.place`, `wanted.place.2` …
  std::string add(std::string_view wanted, std::string_view place, const std::string& content) {
    std::string name(wanted);
    for (std::size_t number = 1;; ++number) {
      const entry* taken = find(name);
      if (taken == nullptr) {
        entries_.push_back({name, content});
        return name;
      }
      if (taken->content == content) return name;
      name = std::string(wanted) + "." + std::string(place) + (number == 1 ? "" : "." + std::to_string(number));
    }
  }

  [[nodiscard]] const std::vector<entry>& all() const { return entries_; }

 private:
  [[nodiscard]] const entry* find(std::string_view name) const {
    for (const entry& one : entries_) {
      if (one.name == name) return &one;
    }
    return nullptr;
  }

  std::vector<entry> entries_;
};

}  // namespace docs
