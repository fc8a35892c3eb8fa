// Visits from Arrow's C structures. What a producer gives is believed as far as the specification goes: lengths,
// offsets and pointers are its own.

#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include "esppadom/exchange/arrow.hpp"
#include "esppadom/exchange/visit_rows.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace {

/// Releases what a producer gave, as its taker has to.
template <class T>
struct released {
  T content{};

  released() = default;
  explicit released(const T& given) : content(given) {}
  released(const released&) = delete;
  released& operator=(const released&) = delete;
  ~released() {
    if (content.release != nullptr) content.release(&content);
  }
};

template <class Number>
Number read_at(const void* buffer, std::int64_t place) {
  Number out{};
  std::memcpy(&out, static_cast<const char*>(buffer) + place * static_cast<std::int64_t>(sizeof out), sizeof out);
  return out;
}

bool is_text(std::string_view format) { return format == "u" || format == "U"; }

bool is_integer(std::string_view format) {
  return format.size() == 1 && std::string_view("cCsSiIlL").find(format[0]) != std::string_view::npos;
}

/// How many of a timestamp's units are a second; none: no timestamp, or one with a zone.
std::optional<std::int64_t> units_of(std::string_view format) {
  if (format == "tss:") return 1;
  if (format == "tsm:") return 1'000;
  if (format == "tsu:") return 1'000'000;
  if (format == "tsn:") return 1'000'000'000;
  return std::nullopt;
}

std::optional<std::int64_t> integer_at(std::string_view format, const void* buffer, std::int64_t place) {
  switch (format[0]) {
    case 'c':
      return read_at<std::int8_t>(buffer, place);
    case 'C':
      return read_at<std::uint8_t>(buffer, place);
    case 's':
      return read_at<std::int16_t>(buffer, place);
    case 'S':
      return read_at<std::uint16_t>(buffer, place);
    case 'i':
      return read_at<std::int32_t>(buffer, place);
    case 'I':
      return read_at<std::uint32_t>(buffer, place);
    case 'L': {
      const auto value = read_at<std::uint64_t>(buffer, place);
      if (value >> 63 != 0) return std::nullopt;
      return static_cast<std::int64_t>(value);
    }
    default:
      return read_at<std::int64_t>(buffer, place);
  }
}

bool is_present(const ArrowArray& array, std::int64_t place) {
  if (array.null_count == 0 || array.n_buffers == 0 || array.buffers[0] == nullptr) return true;
  return (read_at<std::uint8_t>(array.buffers[0], place / 8) >> (place % 8) & 1) != 0;
}

std::string_view text_at(std::string_view format, const ArrowArray& array, std::int64_t place) {
  const bool large = format == "U";
  const auto edge = [&](std::int64_t at) -> std::int64_t {
    return large ? read_at<std::int64_t>(array.buffers[1], at) : read_at<std::int32_t>(array.buffers[1], at);
  };
  const auto from = edge(place), to = edge(place + 1);
  if (to <= from) return {};
  return {static_cast<const char*>(array.buffers[2]) + from, static_cast<std::size_t>(to - from)};
}

/// What is wrong with a cell or a column; success when nothing is.
struct fault {
  error_code code = error_code::success;
  std::string_view column;
};

/// A column of one batch; without an array there is none.
struct arrow_column {
  std::string_view name;
  const ArrowSchema* schema = nullptr;
  const ArrowArray* array = nullptr;

  [[nodiscard]] std::int64_t place(std::int64_t row) const { return array->offset + row; }
  [[nodiscard]] bool has(std::int64_t row) const {
    return array != nullptr && std::string_view(schema->format) != "n" && is_present(*array, place(row));
  }
};

/// The columns of a batch that `visit_row` knows, in the order of its members.
class row_reader {
 public:
  row_reader(const ArrowSchema& schema, const ArrowArray& batch) : offset_(batch.offset) {
    for_each_member<visit_row>([&](const auto& entry) { columns_.push_back(column(schema, batch, key_of(entry))); });
  }

  /// A row; what is wrong with it is in `met`.
  visit_row at(std::int64_t row, fault& met) const {
    visit_row out;
    auto next = columns_.begin();
    for_each_member<visit_row>([&](const auto& entry) {
      const auto& from = *next++;
      if (met.code == error_code::success && from.has(offset_ + row))
        met = {read(from, from.place(offset_ + row), out.*(entry.member)), from.name};
    });
    if (met.code == error_code::success && out.delivery_id.empty()) met = {error_code::missing, "delivery_id"};
    if (met.code == error_code::success && out.provider.empty()) met = {error_code::missing, "provider"};
    if (met.code == error_code::success && out.beneficiary.empty()) met = {error_code::missing, "beneficiary"};
    return out;
  }

 private:
  static arrow_column column(const ArrowSchema& schema, const ArrowArray& batch, std::string_view name) {
    for (std::int64_t i = 0; i < schema.n_children && i < batch.n_children; ++i) {
      const auto* about = schema.children[i];
      if (about->name != nullptr && name == about->name) return {name, about, batch.children[i]};
    }
    return {name, nullptr, nullptr};
  }

  static error_code read(const arrow_column& from, std::int64_t place, std::string& out) {
    const std::string_view format(from.schema->format);
    if (is_text(format)) {
      out = text_at(format, *from.array, place);
      return error_code::success;
    }
    const auto* texts = from.schema->dictionary;
    if (texts == nullptr || !is_integer(format) || !is_text(texts->format)) return error_code::invalid_value;
    const auto index = integer_at(format, from.array->buffers[1], place);
    const auto& all = *from.array->dictionary;
    if (!index || *index < 0 || *index >= all.length) return error_code::invalid_value;
    if (is_present(all, all.offset + *index)) out = text_at(texts->format, all, all.offset + *index);
    return error_code::success;
  }

  static error_code read(const arrow_column& from, std::int64_t place, std::optional<local_time>& out) {
    const auto units = units_of(from.schema->format);
    if (!units) return error_code::invalid_value;
    const auto value = read_at<std::int64_t>(from.array->buffers[1], place);
    const local_time time{value / *units, 0};
    if (value % *units != 0 || !time.is_valid() || !time.date().is_in_range()) return error_code::invalid_value;
    out = time;
    return error_code::success;
  }

  static error_code read(const arrow_column& from, std::int64_t place, std::optional<std::int64_t>& out) {
    if (!is_integer(from.schema->format) || from.schema->dictionary != nullptr) return error_code::invalid_value;
    out = integer_at(from.schema->format, from.array->buffers[1], place);
    return out ? error_code::success : error_code::invalid_value;
  }

  std::int64_t offset_;
  std::vector<arrow_column> columns_;
};

/// The first column that is needed and not there.
std::optional<std::string_view> missing_column(const ArrowSchema& schema) {
  for (const std::string_view name : {"delivery_id", "provider", "beneficiary", "retained_start", "retained_end"}) {
    bool found = false;
    for (std::int64_t i = 0; i < schema.n_children; ++i)
      found = found || (schema.children[i]->name != nullptr && name == schema.children[i]->name);
    if (!found) return name;
  }
  return std::nullopt;
}

}  // namespace

error_code import_visits(ArrowArrayStream* from, std::string& about, const std::function<void(delivery&&)>& each) {
  released<ArrowArrayStream> stream(*from);
  from->release = nullptr;
  auto& source = stream.content;
  const auto failed = [&] {
    const char* why = source.get_last_error(&source);
    about = why == nullptr ? "" : why;
    return error_code::unreadable;
  };
  released<ArrowSchema> schema;
  if (source.get_schema(&source, &schema.content) != 0) return failed();
  if (std::string_view(schema.content.format) != "+s") return error_code::invalid_value;
  if (const auto column = missing_column(schema.content)) {
    about = *column;
    return error_code::missing;
  }
  for (;;) {
    released<ArrowArray> batch;
    if (source.get_next(&source, &batch.content) != 0) return failed();
    if (batch.content.release == nullptr) return error_code::success;
    const row_reader rows(schema.content, batch.content);
    for (std::int64_t i = 0; i < batch.content.length; ++i) {
      fault met;
      const auto row = rows.at(i, met);
      if (met.code != error_code::success) {
        about = met.column;
        return met.code;
      }
      each(delivery_of_row(row));
    }
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI
