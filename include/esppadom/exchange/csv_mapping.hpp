// CSV files as somebody else wants them, and back: a mapping file (JSON) says which column holds which field in which
// form. One mapping may write several files from the same messages, and read one message from several files.
// The guide docs/csv.md explains every key; schemas/json/csv-mapping.schema.json checks a mapping in an editor.
//
//   csv_mapping mapping = load_csv_mapping(shipped_csv_mapping("visits"), found).value();
//   csv_exporter out(mapping, {sink}, found);
//   while (reader.next(message)) out.add(message);
//   out.finish();
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/exchange/csv.hpp"
#include "esppadom/exchange/fields.hpp"
#include "esppadom/export.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {
struct csv_plan;
}

/// A mapping that was checked against the descriptions. Cheap to copy; may be shared between threads.
class ESPPADOM_API csv_mapping {
 public:
  csv_mapping() = default;
  explicit csv_mapping(std::shared_ptr<const detail::csv_plan> plan) : plan_(std::move(plan)) {}

  [[nodiscard]] const std::string& name() const;
  [[nodiscard]] field_subject subject() const;
  /// The names of its files, in order.
  [[nodiscard]] std::vector<std::string> files() const;
  /// Whether messages can be read with it; sums, parts of the day and tables that are not one to one can only be
  /// written.
  [[nodiscard]] bool can_read() const;
  /// Whether a file takes values from circumstances.
  [[nodiscard]] bool uses_circumstances() const;

  [[nodiscard]] const detail::csv_plan* plan() const { return plan_.get(); }

 private:
  std::shared_ptr<const detail::csv_plan> plan_;
};

struct csv_mapping_options {
  std::string_view file;                                        ///< named in the findings
  std::vector<std::pair<std::string, std::string>> parameters;  ///< what the mapping asks for, by name
};

/// The mapping a JSON text says. Strict: unknown keys, paths that name nothing, formats that do not fit their field and
/// parameters without a value are findings with JSON pointer, line and column, and then there is no mapping.
/// Errors: invalid_syntax, invalid_value, too_large, too_deep; not_built without JSON.
ESPPADOM_API result<csv_mapping> load_csv_mapping(std::string_view json, findings& found,
                                                  const csv_mapping_options& options = {});

/// The names of the mappings the library ships, sorted.
ESPPADOM_API std::vector<std::string_view> shipped_csv_mappings();
/// The JSON of one; empty when there is none of that name.
ESPPADOM_API std::string_view shipped_csv_mapping(std::string_view name);

/// Writes messages as the files of a mapping, one after the other in constant memory; only files whose rows are grouped
/// hold a value a group until `finish`. One owner.
class ESPPADOM_API csv_exporter {
 public:
  /// One sink a file of the mapping, in its order. `given` = circumstances that columns take values from; it must
  /// outlive the exporter.
  csv_exporter(csv_mapping mapping, std::vector<byte_sink> sinks, findings& found,
               const circumstances* given = nullptr);
  ~csv_exporter();
  csv_exporter(csv_exporter&&) noexcept;
  csv_exporter& operator=(csv_exporter&&) noexcept;

  /// Errors: those of the sinks; unsupported for a message of another kind than the mapping's.
  error_code add(const order& message);
  error_code add(const delivery& message);
  error_code add(const invoice& message);
  error_code add(const circumstances& value);
  /// Writes what is held: groups in the order of their keys, and headers of files without rows.
  error_code finish();

 private:
  class state;
  std::unique_ptr<state> state_;
};

/// Reads messages from the files of a mapping: the first as a stream, those joined to it into memory. One owner.
class ESPPADOM_API csv_importer {
 public:
  /// One source a file of the mapping, in its order.
  csv_importer(csv_mapping mapping, std::vector<byte_source> sources, findings& found,
               std::vector<std::string> names = {}, const csv_limits& limits = {});
  ~csv_importer();
  csv_importer(csv_importer&&) noexcept;
  csv_importer& operator=(csv_importer&&) noexcept;

  /// The next message; false at the end, and at once when the mapping is for something else. Rows that cannot be used
  /// are findings, and their message is left out.
  bool next(order& into);
  bool next(delivery& into);
  bool next(invoice& into);
  /// All files together; true once.
  bool next(circumstances& into);
  /// False when a file could not be read as the mapping says.
  [[nodiscard]] bool readable() const;

 private:
  class state;
  std::unique_ptr<state> state_;
};

}  // namespace esppadom::inline ESPPADOM_ABI
