#if ESPPADOM_WITH_JSON

#include "exchange/json_reader.hpp"

#include <algorithm>

#include "exchange/json_writer.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

namespace {

struct bilingual {
  std::string_view en;
  std::string_view fr;
};

bilingual describe(simdjson::error_code error) {
  switch (error) {
    case simdjson::UTF8_ERROR:
      return {"a byte that is not UTF-8", "un octet qui n'est pas de l'UTF-8"};
    case simdjson::UNESCAPED_CHARS:
      return {"a control character inside a string", "un caractère de contrôle dans une chaîne"};
    case simdjson::UNCLOSED_STRING:
      return {"a string is not closed", "une chaîne n'est pas fermée"};
    case simdjson::EMPTY:
      return {"the text is empty", "le texte est vide"};
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
      return {"the text ends too early", "le texte s'arrête trop tôt"};
    case simdjson::STRING_ERROR:
      return {"a string with a wrong escape sequence", "une chaîne avec une séquence d'échappement incorrecte"};
    case simdjson::TRAILING_CONTENT:
      return {"text after the end of the document", "du texte après la fin du document"};
    default:
      return {"a comma, colon, bracket, quote or value is missing or misplaced",
              "une virgule, un deux-points, un crochet, un guillemet ou une valeur manque ou est mal placé"};
  }
}

bilingual describe(json_token::kind what) {
  switch (what) {
    case json_token::kind::string:
      return {"a string", "une chaîne"};
    case json_token::kind::number:
      return {"a number", "un nombre"};
    case json_token::kind::boolean:
      return {"true or false", "un booléen"};
    case json_token::kind::null:
      return {"null", "null"};
    case json_token::kind::object:
      return {"an object", "un objet"};
    case json_token::kind::array:
      return {"a list", "une liste"};
    case json_token::kind::invalid:
      break;
  }
  return {"something else", "autre chose"};
}

// The number of a JSON text: -?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?
bool is_json_number(std::string_view text) {
  const auto digits = [&] {
    std::size_t count = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
      text.remove_prefix(1);
      ++count;
    }
    return count;
  };
  const auto skip = [&](char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
  };
  skip('-');
  const bool leading_zero = text.starts_with('0');
  const std::size_t whole = digits();
  if (whole == 0 || (leading_zero && whole > 1)) return false;
  if (skip('.') && digits() == 0) return false;
  if (skip('e') || skip('E')) {
    if (!skip('+')) skip('-');
    if (digits() == 0) return false;
  }
  return text.empty();
}

// Where the text stops being UTF-8.
std::size_t first_bad_byte(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = utf8_sequence(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return at;
}

// Where the first string with a control character has it, else where the last string begins that is never closed.
std::size_t string_fault(std::string_view text) {
  bool inside = false;
  std::size_t opened = text.size();
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') {
      inside = !inside;
      opened = at;
    } else if (inside && text[at] == '\\') {
      ++at;
    } else if (inside && static_cast<unsigned char>(text[at]) < 0x20) {
      return at;
    }
  }
  return inside ? opened : text.size();
}

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

std::string shortened(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.size() <= longest) return std::string(text);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace

std::string quoted_for_finding(std::string_view text) { return shortened(text); }

std::string json_pointer(const json_step& step) {
  if (step.parent == nullptr) return {};
  std::string out = json_pointer(*step.parent);
  out.push_back('/');
  if (step.index != json_step::no_index) return out + std::to_string(step.index);
  for (const char c : step.key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

void line_index::position(std::string_view text, std::size_t offset, std::uint64_t& line, std::uint64_t& column) {
  constexpr std::size_t stride = std::size_t{1} << 16;
  const auto advance = [&](mark from, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (text[i] == '\n') {
        ++from.line;
        from.column = 1;
      } else if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
        ++from.column;
      }
    }
    return from;
  };
  offset = std::min(offset, text.size());
  const std::size_t block = offset / stride;
  while (marks_.size() <= block) {
    const std::size_t begin = (marks_.size() - 1) * stride;
    marks_.push_back(advance(marks_.back(), begin, begin + stride));
  }
  const mark found = advance(marks_[block], block * stride, offset);
  line = found.line;
  column = found.column;
}

json_source::json_source(std::string_view bytes, findings& out, const json_read_options& options,
                         const json_origin& origin)
    : out_(out), options_(options), origin_(origin) {
  if (bytes.size() > options_.limits.bytes) {
    report(json_too_large, {}, nullptr, {std::to_string(options_.limits.bytes)});
    die(error_code::too_large);
    return;
  }
  padded_ = simdjson::padded_string(without_mark(bytes));
  text_ = std::string_view(padded_);
  constexpr unsigned parser_depth = 1000;  // simdjson reserves room for 1024 levels and does not check them itself
  options_.limits.depth = std::min(options_.limits.depth, parser_depth);
}

bool json_source::open(json_value& root) {
  if (is_dead()) return false;
  const auto error = parser_.iterate(padded_).get(document_);
  if (error) {
    syntax_error(error);
    return false;
  }
  is_open_ = true;
  const auto root_error = document_.get_value().get(root);
  if (root_error == simdjson::SCALAR_DOCUMENT_AS_VALUE) {
    wrong_type({}, {json_token::kind::invalid, {}, text_.data()}, "an object", "un objet");
    die(error_code::invalid_value);
    return false;
  }
  return check(root_error);
}

bool json_source::close() {
  if (is_dead()) return false;
  const char* rest = nullptr;
  if (document_.current_location().get(rest) == simdjson::SUCCESS) {
    const bilingual text = describe(simdjson::TRAILING_CONTENT);
    report(json_syntax, {}, rest, {std::string(text.en), std::string(text.fr)});
    die(error_code::invalid_syntax);
  }
  return !is_dead();
}

bool json_source::enter(simdjson::error_code error, const json_step& step) {
  if (is_dead()) return false;
  if (step.depth >= options_.limits.depth) {
    report(json_too_deep, step, place_of(simdjson::DEPTH_ERROR), {std::to_string(options_.limits.depth)});
    die(error_code::too_deep);
    return false;
  }
  return check(error);
}

bool json_source::check(simdjson::error_code error) {
  if (is_dead()) return false;
  if (error) syntax_error(error);
  return !error;
}

bool json_source::split(simdjson::simdjson_result<simdjson::ondemand::field>& field, std::string_view& key,
                        const char*& at, json_value& content) {
  simdjson::ondemand::field found;
  if (!check(std::move(field).get(found))) return false;
  at = found.key().raw() - 1;
  if (!check(found.unescaped_key().get(key))) return false;
  content = found.value();
  return true;
}

const char* json_source::place_of(simdjson::error_code error) {
  switch (error) {
    case simdjson::UTF8_ERROR:
      return text_.data() + first_bad_byte(text_);
    case simdjson::UNESCAPED_CHARS:
    case simdjson::UNCLOSED_STRING:
      return text_.data() + string_fault(text_);
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
    case simdjson::EMPTY:
      return text_.data() + text_.size();
    default:
      break;
  }
  const char* at = nullptr;
  if (!is_open_ || document_.current_location().get(at) != simdjson::SUCCESS) return text_.data() + text_.size();
  return at;
}

void json_source::syntax_error(simdjson::error_code error) {
  const bilingual text = describe(error);
  report(json_syntax, {}, place_of(error), {std::string(text.en), std::string(text.fr)});
  die(error_code::invalid_syntax);
}

void json_source::add(const finding_kind& kind, std::string pointer, const std::size_t* offset,
                      std::vector<std::string> arguments) {
  finding found;
  found.kind = &kind;
  found.path = origin_.pointer + pointer;
  found.file = options_.file;
  if (offset != nullptr) {
    lines_.position(text_, *offset, found.line, found.column);
    if (found.line == 1) found.column += origin_.column - 1;
    found.line += origin_.line - 1;
  }
  found.arguments = std::move(arguments);
  if (kind.level == severity::error) ++errors_;
  out_.add(std::move(found));
}

void json_source::report(const finding_kind& kind, const json_step& step, const char* at,
                         std::vector<std::string> arguments) {
  const std::size_t offset = at == nullptr ? 0 : offset_of(at);
  add(kind, json_pointer(step), at == nullptr ? nullptr : &offset, std::move(arguments));
}

void json_source::report_at(const finding_kind& kind, std::string pointer, std::size_t offset,
                            std::vector<std::string> arguments) {
  add(kind, std::move(pointer), &offset, std::move(arguments));
}

void json_source::wrong_type(const json_step& step, const json_token& found, std::string_view en, std::string_view fr) {
  const bilingual what = describe(found.what);
  report(json_wrong_type, step, found.at,
         {std::string(en), std::string(what.en), std::string(fr), std::string(what.fr)});
}

const char* json_source::start_of(json_value& value) { return value.raw_json_token().data(); }

json_token json_source::token(json_value& value, const json_step& step) {
  std::string_view raw = value.raw_json_token();
  json_token out{json_token::kind::invalid, {}, raw.data()};
  while (!raw.empty() && (raw.back() == ' ' || raw.back() == '\n' || raw.back() == '\r' || raw.back() == '\t'))
    raw.remove_suffix(1);
  if (raw.starts_with('{')) {
    out.what = json_token::kind::object;
  } else if (raw.starts_with('[')) {
    out.what = json_token::kind::array;
  } else if (raw.starts_with('"')) {
    if (check(value.get_string().get(out.text))) out.what = json_token::kind::string;
  } else if (raw == "true" || raw == "false") {
    out.what = json_token::kind::boolean;
    out.text = raw;
  } else if (raw == "null") {
    out.what = json_token::kind::null;
    out.text = raw;
  } else if (is_json_number(raw)) {
    out.what = json_token::kind::number;
    out.text = raw;
  } else {
    report(json_syntax, step, out.at, {"\"" + shortened(raw) + "\"", "« " + shortened(raw) + " »"});
    die(error_code::invalid_syntax);
  }
  return out;
}

namespace {

void copy_value(json_source& source, json_value& value, const json_step& step, json_writer* to) {
  const json_token found = source.token(value, step);
  if (source.is_dead()) return;
  switch (found.what) {
    case json_token::kind::object:
      if (to != nullptr) to->begin_object();
      source.for_each_member_of(value, step, [&](std::string_view key, const char*, json_value& content) {
        if (to != nullptr) to->key(key);
        copy_value(source, content, step.under(key), to);
      });
      if (to != nullptr) to->end_object();
      return;
    case json_token::kind::array:
      if (to != nullptr) to->begin_array();
      source.for_each_item_of(value, step, [&](std::size_t index, json_value& content) {
        copy_value(source, content, step.at(index), to);
      });
      if (to != nullptr) to->end_array();
      return;
    case json_token::kind::string:
      if (to != nullptr) to->string(found.text);
      return;
    default:
      if (to != nullptr) to->raw(found.text);
  }
}

}  // namespace

void json_source::pass_over(json_value& value, const json_step& step, std::string* kept) {
  if (kept == nullptr) return copy_value(*this, value, step, nullptr);
  json_writer to(*kept, json_layout::compact);
  copy_value(*this, value, step, &to);
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail

#endif
