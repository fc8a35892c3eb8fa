// Prints the Java sources that follow from the descriptions: a record a struct, an enum a choice, and the client.
//
//   esppadom_java_sources                the names of all files
//   esppadom_java_sources Delivery.java  one of them

#include <algorithm>
#include <array>
#include <cctype>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "native/operations.hpp"

namespace {

using java::layout_member;
using java::layout_type;
using java::occurrence;

constexpr std::string_view package = "org.esppadom";
constexpr std::string_view mark = "// Generated from the descriptions of the library by bindings/java; do not edit.\n";

// -- names ------------------------------------------------------------------------------------------------------------

std::string class_name(std::string_view snake) {
  std::string out;
  bool upper = true;
  for (const char c : snake) {
    if (c == '_') {
      upper = true;
    } else {
      out += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
      upper = false;
    }
  }
  return out;
}

std::string field_name(std::string_view snake) {
  constexpr std::array taken{"class", "default", "new", "package", "case", "final", "hashCode", "notify", "wait"};
  std::string out = class_name(snake);
  out[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(out[0])));
  if (std::find(taken.begin(), taken.end(), out) != taken.end()) out += "_";
  return out;
}

std::string constant_name(std::string_view word) {
  std::string out = std::isdigit(static_cast<unsigned char>(word[0])) ? "_" : "";
  for (const char c : word)
    out += std::isalnum(static_cast<unsigned char>(c)) ? static_cast<char>(std::toupper(static_cast<unsigned char>(c)))
                                                       : '_';
  return out;
}

// What only the client and the classes around it need.
bool is_internal(std::string_view type) {
  constexpr std::array names{
      "failure",       "library_request",    "library_info",    "read_request",    "message_item",
      "next_request",  "message_batch",      "state_request",   "reader_state",    "write_request",
      "chunk",         "finish_request",     "convert_request", "check_request",   "check_result",
      "field_request", "field_text",         "field_change",    "changed_message", "fields_request",
      "listed_fields", "explanation_result", "round_request",   "round_result",    "description_request"};
  return std::find(names.begin(), names.end(), type) != names.end();
}

// -- kinds of values --------------------------------------------------------------------------------------------------

/// How a value that has no record of its own stands in Java.
struct value_kind {
  std::string_view word;
  std::string_view type;   ///< in a record
  std::string_view boxed;  ///< in Optional and List
  std::string_view read;   ///< method of WireReader, WireWriter
  std::string_view empty;  ///< what a new record has
  bool may_be_null;        ///< not given, or none that can be read
};

constexpr std::array kinds{
    value_kind{"text", "String", "String", "text", "\"\"", false},
    value_kind{"bytes", "Bytes", "Bytes", "bytes", "Bytes.EMPTY", false},
    value_kind{"boolean", "boolean", "Boolean", "truth", "false", false},
    value_kind{"integer", "long", "Long", "integer", "0", false},
    value_kind{"decimal", "BigDecimal", "BigDecimal", "decimal", "BigDecimal.ZERO", false},
    value_kind{"money", "BigDecimal", "BigDecimal", "money", "Wire.NO_MONEY", true},
    value_kind{"unit_price", "BigDecimal", "BigDecimal", "unitPrice", "Wire.NO_MONEY", true},
    value_kind{"percentage", "BigDecimal", "BigDecimal", "percentage", "BigDecimal.ZERO", true},
    value_kind{"quantity", "BigDecimal", "BigDecimal", "quantity", "BigDecimal.ZERO", true},
    value_kind{"duration", "Duration", "Duration", "duration", "Duration.ZERO", true},
    value_kind{"exact_duration", "ExactSeconds", "ExactSeconds", "exactSeconds", "ExactSeconds.ZERO", false},
    value_kind{"date", "LocalDate", "LocalDate", "date", "null", true},
    value_kind{"month", "YearMonth", "YearMonth", "month", "null", true},
    value_kind{"time", "LocalDateTime", "LocalDateTime", "time", "null", true},
    value_kind{"identifier", "Identifier", "Identifier", "identifier", "Identifier.EMPTY", false},
    value_kind{"code", "Code", "Code", "code", "Code.EMPTY", false},
    value_kind{"measure", "Measure", "Measure", "measure", "Measure.EMPTY", false},
    value_kind{"amount", "Amount", "Amount", "amount", "Amount.EMPTY", false},
    value_kind{"price", "Price", "Price", "price", "Price.EMPTY", false}};

const value_kind* kind_of(std::string_view word) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.word == word; });
  return found == kinds.end() ? nullptr : found;
}

class sources {
 public:
  sources() : all_(java::whole_layout()) {}

  [[nodiscard]] const std::vector<layout_type>& types() const { return all_.types(); }
  [[nodiscard]] std::string hash() const { return java::layout_hash(all_); }

  [[nodiscard]] bool is_choice(std::string_view name) const {
    return std::any_of(types().begin(), types().end(),
                       [&](const auto& one) { return one.name == name && one.is_choice; });
  }

  [[nodiscard]] std::string boxed(const layout_member& one) const {
    const auto* kind = kind_of(one.type);
    return kind ? std::string(kind->boxed) : class_name(one.type);
  }
  [[nodiscard]] std::string type(const layout_member& one) const {
    if (one.times == occurrence::optional) return "Optional<" + boxed(one) + ">";
    if (one.times == occurrence::list) return "List<" + boxed(one) + ">";
    const auto* kind = kind_of(one.type);
    return kind ? std::string(kind->type) : class_name(one.type);
  }
  [[nodiscard]] std::string empty(const layout_member& one) const {
    if (one.times == occurrence::optional) return "Optional.empty()";
    if (one.times == occurrence::list) return "List.of()";
    if (!one.fallback.empty()) {
      if (one.type == "text") return "\"" + one.fallback + "\"";
      return is_choice(one.type) ? class_name(one.type) + "." + constant_name(one.fallback) : one.fallback;
    }
    const auto* kind = kind_of(one.type);
    return kind ? std::string(kind->empty) : class_name(one.type) + ".empty()";
  }

  void print_record(const layout_type& type) const;
  void print_choice(const layout_type& type) const;
  void print_client() const;

 private:
  [[nodiscard]] std::string reading(const layout_type& in, const layout_member& one) const;
  [[nodiscard]] std::string writing(const layout_type& in, const layout_member& one) const;
  void print_constructor(const layout_type& type) const;
  void print_withers(const layout_type& type) const;
  void print_border(const layout_type& type) const;

  java::layout all_;
};

std::vector<std::string> arguments(const layout_type& type) {
  std::vector<std::string> out;
  for (const auto& one : type.members)
    out.push_back(field_name(one.name));
  if (type.has_extras) out.emplace_back("extras");
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& one : words)
    out += (out.empty() ? "" : ", ") + one;
  return out;
}

// A time may be the second reading of the hour that is repeated in autumn; LocalDateTime cannot say so, so extras do.
std::string sources::reading(const layout_type& in, const layout_member& one) const {
  const auto* kind = kind_of(one.type);
  const std::string name = "\"" + field_name(one.name) + "\"";
  std::string read;
  if (one.type == "time" && in.has_extras) {
    read = "in.time(" + name + ", folds)";
  } else if (kind) {
    read = "in." + std::string(kind->read) + "()";
  } else {
    read = class_name(one.type) + ".read(in)";
  }
  if (one.times == occurrence::optional) return "in.optional() ? Optional.of(" + read + ") : Optional.empty()";
  if (one.times == occurrence::list) {
    return kind ? "in.list(WireReader::" + std::string(kind->read) + ")"
                : "in.list(" + class_name(one.type) + "::read)";
  }
  return read;
}

std::string sources::writing(const layout_type& in, const layout_member& one) const {
  const auto* kind = kind_of(one.type);
  const std::string name = field_name(one.name);
  const auto write = [&](const std::string& value) {
    if (!kind) return value + ".write(out)";
    const std::string fold = one.type == "time" && in.has_extras ? ", extras.isSecondReading(\"" + name + "\")" : "";
    const std::string where = kind->may_be_null ? ", \"" + name + "\"" : "";
    return "out." + std::string(kind->read) + "(" + value + where + fold + ")";
  };
  if (one.times == occurrence::optional) {
    return "if (out.optional(" + name + ")) " + write(name + ".get()") + ";";
  }
  if (one.times == occurrence::list) {
    return "out.count(" + name + ");\n    for (" + boxed(one) + " one : " + name + ") " + write("one") + ";";
  }
  return write(name) + ";";
}

std::string javadoc_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<') {
      out += "&lt;";
    } else if (text[i] == '&') {
      out += "&amp;";
    } else if (text[i] != '`') {
      out += text[i];
    }
  }
  return out;
}

void sources::print_record(const layout_type& type) const {
  const std::string name = class_name(type.name);
  const bool is_message = name == "Order" || name == "Delivery" || name == "Invoice";
  std::cout << mark << "package " << package << ";\n\nimport java.math.BigDecimal;\nimport java.time.Duration;\n"
            << "import java.time.LocalDate;\nimport java.time.LocalDateTime;\nimport java.time.YearMonth;\n"
            << "import java.util.List;\nimport java.util.Objects;\nimport java.util.Optional;\n\n/**\n * {@code "
            << type.name << "}\n *\n";
  for (const auto& one : type.members) {
    std::cout << " * @param " << field_name(one.name) << " " << javadoc_text(one.label);
    if (!one.standing.empty()) std::cout << " (" << one.standing << ")";
    const auto* kind = kind_of(one.type);
    if (kind && kind->may_be_null && one.times == occurrence::one) std::cout << "; null when there is none";
    std::cout << "\n";
  }
  if (type.has_extras) std::cout << " * @param extras ce que la description ne connaît pas, conservé à la réécriture\n";
  std::cout << " */\n" << (is_internal(type.name) ? "" : "public ") << "record " << name << "(";
  std::vector<std::string> components;
  for (const auto& one : type.members)
    components.push_back("\n    " + this->type(one) + " " + field_name(one.name));
  if (type.has_extras) components.emplace_back("\n    Extras extras");
  std::string separator;
  for (const auto& one : components) {
    std::cout << separator << one;
    separator = ",";
  }
  std::cout << ")" << (is_message ? " implements Message" : "") << " {\n";
  print_constructor(type);
  std::vector<std::string> nothing;
  for (const auto& one : type.members)
    nothing.push_back(empty(one));
  if (type.has_extras) nothing.emplace_back("Extras.NONE");
  std::cout << "\n  /** With nothing in it: to be filled with the {@code with} methods. */\n  public static " << name
            << " empty() {\n    return new " << name << "(" << joined(nothing) << ");\n  }\n";
  print_withers(type);
  print_border(type);
  std::cout << "}\n";
}

void sources::print_constructor(const layout_type& type) const {
  std::cout << "  /** Null is refused, but for what is said to have none; lists are copied. */\n  public "
            << class_name(type.name) << " {\n";
  for (const auto& one : type.members) {
    const std::string field = field_name(one.name);
    const auto* kind = kind_of(one.type);
    if (one.times == occurrence::list) {
      std::cout << "    " << field << " = List.copyOf(Objects.requireNonNull(" << field << ", \"" << field << "\"));\n";
      continue;
    }
    const bool primitive = one.times == occurrence::one && (one.type == "boolean" || one.type == "integer");
    const bool nullable = one.times == occurrence::one && kind && kind->may_be_null;
    if (!primitive && !nullable) std::cout << "    Objects.requireNonNull(" << field << ", \"" << field << "\");\n";
  }
  if (type.has_extras) std::cout << "    Objects.requireNonNull(extras, \"extras\");\n";
  std::cout << "  }\n";
}

void sources::print_withers(const layout_type& type) const {
  const std::string name = class_name(type.name);
  const auto names = arguments(type);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool of_extras = i == type.members.size();
    const std::string value_type = of_extras ? "Extras" : this->type(type.members[i]);
    const bool is_time = !of_extras && type.members[i].type == "time" && type.has_extras;
    const std::string method =
        "with" + std::string(1, static_cast<char>(std::toupper(names[i][0]))) + names[i].substr(1);
    auto values = names;
    if (is_time) values.back() = "extras.reading(\"" + names[i] + "\", false)";
    std::cout << "\n  /** The same with another value of {@link #" << names[i] << "}. */\n  public " << name << " "
              << method << "(" << value_type << " " << names[i] << ") {\n    return new " << name << "("
              << joined(values) << ");\n  }\n";
    if (!of_extras && type.members[i].times == occurrence::optional) {
      const auto* kind = kind_of(type.members[i].type);
      const std::string plain = kind ? std::string(kind->type) : class_name(type.members[i].type);
      std::cout << "\n  /** The same with a value of {@link #" << names[i] << "}. */\n  public " << name << " "
                << method << "(" << plain << " " << names[i] << ") {\n    return " << method << "(Optional.of("
                << names[i] << "));\n  }\n";
    }
    if (!is_time) continue;
    values.back() = "extras.reading(\"" + names[i] + "\", secondReading)";
    std::cout << "\n  /** The same with another {@link #" << names[i]
              << "}; {@code secondReading} tells the two readings of the repeated autumn hour apart. */\n  public "
              << name << " " << method << "(" << value_type << " " << names[i]
              << ", boolean secondReading) {\n    return new " << name << "(" << joined(values) << ");\n  }\n";
  }
}

void sources::print_border(const layout_type& type) const {
  const std::string name = class_name(type.name);
  const bool folds = type.has_extras && std::any_of(type.members.begin(), type.members.end(),
                                                    [](const auto& one) { return one.type == "time"; });
  std::cout << "\n  static " << name << " read(WireReader in) {\n";
  if (folds) std::cout << "    WireReader.Folds folds = new WireReader.Folds();\n";
  std::vector<std::string> names;
  for (const auto& one : type.members) {
    names.push_back(field_name(one.name) + "_");
    std::cout << "    " << this->type(one) << " " << names.back() << " = " << reading(type, one) << ";\n";
  }
  if (type.has_extras) names.emplace_back(folds ? "in.extras(folds)" : "in.extras(null)");
  std::cout << "    return new " << name << "(" << joined(names) << ");\n  }\n\n  void write(WireWriter out) {\n";
  for (const auto& one : type.members)
    std::cout << "    " << writing(type, one) << "\n";
  if (type.has_extras) std::cout << "    out.extras(extras);\n";
  std::cout << "  }\n";
}

void sources::print_choice(const layout_type& type) const {
  const std::string name = class_name(type.name);
  std::cout << mark << "package " << package << ";\n\n/** {@code " << type.name << "} */\npublic enum " << name
            << " {\n";
  std::string separator;
  for (const auto& one : type.choices) {
    std::cout << separator << "  /** {@code " << one << "} */\n  " << constant_name(one) << "(\"" << one << "\")";
    separator = ",\n";
  }
  std::cout << ";\n\n  private static final " << name << "[] ALL = values();\n\n  private final String text;\n\n  "
            << name << "(String text) {\n    this.text = text;\n  }\n\n"
            << "  /** As rule files, JSON and the command write it. */\n"
            << "  public String text() {\n    return text;\n  }\n\n  static " << name
            << " read(WireReader in) {\n    return in.choice(ALL);\n  }\n\n  void write(WireWriter out) {\n"
            << "    out.choice(ordinal());\n  }\n}\n";
}

void sources::print_client() const {
  std::cout
      << mark << "package " << package
      << ";\n\n/** The operations of the library, each with its request and its answer. */\nfinal class Operations {\n"
      << "  /** The layout of requests and answers that these classes were made for. */\n"
      << "  static final String LAYOUT = \"" << hash() << "\";\n\n  private Operations() {}\n";
  std::int32_t place = 0;
  const auto call = [&](const auto& one) {
    using function = std::remove_pointer_t<decltype(one.function)>;
    const auto request = class_name(esppadom::detail::struct_name<java::request_of<function>>());
    const auto answer = class_name(esppadom::detail::struct_name<java::answer_of<function>>());
    std::cout << "\n  static " << answer << " " << one.name << "(" << request << " request) {\n    return " << answer
              << ".read(Border.call(" << place++ << ", request::write));\n  }\n";
  };
  std::apply([&](const auto&... one) { (call(one), ...); }, java::calls);
  place = 0;
  const auto open = [&](const auto& one) {
    using function = std::remove_pointer_t<decltype(one.function)>;
    const auto request = class_name(esppadom::detail::struct_name<java::opened_by<function>>());
    std::cout << "\n  static Session open" << class_name(one.name) << "(" << request << " request) {\n"
              << "    return Border.open(" << place++ << ", request::write);\n  }\n";
  };
  std::apply([&](const auto&... one) { (open(one), ...); }, java::opens);
  place = 0;
  const auto next = [&](const auto& one) {
    using function = std::remove_pointer_t<decltype(one.function)>;
    const auto request = class_name(esppadom::detail::struct_name<java::request_of<function>>());
    const auto answer = class_name(esppadom::detail::struct_name<java::answer_of<function>>());
    std::cout << "\n  static " << answer << " " << one.name << "(Session session, " << request
              << " request) {\n    return " << answer << ".read(session.next(" << place++
              << ", request::write));\n  }\n";
  };
  std::apply([&](const auto&... one) { (next(one), ...); }, java::nexts);
  std::cout << "}\n";
}

}  // namespace

int main(int argc, char** argv) {
  const sources all;
  constexpr std::string_view client = "Operations.java";
  if (argc == 1) {
    for (const auto& type : all.types())
      std::cout << class_name(type.name) << ".java\n";
    std::cout << client << "\n";
    return 0;
  }
  const std::string_view wanted = argv[1];
  if (wanted == client) {
    all.print_client();
    return 0;
  }
  for (const auto& type : all.types()) {
    if (class_name(type.name) + ".java" != wanted) continue;
    type.is_choice ? all.print_choice(type) : all.print_record(type);
    return 0;
  }
  std::cerr << "usage: esppadom_java_sources [FILE]\n";
  return 2;
}
