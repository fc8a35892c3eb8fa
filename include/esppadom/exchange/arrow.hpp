// Columns for other software through the Arrow C data interface and C stream interface: pyarrow, polars, DuckDB,
// pandas, R, Spark, Java read it without a copy; and visits of other software back. Written from the specification;
// needs no library of Arrow.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "esppadom/exchange/columns.hpp"
#include "esppadom/export.hpp"
#include "esppadom/message/delivery.hpp"

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

extern "C" {

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

}  // extern "C"

#endif  // ARROW_C_DATA_INTERFACE

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

extern "C" {

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};

}  // extern "C"

#endif  // ARROW_C_STREAM_INTERFACE

namespace esppadom::inline ESPPADOM_ABI {

/// Fills `out` with a stream of record batches that owns the reader: int64 for cents, seconds, prices and counts,
/// timestamp[s] without zone for clock readings, dictionary<int32, utf8> for categories, utf8 and bool for the rest.
/// Each batch has its own dictionaries, so that memory does not grow with the table. Fields carry their unit and French
/// label as metadata. `out` is released by whoever takes it, as the specification says.
ESPPADOM_API void export_stream(column_reader from, ArrowArrayStream* out);

/// The schema of the stream of a table.
ESPPADOM_API void export_schema(table_rows rows, ArrowSchema* out);

/// Gives a DELIVERY for each row of a stream with the columns of `table_rows::visits` (exchange/visit_rows.hpp), in any
/// order; needed are delivery_id, provider, beneficiary, retained_start and retained_end, and columns of other names
/// are passed over. Texts are utf8 or large_utf8, dictionary-encoded or not, clock readings timestamps of whole seconds
/// without zone in any unit, seconds integers. Takes the stream and releases it. Errors, with the column or what the
/// stream says in `about`: missing for a column or an identifier that is needed; invalid_value for one of another
/// kind; unreadable when the stream fails. Rows before the one with the error were given.
ESPPADOM_API error_code import_visits(ArrowArrayStream* from, std::string& about,
                                      const std::function<void(delivery&&)>& each);

}  // namespace esppadom::inline ESPPADOM_ABI
