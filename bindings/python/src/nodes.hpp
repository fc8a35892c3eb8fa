// What a Python object of a message stands for: a struct or a list that is its own, or one inside another. Access goes
// from the owner down at every use, so nothing dangles when a list grows. What is taken out of its place (an item
// deleted, a group set to None or replaced) while Python still holds it becomes its own.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <type_traits>
#include <vector>

#include "common.hpp"

namespace py_api {

/// Goes from a value to one inside it: a member, or an item of a list by its index.
using step = void* (*)(void* from, std::size_t index);

class node : public std::enable_shared_from_this<node> {
 public:
  node() = default;
  node(std::shared_ptr<node> parent, step way, std::size_t index)
      : parent_(std::move(parent)), way_(way), index_(index) {}
  virtual ~node() = default;
  node(const node&) = delete;
  node& operator=(const node&) = delete;

  /// The value; good until Python next runs.
  void* value() { return parent_ ? way_(parent_->value(), index_) : own(); }

  [[nodiscard]] virtual bool equals(node& other) = 0;
  [[nodiscard]] virtual py::object copy() = 0;
  [[nodiscard]] virtual py::str repr() = 0;

  /// The node of what stands one step below: the one that Python already holds, or a new one.
  template <class Node>
  std::shared_ptr<Node> below(step way, std::size_t index = 0) {
    if (auto held = find(way, index)) return std::static_pointer_cast<Node>(held);
    auto made = std::make_shared<Node>(shared_from_this(), way, index);
    keep(made);
    return made;
  }
  /// Makes what Python holds of one step below its own, before its place is overwritten.
  void release(step way, std::size_t index = 0);
  /// The same for all items of a list.
  void release_all();
  /// Says that items from `first` on now stand `by` places further.
  void shift(std::size_t first, std::ptrdiff_t by);

 protected:
  virtual void* own() = 0;
  virtual void take_over(void* from) = 0;  ///< moves the value there into one of its own

 private:
  [[nodiscard]] std::shared_ptr<node> find(step way, std::size_t index);
  void keep(const std::shared_ptr<node>& made);
  void detach();

  std::shared_ptr<node> parent_;
  step way_ = nullptr;
  std::size_t index_ = 0;
  std::vector<std::weak_ptr<node>> below_;
};

/// A member of a struct, as Python sees it. One list a struct, made from its description.
struct member {
  const char* name;
  std::string label;       ///< French; the docstring
  std::string annotation;  ///< "str", "Decimal | None", "MessageList[DeliveryLine]"
  std::string accepts;     ///< what it can be set to; empty = read-only
  py::object (*get)(node&);
  void (*set)(node&, py::handle);  ///< null = read-only
};

/// A list of a message: what the one Python class of lists is made of.
class list_node : public node {
 public:
  using node::node;

  [[nodiscard]] virtual std::size_t size() = 0;
  [[nodiscard]] virtual py::object item(std::size_t index) = 0;
  virtual void set(std::size_t index, py::handle value) = 0;
  virtual void insert(std::size_t index, py::handle value) = 0;
  virtual void erase(std::size_t index) = 0;
  virtual void assign(const std::vector<py::object>& values) = 0;
  [[nodiscard]] py::object copy() override;
  [[nodiscard]] py::str repr() override;
};

/// The items of any iterable but a str, bytes or dict.
std::vector<py::object> items_of(py::handle values, std::string_view what);

/// Adds the classes that all structs and lists derive from.
void bind_nodes(py::module_& to);
/// Adds properties to a class.
void add_members(py::handle type, const std::vector<member>& members);
/// Sets members from keyword arguments.
void set_members(node& of, const std::vector<member>& members, const py::kwargs& values, std::string_view type);
/// Notes a class for the generator of type stubs.
void note_class(std::string name, std::string doc, const std::vector<member>& members);

}  // namespace py_api
