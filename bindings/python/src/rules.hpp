// A rule book as Python holds it.
#pragma once

#include "common.hpp"
#include "esppadom/rules/rule_book.hpp"

namespace py_api {

struct rules {
  esppadom::rule_book book;
  esppadom::findings found;
};

}  // namespace py_api
