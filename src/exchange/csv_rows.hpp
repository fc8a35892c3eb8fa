// Rows of a report as CSV (RFC 4180): UTF-8 without a mark, commas, lines end in CR LF.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/exchange/csv.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

class csv_rows {
 public:
  csv_rows() = default;
  csv_rows(const csv_rows&) = delete;
  csv_rows& operator=(const csv_rows&) = delete;

  void add(const std::vector<std::string>& fields) { static_cast<void>(writer_.write(fields)); }  // no sink to fail
  std::string text() && {
    static_cast<void>(writer_.flush());
    return std::move(text_);
  }

 private:
  static csv_dialect with_commas() {
    csv_dialect dialect;
    dialect.separator = csv_separator::comma;
    return dialect;
  }

  std::string text_;
  csv_writer writer_{byte_sink{[this](std::string_view bytes) {
                       text_ += bytes;
                       return error_code::success;
                     }},
                     with_commas()};
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
