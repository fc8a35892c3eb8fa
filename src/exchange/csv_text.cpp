#include <array>
#include <utility>

#include "esppadom/exchange/csv.hpp"
#include "esppadom/exchange/csv_findings.hpp"
#include "exchange/csv_encoding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

constexpr char separator_of(csv_separator separator) {
  switch (separator) {
    case csv_separator::comma:
      return ',';
    case csv_separator::tab:
      return '\t';
    case csv_separator::semicolon:
      break;
  }
  return ';';
}

// What can make a row no row; the first that is met is told.
enum class defect : std::uint8_t { none, bare_quote, after_quote, unclosed, nul, too_large, too_wide, encoding };

}  // namespace

// -- reading ----------------------------------------------------------------------------------------------------------

class csv_reader::state {
 public:
  state(byte_source source, findings& found, const csv_dialect& dialect, std::string file, const csv_limits& limits)
      : source_(std::move(source)),
        found_(found),
        dialect_(dialect),
        separator_(separator_of(dialect.separator)),
        file_(std::move(file)),
        limits_(limits) {}

  bool next() {
    while (true) {
      begin_row();
      if (!scan_row()) return false;
      if (defect_ == defect::none && finish_row()) return true;
      report();
    }
  }

  const std::vector<std::string_view>& fields() const { return fields_; }
  std::uint64_t line() const { return row_line_; }
  csv_place place(std::size_t field) const { return field < starts_.size() ? starts_[field] : csv_place{row_line_, 0}; }
  bool readable() const { return readable_; }

 private:
  enum class within : std::uint8_t { field_start, plain, quoted, after_quote };

  void begin_row() {
    text_.clear();
    ends_.clear();
    starts_.clear();
    defect_ = defect::none;
    row_bytes_ = 0;
    within_ = within::field_start;
    row_line_ = line_;
  }

  // Takes characters up to the end of a row that has any. False at the end of the input.
  bool scan_row() {
    bool any = false;
    while (true) {
      if (at_ == size_ && !fill()) return end_of_input(any);
      const char c = buffer_[at_++];
      if (after_cr_) {
        after_cr_ = false;
        if (c == '\n') {
          if (within_ == within::quoted && any) put(c);  // the line was counted with its CR
          continue;
        }
      }
      if (c == '\n' || c == '\r') {
        ++line_;
        column_ = 1;
        after_cr_ = c == '\r';
        if (within_ == within::quoted) {
          put(c);
          continue;
        }
        if (any) {
          end_field();
          return true;
        }
        row_line_ = line_;  // an empty line
        continue;
      }
      here_ = {line_, column_};
      if (!any) field_start_ = here_;
      any = true;
      if (begins_character(c)) ++column_;
      take(c);
    }
  }

  // Columns count characters: of several bytes of UTF-8 only the first.
  bool begins_character(char c) const {
    return dialect_.encoding != csv_encoding_name::utf_8 || (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }

  bool end_of_input(bool any) {
    if (!any) return false;
    here_ = field_start_;
    if (within_ == within::quoted) blame(defect::unclosed);
    end_field();
    return true;
  }

  void take(char c) {
    if (++row_bytes_ > limits_.row_bytes) blame(defect::too_large);
    if (c == '\0') blame(defect::nul);
    switch (within_) {
      case within::field_start:
        if (c == '"') {
          within_ = within::quoted;
          return;
        }
        within_ = within::plain;
        [[fallthrough]];
      case within::plain:
        if (c == separator_) {
          end_field();
        } else {
          if (c == '"') blame(defect::bare_quote);
          put(c);
        }
        return;
      case within::quoted:
        if (c == '"') {
          within_ = within::after_quote;
        } else {
          put(c);
        }
        return;
      case within::after_quote:
        if (c == '"') {
          put(c);
          within_ = within::quoted;
        } else if (c == separator_) {
          end_field();
        } else {
          blame(defect::after_quote);
          within_ = within::plain;
        }
    }
  }

  void put(char c) {
    if (defect_ != defect::none) return;
    text_.push_back(c);
    if (within_ == within::quoted && text_.size() > limits_.row_bytes) blame(defect::too_large);
  }

  void end_field() {
    within_ = within::field_start;
    if (defect_ != defect::none) return;
    ends_.push_back(text_.size());
    starts_.push_back(field_start_);
    field_start_ = {line_, column_};
    if (ends_.size() > limits_.columns) blame(defect::too_wide);
  }

  void blame(defect what) {
    if (defect_ != defect::none) return;
    defect_ = what;
    defect_place_ = here_;
  }

  // The fields as UTF-8. False when the bytes are not in the encoding.
  bool finish_row() {
    bool good = true;
    if (dialect_.encoding != csv_encoding_name::utf_8) {
      std::string converted;
      std::size_t begin = 0;
      for (std::size_t& end : ends_) {
        const auto part = std::string_view(text_).substr(begin, end - begin);
        good = detail::append_as_utf8(converted, part, dialect_.encoding) && good;
        begin = end;
        end = converted.size();
      }
      text_ = std::move(converted);
    } else {
      good = detail::is_utf8(text_);
    }
    if (!good) {
      blame(defect::encoding);
      return false;
    }
    fields_.clear();
    std::size_t begin = 0;
    for (const std::size_t end : ends_) {
      fields_.push_back(std::string_view(text_).substr(begin, end - begin));
      begin = end;
    }
    return true;
  }

  void report() {
    switch (defect_) {
      case defect::bare_quote:
        return add(csv_syntax, {"a quote inside a field that does not begin with one",
                                "un guillemet dans un champ qui ne commence pas par un guillemet"});
      case defect::after_quote:
        return add(csv_syntax, {"text after the quote that ends a field",
                                "du texte après le guillemet qui finit un "
                                "champ"});
      case defect::unclosed:
        return add(csv_syntax, {"a quote that is never closed", "un guillemet jamais fermé"});
      case defect::nul:
        return add(csv_nul, {});
      case defect::too_large:
        return add(csv_row_too_large, {std::to_string(limits_.row_bytes)});
      case defect::too_wide:
        return add(csv_too_many_columns, {std::to_string(limits_.columns)});
      case defect::encoding:
        return add(csv_encoding, {std::string(name_of(dialect_.encoding))});
      case defect::none:
        break;
    }
  }

  void add(const finding_kind& kind, std::vector<std::string> arguments) {
    const bool of_row = defect_ == defect::too_large || defect_ == defect::too_wide || defect_ == defect::encoding;
    const csv_place place = of_row ? csv_place{row_line_, 0} : defect_place_;
    finding one;
    one.kind = &kind;
    one.file = file_;
    one.line = place.line;
    one.column = place.column;
    one.arguments = std::move(arguments);
    found_.add(std::move(one));
  }

  bool fill() {
    if (ended_) return false;
    at_ = 0;
    if (source_.read(buffer_.data(), buffer_.size()).get(size_) != error_code::success) {
      readable_ = false;
      size_ = 0;
    }
    ended_ = size_ == 0;
    if (first_ && !ended_) skip_mark();
    return at_ < size_;
  }

  void skip_mark() {
    first_ = false;
    while (size_ < utf8_mark.size()) {  // a source may give a byte at a time
      std::size_t more = 0;
      if (source_.read(buffer_.data() + size_, buffer_.size() - size_).get(more) != error_code::success || more == 0)
        break;
      size_ += more;
    }
    if (dialect_.encoding == csv_encoding_name::utf_8 &&
        std::string_view(buffer_.data(), size_).starts_with(utf8_mark)) {
      at_ = utf8_mark.size();
      if (at_ == size_) fill();
    }
  }

  byte_source source_;
  findings& found_;
  csv_dialect dialect_;
  char separator_;
  std::string file_;
  csv_limits limits_;

  std::vector<char> buffer_ = std::vector<char>(std::size_t{64} * 1024);
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  bool first_ = true;
  bool ended_ = false;
  bool readable_ = true;
  bool after_cr_ = false;

  std::string text_;               ///< of the row, without separators and quotes
  std::vector<std::size_t> ends_;  ///< of its fields in text_
  std::vector<csv_place> starts_;  ///< of its fields in the file
  std::vector<std::string_view> fields_;
  std::size_t row_bytes_ = 0;
  defect defect_ = defect::none;
  csv_place defect_place_;
  csv_place field_start_;
  csv_place here_;  ///< of the character at hand
  within within_ = within::field_start;
  std::uint64_t line_ = 1;
  std::uint64_t column_ = 1;
  std::uint64_t row_line_ = 1;
};

csv_reader::csv_reader(byte_source source, findings& found, const csv_dialect& dialect, std::string file,
                       const csv_limits& limits)
    : state_(std::make_unique<state>(std::move(source), found, dialect, std::move(file), limits)) {}
csv_reader::~csv_reader() = default;
csv_reader::csv_reader(csv_reader&&) noexcept = default;
csv_reader& csv_reader::operator=(csv_reader&&) noexcept = default;

bool csv_reader::next() { return state_->next(); }
const std::vector<std::string_view>& csv_reader::fields() const { return state_->fields(); }
std::uint64_t csv_reader::line() const { return state_->line(); }
csv_place csv_reader::place(std::size_t field) const { return state_->place(field); }
bool csv_reader::readable() const { return state_->readable(); }

// -- writing ----------------------------------------------------------------------------------------------------------

csv_writer::csv_writer(byte_sink sink, const csv_dialect& dialect) : sink_(std::move(sink)), dialect_(dialect) {}

void csv_writer::append(std::string_view field, bool only) {
  const std::array special{separator_of(dialect_.separator), '"', '\r', '\n'};
  // A row of one empty field would be no row; a byte order mark at the start would be taken for that of the file.
  const bool quoted = dialect_.quoting == csv_quoting::all || (only && field.empty()) || field.starts_with(utf8_mark) ||
                      field.find_first_of(std::string_view(special.data(), special.size())) != std::string_view::npos;
  if (!quoted) {
    held_ += field;
    return;
  }
  held_.push_back('"');
  for (const char c : field) {
    if (c == '"') held_.push_back('"');
    held_.push_back(c);
  }
  held_.push_back('"');
}

error_code csv_writer::write(const std::vector<std::string>& fields) {
  constexpr std::size_t enough = std::size_t{64} * 1024;
  if (!begun_ && dialect_.byte_order_mark && dialect_.encoding == csv_encoding_name::utf_8) held_ += utf8_mark;
  begun_ = true;
  const std::size_t start = held_.size();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) held_.push_back(separator_of(dialect_.separator));
    append(fields[i], fields.size() == 1);
  }
  held_ += dialect_.line_end == csv_line_end::crlf ? "\r\n" : "\n";
  if (dialect_.encoding != csv_encoding_name::utf_8) {
    const std::string row = held_.substr(start);
    held_.resize(start);
    replaced_ += detail::append_encoded(held_, row, dialect_.encoding);
  }
  return held_.size() < enough ? error_code::success : flush();
}

error_code csv_writer::flush() {
  if (held_.empty()) return error_code::success;
  const error_code e = sink_.write(held_);
  held_.clear();
  return e;
}

// -- formulas ---------------------------------------------------------------------------------------------------------

namespace {

// Whether the text is apostrophes, `least` at least, and then a character that begins a formula.
bool is_formula(std::string_view text, std::size_t least) {
  const std::size_t apostrophes = std::min(text.find_first_not_of('\''), text.size());
  return apostrophes >= least && apostrophes < text.size() &&
         std::string_view("=+-@\t\r").find(text[apostrophes]) != std::string_view::npos;
}

}  // namespace

std::string guarded_formula(std::string_view text) { return (is_formula(text, 0) ? "'" : "") + std::string(text); }

std::string_view unguarded_formula(std::string_view text) { return is_formula(text, 1) ? text.substr(1) : text; }

}  // namespace esppadom::inline ESPPADOM_ABI
