// Tables of messages through the Arrow C stream interface.

#include <memory>
#include <mutex>

#include "documents.hpp"
#include "esppadom/exchange/arrow.hpp"
#include "esppadom/exchange/columns.hpp"
#include "esppadom/exchange/visit_rows.hpp"

namespace py_api {

using namespace esppadom;

namespace {

/// One reading of a source: who takes batches from it keeps it alive.
struct reading_of_table {
  std::mutex one_at_a_time;
  std::unique_ptr<source> from;
  std::optional<input_messages> messages;
};

/// What is read as a table, each time anew.
class table {
 public:
  table(const py::object& from, const std::string& rows, const std::string& name, bool strict, std::int64_t batch_rows)
      : rows_(choice_from<table_rows>(rows, "rows")), batch_rows_(batch_rows) {
    if (batch_rows < 1) fail_value("batch_rows must be at least 1");
    if (strict) options_.profile = read_profile::strict;
    if (py::isinstance<py::list>(from) && py::len(from) != 0 && is_message(py::list(from)[0])) {
      auto held = std::make_shared<std::vector<any_message>>();
      for (const auto& each : py::list(from))
        held->push_back(message_from(each));
      held_ = std::move(held);
    } else if (py::isinstance<py::list>(from) && py::len(from) == 0) {
      held_ = std::make_shared<std::vector<any_message>>();
    } else {
      from_ = source_from(from, name);
    }
  }

  column_reader read() {
    if (held_) {
      return column_reader(
          [held = held_, at = std::size_t{0}]() mutable -> std::optional<any_message> {
            if (at == held->size()) return std::nullopt;
            return (*held)[at++];
          },
          rows_, batch_rows_);
    }
    auto now = std::make_shared<reading_of_table>();
    now->from = std::make_unique<source>();
    now->from->paths = from_->paths;
    now->from->bytes = from_->bytes;
    now->from->name = from_->name;
    now->messages.emplace(now->from->inputs(), now->from->found, options_, std::vector{message_of(rows_)});
    last_ = now;
    return column_reader(
        [now]() -> std::optional<any_message> {
          const std::lock_guard alone(now->one_at_a_time);
          return now->messages->next();
        },
        rows_, batch_rows_);
  }

  py::list findings() {
    if (!last_) return py::list();
    esppadom::findings found;
    {
      const py::gil_scoped_release others_run;
      const std::lock_guard alone(last_->one_at_a_time);
      found = last_->from->found;
    }
    return list_of(found);
  }

  [[nodiscard]] table_rows rows() const { return rows_; }

 private:
  table_rows rows_;
  std::int64_t batch_rows_;
  read_options options_;
  std::shared_ptr<const std::vector<any_message>> held_;
  std::unique_ptr<source> from_;
  std::shared_ptr<reading_of_table> last_;
};

void free_stream(PyObject* capsule) {
  auto* stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, "arrow_array_stream"));
  if (stream == nullptr) {
    PyErr_Clear();
    return;
  }
  if (stream->release != nullptr) stream->release(stream);
  delete stream;
}

py::object stream_of(table& self, const py::object&) {
  auto stream = std::make_unique<ArrowArrayStream>();
  export_stream(self.read(), stream.get());
  PyObject* capsule = PyCapsule_New(stream.get(), "arrow_array_stream", &free_stream);
  if (capsule == nullptr) {
    stream->release(stream.get());
    throw py::error_already_set();
  }
  static_cast<void>(stream.release());
  return py::reinterpret_steal<py::object>(capsule);
}

void free_schema(PyObject* capsule) {
  auto* schema = static_cast<ArrowSchema*>(PyCapsule_GetPointer(capsule, "arrow_schema"));
  if (schema == nullptr) {
    PyErr_Clear();
    return;
  }
  if (schema->release != nullptr) schema->release(schema);
  delete schema;
}

py::object schema_of(const table& self) {
  auto schema = std::make_unique<ArrowSchema>();
  export_schema(self.rows(), schema.get());
  PyObject* capsule = PyCapsule_New(schema.get(), "arrow_schema", &free_schema);
  if (capsule == nullptr) {
    schema->release(schema.get());
    throw py::error_already_set();
  }
  static_cast<void>(schema.release());
  return py::reinterpret_steal<py::object>(capsule);
}

py::object cell(const column_batch& batch, std::size_t column, std::int64_t row, column_type type) {
  if (const auto text = batch.text(column, row, type)) return str_of(*text);
  const auto number = batch.number(column, row);
  if (!number) return py::none();
  if (type == column_type::time) return datetime_of({*number, 0});
  if (type == column_type::boolean) return py::bool_(*number != 0);
  return py::int_(*number);
}

/// All of it as lists: for small tables, and where there is no other software.
py::dict lists_of(table& self) {
  const auto columns = columns_of(self.rows());
  std::vector<py::list> lists(columns.size());
  auto from = self.read();
  for (;;) {
    std::optional<column_batch> batch;
    {
      const py::gil_scoped_release others_run;
      batch = from.next();
    }
    if (!batch) break;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      for (std::int64_t row = 0; row < batch->rows; ++row)
        lists[i].append(cell(*batch, i, row, columns[i].type));
    }
  }
  py::dict out;
  for (std::size_t i = 0; i < columns.size(); ++i)
    out[str_of(columns[i].name)] = lists[i];
  return out;
}

template <class T>
void read_cell(py::handle value, std::string_view column, T& out) {
  if constexpr (is_optional<T>::value) {
    out = scalar<typename T::value_type>::in(value, column);
  } else {
    out = scalar<T>::in(value, column);
  }
}

/// The message of a row: a dict of what the columns hold there. None is absent, other columns are passed over.
py::object delivery_of(const py::dict& row) {
  visit_row out;
  for_each_member<visit_row>([&](const auto& entry) {
    const std::string column(key_of(entry));
    const py::object value = row.attr("get")(column);
    if (!value.is_none()) read_cell(value, "column " + column, out.*(entry.member));
  });
  return object_of_message(delivery_of_row(out));
}

}  // namespace

void bind_tables(py::module_& to) {
  py::class_<table>(to, "Table",
                    "Messages as columns. Software that knows Arrow takes it as it is: pyarrow.table(t), "
                    "polars.DataFrame(t), duckdb.sql(\"from t\"). Each use reads the source anew.")
      .def(py::init<const py::object&, const std::string&, const std::string&, bool, std::int64_t>(), py::arg("source"),
           py::arg("rows") = "visits", py::arg("name") = "", py::arg("strict") = false,
           py::arg("batch_rows") = column_reader::usual_rows)
      .def("__arrow_c_stream__", &stream_of, py::arg("requested_schema") = py::none())
      .def("__arrow_c_schema__", &schema_of)
      .def_property_readonly(
          "columns",
          [](const table& self) {
            py::list out;
            for (const auto& each : columns_of(self.rows())) {
              py::dict row;
              row["name"] = str_of(each.name);
              row["type"] = str_of(name_of(each.type));
              row["unit"] = str_or_none(each.unit);
              row["label"] = str_of(each.label);
              out.append(row);
            }
            return out;
          },
          "Name, type, unit and French label of each column.")
      .def_property_readonly("findings", &table::findings, "What the last reading found.")
      .def("to_dict", &lists_of, "The columns as lists: cents and seconds as int, times as datetime.");
  to.def("delivery_of_row", &delivery_of, py::arg("row"), "A DELIVERY of what the columns of a table of visits hold.");
}

}  // namespace py_api
