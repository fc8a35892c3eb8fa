// What a run is given and what it gave, as Python holds them.
#pragma once

#include <mutex>
#include <utility>

#include "documents.hpp"
#include "esppadom/bill.hpp"
#include "scalars.hpp"

namespace py_api {

/// Everything a run is given, and who may touch it: one thread at a time.
struct request {
  std::mutex one_at_a_time;
  esppadom::bill_request content;
  esppadom::findings found;  ///< of reading
};

/// What a run gave.
struct billed {
  esppadom::bill_request asked;  ///< without messages and ledger: what reports repeat of the request
  esppadom::bill_result result;
  esppadom::findings found;  ///< all of the run, those of reading included
};

/// Lets other threads run while `work` is done with the request, which nobody else touches meanwhile.
template <class Work>
auto alone_with(request& self, Work&& work) {
  const py::gil_scoped_release others_run;
  const std::lock_guard alone(self.one_at_a_time);
  return work(self.content);
}

/// Canonical JSON as Python's own dicts and lists.
inline py::object parsed(const std::string& json) { return py::module_::import("json").attr("loads")(str_of(json)); }

}  // namespace py_api
