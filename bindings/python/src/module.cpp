// The extension module: the library's operations and the classes of messages, for the package around it.

#include "common.hpp"
#include "esppadom/library.hpp"
#include "esppadom/version.hpp"
#include "nodes.hpp"

namespace {

/// Python may make an object past its constructor, with __new__; it would be memory without a value.
void* refused(std::size_t) { throw pybind11::type_error("this object was made without its constructor"); }

void refuse_bare_objects(const pybind11::module_& of) {
  for (const auto& [name, value] : of.attr("__dict__").cast<pybind11::dict>()) {
    if (!PyType_Check(value.ptr())) continue;
    auto* known = pybind11::detail::get_type_info(reinterpret_cast<PyTypeObject*>(value.ptr()));
    if (known != nullptr) known->operator_new = &refused;
  }
}

}  // namespace

PYBIND11_MODULE(_native, m) {
  using namespace py_api;
  m.doc() = "What esppadom runs: compiled functions and classes.";
  bind_findings(m);
  bind_nodes(m);
  bind_messages(m);
  bind_circumstances(m);
  bind_documents(m);
  bind_billing(m);
  bind_oversight(m);
  bind_calls(m);
  bind_csv(m);
  bind_tables(m);
  bind_functions(m);
  refuse_bare_objects(m);
  m.attr("__version__") = esppadom::library_version();
}
