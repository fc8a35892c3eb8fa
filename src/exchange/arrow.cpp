// Columns as Arrow's C structures. Every array keeps the batch it shows alive, so parts may be released in any order.

#include "esppadom/exchange/arrow.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace esppadom::inline ESPPADOM_ABI {

namespace {

const char* format_of(column_type type) {
  switch (type) {
    case column_type::text:
      return "u";
    case column_type::category:
      return "i";
    case column_type::time:
      return "tss:";
    case column_type::boolean:
      return "b";
    default:
      return "l";
  }
}

// -- schema -----------------------------------------------------------------------------------------------------------

/// What a schema points to.
struct schema_parts {
  std::string name;
  std::string metadata;
  std::vector<ArrowSchema*> children;
};

void release_schema(ArrowSchema* schema) {
  const std::unique_ptr<schema_parts> parts(static_cast<schema_parts*>(schema->private_data));
  for (auto* child : parts->children) {
    const std::unique_ptr<ArrowSchema> owned(child);
    if (child->release != nullptr) child->release(child);
  }
  const std::unique_ptr<ArrowSchema> dictionary(schema->dictionary);
  if (dictionary && dictionary->release != nullptr) dictionary->release(dictionary.get());
  schema->release = nullptr;
}

void append_length(std::string& to, std::size_t length) {
  const auto count = static_cast<std::int32_t>(length);
  std::array<char, sizeof count> bytes{};
  std::memcpy(bytes.data(), &count, sizeof count);
  to.append(bytes.data(), bytes.size());
}

std::string metadata_of(const column_info& about) {
  std::string out;
  append_length(out, about.unit.empty() ? 1 : 2);
  for (const auto& [key, value] : {std::pair<std::string_view, std::string_view>{"label", about.label},
                                   std::pair<std::string_view, std::string_view>{"unit", about.unit}}) {
    if (value.empty()) continue;
    append_length(out, key.size());
    out += key;
    append_length(out, value.size());
    out += value;
  }
  return out;
}

void fill(ArrowSchema* out, const char* format, std::string name, std::string metadata, bool nullable) {
  auto parts = std::make_unique<schema_parts>();
  parts->name = std::move(name);
  parts->metadata = std::move(metadata);
  *out = {};
  out->format = format;
  out->name = parts->name.c_str();
  out->metadata = parts->metadata.empty() ? nullptr : parts->metadata.data();
  out->flags = nullable ? ARROW_FLAG_NULLABLE : 0;
  out->release = &release_schema;
  out->private_data = parts.release();
}

// -- arrays -----------------------------------------------------------------------------------------------------------

/// What an array points to.
struct array_parts {
  std::shared_ptr<const column_batch> batch;
  std::vector<const void*> buffers;
  std::vector<ArrowArray*> children;
};

void release_array(ArrowArray* array) {
  const std::unique_ptr<array_parts> parts(static_cast<array_parts*>(array->private_data));
  for (auto* child : parts->children) {
    const std::unique_ptr<ArrowArray> owned(child);
    if (child->release != nullptr) child->release(child);
  }
  const std::unique_ptr<ArrowArray> dictionary(array->dictionary);
  if (dictionary && dictionary->release != nullptr) dictionary->release(dictionary.get());
  array->release = nullptr;
}

void fill(ArrowArray* out, std::shared_ptr<const column_batch> batch, std::int64_t length, std::int64_t absent,
          std::vector<const void*> buffers) {
  auto parts = std::make_unique<array_parts>();
  parts->batch = std::move(batch);
  parts->buffers = std::move(buffers);
  *out = {};
  out->length = length;
  out->null_count = absent;
  out->n_buffers = static_cast<std::int64_t>(parts->buffers.size());
  out->buffers = parts->buffers.data();
  out->release = &release_array;
  out->private_data = parts.release();
}

// Readers of empty texts still want an address.
const void* characters_of(const column_values& values) { return values.characters.data(); }

void fill_column(ArrowArray* out, const std::shared_ptr<const column_batch>& batch, std::size_t index,
                 column_type type) {
  const auto& values = batch->columns[index];
  const void* present = values.absent == 0 ? nullptr : values.present.data();
  switch (type) {
    case column_type::text:
      fill(out, batch, batch->rows, values.absent, {present, values.places.data(), characters_of(values)});
      return;
    case column_type::boolean:
      fill(out, batch, batch->rows, values.absent, {present, values.flags.data()});
      return;
    case column_type::category: {
      fill(out, batch, batch->rows, values.absent, {present, values.places.data()});
      auto texts = std::make_unique<ArrowArray>();
      fill(texts.get(), batch, static_cast<std::int64_t>(values.ends.size()) - 1, 0,
           {nullptr, values.ends.data(), characters_of(values)});
      out->dictionary = texts.release();
      return;
    }
    default:
      fill(out, batch, batch->rows, values.absent, {present, values.numbers.data()});
  }
}

void fill_batch(ArrowArray* out, column_batch&& values, table_rows rows) {
  const auto batch = std::make_shared<const column_batch>(std::move(values));
  fill(out, batch, batch->rows, 0, {nullptr});
  auto& children = static_cast<array_parts*>(out->private_data)->children;
  const auto columns = columns_of(rows);
  children.reserve(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    auto child = std::make_unique<ArrowArray>();
    fill_column(child.get(), batch, i, columns[i].type);
    children.push_back(child.release());
  }
  out->n_children = static_cast<std::int64_t>(children.size());
  out->children = children.data();
}

// -- streams ----------------------------------------------------------------------------------------------------------

struct stream_parts {
  column_reader from;
  std::string error;
};

// Runs what may run out of memory: no exception crosses the border.
template <class Call>
int guarded(ArrowArrayStream* stream, Call&& call) {
  auto& parts = *static_cast<stream_parts*>(stream->private_data);
#if defined(__cpp_exceptions) || defined(_CPPUNWIND)
  try {
    call(parts);
    return 0;
  } catch (const std::bad_alloc&) {
    parts.error.clear();
    return ENOMEM;
  } catch (const std::exception& why) {
    parts.error = why.what();
    return EIO;
  }
#else
  call(parts);
  return 0;
#endif
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  *out = {};
  return guarded(stream, [&](stream_parts& parts) { export_schema(parts.from.rows(), out); });
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  *out = {};
  return guarded(stream, [&](stream_parts& parts) {
    if (auto batch = parts.from.next()) fill_batch(out, std::move(*batch), parts.from.rows());
  });
}

const char* get_last_error(ArrowArrayStream* stream) {
  const auto& error = static_cast<stream_parts*>(stream->private_data)->error;
  return error.empty() ? nullptr : error.c_str();
}

void release_stream(ArrowArrayStream* stream) {
  const std::unique_ptr<stream_parts> parts(static_cast<stream_parts*>(stream->private_data));
  stream->release = nullptr;
}

}  // namespace

void export_schema(table_rows rows, ArrowSchema* out) {
  fill(out, "+s", "", "", false);
  auto& children = static_cast<schema_parts*>(out->private_data)->children;
  const auto columns = columns_of(rows);
  children.reserve(columns.size());
  for (const auto& each : columns) {
    auto child = std::make_unique<ArrowSchema>();
    fill(child.get(), format_of(each.type), std::string(each.name), metadata_of(each), true);
    if (each.type == column_type::category) {
      auto texts = std::make_unique<ArrowSchema>();
      fill(texts.get(), "u", "", "", true);
      child->dictionary = texts.release();
    }
    children.push_back(child.release());
  }
  out->n_children = static_cast<std::int64_t>(children.size());
  out->children = children.data();
}

void export_stream(column_reader from, ArrowArrayStream* out) {
  auto parts = std::make_unique<stream_parts>(stream_parts{std::move(from), {}});
  *out = {};
  out->get_schema = &get_schema;
  out->get_next = &get_next;
  out->get_last_error = &get_last_error;
  out->release = &release_stream;
  out->private_data = parts.release();
}

}  // namespace esppadom::inline ESPPADOM_ABI
