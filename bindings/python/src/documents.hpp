// Inputs as Python names them, and what stays of a document beside its messages.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "esppadom/exchange/inputs.hpp"
#include "messages.hpp"

namespace py_api {

/// Paths, or one file in memory, and what reading them needs. Held on the heap: what reads refers to it.
struct source {
  std::vector<std::filesystem::path> paths;
  std::string bytes;
  std::string name;  ///< of the bytes; empty = paths
  esppadom::findings found;

  [[nodiscard]] bool in_memory() const { return !name.empty(); }
  [[nodiscard]] esppadom::input_reader inputs() {
    if (in_memory()) return esppadom::input_reader(bytes, name, found);
    return esppadom::input_reader(paths, found);
  }
};

/// A list of paths, or bytes.
std::unique_ptr<source> source_from(const py::object& from, const std::string& name);

/// Messages of inputs, one after the other. Python's threads may share it.
class reader {
 public:
  reader(std::unique_ptr<source> from, const esppadom::read_options& options,
         const std::vector<esppadom::message_kind>& kinds);

  std::optional<esppadom::any_message> next();
  void close();
  py::list findings();
  [[nodiscard]] esppadom::findings found();
  py::tuple place();
  [[nodiscard]] bool readable();
  [[nodiscard]] std::string file();
  /// What surrounds the messages of the last document; none before the first.
  [[nodiscard]] std::optional<esppadom::envelope> head();
  /// What only the end of a single document tells.
  [[nodiscard]] std::optional<esppadom::envelope> complete_head();

 private:
  std::mutex one_at_a_time_;
  std::unique_ptr<source> from_;
  std::optional<esppadom::input_messages> messages_;
  bool ended_ = false;
};

}  // namespace py_api
