// Checks a DELIVERY file, then reads it message by message. Run from the root of the tree, or name a file:
//   build/release/bin/example_read_and_check [FILE]

#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "esppadom/exchange/validate.hpp"
#include "esppadom/exchange/xml.hpp"

namespace {

using namespace esppadom;

void check(const std::filesystem::path& file) {
  // [validate]
  const std::vector<std::filesystem::path> paths{file};
  const validation checked = validate(paths);
  for (const validated_file& each : checked.files)
    std::cout << each.file << ": " << each.messages << " messages, version " << each.version.value_or("?") << "\n";
  for (const finding& each : checked.found.items()) {
    std::cout << each.line << ":" << each.column << " " << each.code() << " " << message(each, language::english)
              << "\n";
  }
  std::cout << checked.found.count(severity::error) << " errors, " << checked.found.count(severity::warning)
            << " warnings\n";
  // [validate end]
}

void read(const std::filesystem::path& file) {
  // [read]
  findings found;
  message_reader reader(bytes_of_file(file).value(), found);
  std::map<std::string, int> codes;
  delivery visit;
  while (reader.next(visit))
    ++codes[std::string(visit.correction())];
  for (const auto& [code, count] : codes)
    std::cout << (code.empty() ? "none" : code) << " " << count << "\n";
  // [read end]
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path file = argc > 1 ? argv[1] : "tests/data/samples/delivery-72.xml";
  check(file);
  read(file);
}
