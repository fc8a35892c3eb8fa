#include "nodes.hpp"

#include <algorithm>
#include <memory>
#include <string>

namespace py_api {

// -- where values live ------------------------------------------------------------------------------------------------

std::shared_ptr<node> node::find(step way, std::size_t index) {
  for (const auto& each : below_) {
    auto held = each.lock();
    if (held && held->way_ == way && held->index_ == index) return held;
  }
  return nullptr;
}

void node::keep(const std::shared_ptr<node>& made) {
  if (below_.size() >= 8 && below_.size() == below_.capacity()) {
    std::erase_if(below_, [](const auto& each) { return each.expired(); });
  }
  below_.push_back(made);
}

void node::detach() {
  if (!parent_) return;
  take_over(value());
  parent_.reset();
}

void node::release(step way, std::size_t index) {
  const auto held = find(way, index);
  if (!held) return;
  held->detach();
  std::erase_if(below_, [&](const auto& each) { return each.lock() == held; });
}

void node::release_all() {
  for (const auto& each : below_) {
    if (const auto held = each.lock()) held->detach();
  }
  below_.clear();
}

void node::shift(std::size_t first, std::ptrdiff_t by) {
  for (const auto& each : below_) {
    const auto held = each.lock();
    if (held && held->index_ >= first)
      held->index_ = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(held->index_) + by);
  }
}

// -- lists ------------------------------------------------------------------------------------------------------------

std::vector<py::object> items_of(py::handle values, std::string_view what) {
  if (PyUnicode_Check(values.ptr()) || PyBytes_Check(values.ptr()) || PyDict_Check(values.ptr()) ||
      !py::isinstance<py::iterable>(values)) {
    fail_type(std::string(what) + " must be a list, not " + Py_TYPE(values.ptr())->tp_name);
  }
  std::vector<py::object> out;
  for (const auto& each : py::reinterpret_borrow<py::iterable>(values))
    out.push_back(py::reinterpret_borrow<py::object>(each));
  return out;
}

py::object list_node::copy() {
  py::list out;
  for (std::size_t i = 0; i < size(); ++i)
    out.append(item(i));
  return out;
}

py::str list_node::repr() { return py::repr(copy()); }

namespace {

/// Every class made from a description, for the generator of type stubs.
py::list& classes() {
  static auto* all = new py::list();
  return *all;
}

std::size_t place(list_node& list, py::ssize_t index) {
  const auto size = static_cast<py::ssize_t>(list.size());
  const py::ssize_t at = index < 0 ? index + size : index;
  if (at < 0 || at >= size) throw py::index_error("list index out of range");
  return static_cast<std::size_t>(at);
}

std::size_t gap(list_node& list, py::ssize_t index) {
  const auto size = static_cast<py::ssize_t>(list.size());
  return static_cast<std::size_t>(std::clamp<py::ssize_t>(index < 0 ? index + size : index, 0, size));
}

void extend(list_node& list, py::handle values) {
  for (const auto& each : items_of(values, "values"))
    list.insert(list.size(), each);
}

py::object sliced(list_node& list, const py::slice& which) { return list.copy()[which]; }

// Whatever Python's own list makes of it.
void rearranged(list_node& list, const char* method, const py::args& args) {
  py::object plain = list.copy();
  plain.attr(method)(*args);
  list.assign(items_of(plain, "values"));
}

struct list_iterator {
  std::shared_ptr<list_node> list;
  std::size_t next = 0;
};

bool equal_lists(list_node& list, py::handle other) {
  if (!py::isinstance<list_node>(other) && !PyList_Check(other.ptr())) return false;
  const auto theirs = items_of(other, "other");
  if (theirs.size() != list.size()) return false;
  for (std::size_t i = 0; i < theirs.size(); ++i) {
    if (!list.item(i).equal(theirs[i])) return false;
  }
  return true;
}

}  // namespace

void bind_nodes(py::module_& to) {
  py::class_<node, std::shared_ptr<node>>(to, "Struct", "What every part of a message is.")
      .def("__eq__",
           [](node& self, py::handle other) -> py::object {
             if (!py::isinstance<node>(other)) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
             return py::bool_(self.equals(py::cast<node&>(other)));
           })
      .def("__copy__", [](node& self) { return self.copy(); })
      .def("__deepcopy__", [](node& self, py::handle) { return self.copy(); })
      .def(
          "copy", [](node& self) { return self.copy(); }, "A copy of its own, extras included.")
      .def("__repr__", [](node& self) { return self.repr(); })
      .attr("__hash__") = py::none();

  py::class_<list_iterator>(to, "_ListIterator")
      .def("__iter__", [](py::object self) { return self; })
      .def("__next__", [](list_iterator& self) {
        if (!self.list || self.next >= self.list->size()) {
          self.list.reset();
          throw py::stop_iteration();
        }
        return self.list->item(self.next++);
      });

  py::class_<list_node, std::shared_ptr<list_node>> list(to, "MessageList",
                                                         "A list inside a message. Changing it changes the message; "
                                                         "what is put in is copied.");
  list.def("__len__", [](list_node& self) { return self.size(); })
      .def("__getitem__", [](list_node& self, py::ssize_t index) { return self.item(place(self, index)); })
      .def("__getitem__", &sliced)
      .def("__setitem__",
           [](list_node& self, py::ssize_t index, py::handle value) { self.set(place(self, index), value); })
      .def("__setitem__",
           [](list_node& self, const py::slice& which, py::handle values) {
             py::object plain = self.copy();
             plain[which] = py::reinterpret_borrow<py::object>(values);
             self.assign(items_of(plain, "values"));
           })
      .def("__delitem__", [](list_node& self, py::ssize_t index) { self.erase(place(self, index)); })
      .def("__delitem__",
           [](list_node& self, const py::slice& which) {
             py::object plain = self.copy();
             plain.attr("__delitem__")(which);
             self.assign(items_of(plain, "values"));
           })
      .def("__iter__",
           [](std::shared_ptr<list_node> self) {
             return list_iterator{std::move(self), 0};
           })
      .def("__contains__", [](list_node& self, py::handle value) { return self.copy().contains(value); })
      .def("__eq__", &equal_lists)
      .def("__repr__", [](list_node& self) { return self.repr(); })
      .def("__copy__", [](list_node& self) { return self.copy(); })
      .def("append", [](list_node& self, py::handle value) { self.insert(self.size(), value); })
      .def("insert", [](list_node& self, py::ssize_t index, py::handle value) { self.insert(gap(self, index), value); })
      .def("extend", &extend)
      .def("__iadd__",
           [](py::object self, py::handle values) {
             extend(py::cast<list_node&>(self), values);
             return self;
           })
      .def(
          "pop",
          [](list_node& self, py::ssize_t index) {
            const auto at = place(self, index);
            py::object out = self.item(at);
            self.erase(at);
            return out;
          },
          py::arg("index") = -1)
      .def("remove",
           [](list_node& self, py::handle value) { self.erase(self.copy().attr("index")(value).cast<std::size_t>()); })
      .def("index", [](list_node& self, py::handle value) { return self.copy().attr("index")(value); })
      .def("count", [](list_node& self, py::handle value) { return self.copy().attr("count")(value); })
      .def("reverse", [](list_node& self) { rearranged(self, "reverse", py::args()); })
      .def("clear", [](list_node& self) { self.assign({}); });
  list.attr("__hash__") = py::none();
  to.attr("_described") = classes();
  py::module_::import("collections.abc").attr("MutableSequence").attr("register")(list);
}

// -- members ----------------------------------------------------------------------------------------------------------

namespace {

// Python calls these; nothing may be thrown through them.
template <class Result, class Call>
Result answered(Result failed, Call&& call) noexcept {
  try {
    return call();
  } catch (py::error_already_set& raised) {
    raised.restore();
  } catch (const py::builtin_exception& raised) {
    raised.set_error();
  } catch (const std::bad_alloc&) {
    PyErr_NoMemory();
  } catch (const std::exception& raised) {
    PyErr_SetString(PyExc_RuntimeError, raised.what());
  }
  return failed;
}

PyObject* get_member(PyObject* self, void* which) {
  return answered<PyObject*>(nullptr, [&] {
    return static_cast<const member*>(which)->get(py::cast<node&>(py::handle(self))).release().ptr();
  });
}

int set_member(PyObject* self, PyObject* value, void* which) {
  return answered(-1, [&] {
    const auto& what = *static_cast<const member*>(which);
    if (value == nullptr) fail_type(std::string(what.name) + " cannot be deleted; set it to None");
    what.set(py::cast<node&>(py::handle(self)), value);
    return 0;
  });
}

}  // namespace

void add_members(py::handle type, const std::vector<member>& members) {
  for (const auto& each : members) {
    // Python keeps the definition for as long as the class, which is for ever.
    auto* definition = new PyGetSetDef{each.name, &get_member, each.set == nullptr ? nullptr : &set_member,
                                       each.label.c_str(), const_cast<member*>(&each)};
    auto descriptor =
        py::reinterpret_steal<py::object>(PyDescr_NewGetSet(reinterpret_cast<PyTypeObject*>(type.ptr()), definition));
    if (!descriptor) throw py::error_already_set();
    py::setattr(type, each.name, descriptor);
  }
}

void set_members(node& of, const std::vector<member>& members, const py::kwargs& values, std::string_view type) {
  for (const auto& [key, value] : values) {
    const auto name = text_from(key, "a keyword");
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const member& each) { return name == each.name; });
    if (found == members.end() || found->set == nullptr) {
      fail_type(std::string(type) + "() has no argument '" + name + "'");
    }
    found->set(of, value);
  }
}

void note_class(std::string name, std::string doc, const std::vector<member>& members) {
  py::list rows;
  for (const auto& each : members) {
    rows.append(py::make_tuple(each.name, each.annotation, each.accepts, each.label));
  }
  classes().append(py::make_tuple(std::move(name), std::move(doc), rows));
}

}  // namespace py_api
