// The three messages as Python objects.
#pragma once

#include "esppadom/exchange/xml.hpp"
#include "structs.hpp"

namespace py_api {

/// A message on its way to Python, and what Python holds of one. Raises TypeError for what is no message.
py::object object_of_message(esppadom::any_message message);
esppadom::any_message message_from(py::handle value);
/// Whether it is an esppadom.Order, .Delivery or .Invoice.
bool is_message(py::handle value);

}  // namespace py_api
