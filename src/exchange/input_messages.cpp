// The messages of inputs, one after the other.

#include <algorithm>
#include <utility>

#include "esppadom/exchange/inputs.hpp"

namespace esppadom::inline ESPPADOM_ABI {

class input_messages::state {
 public:
  state(input_reader from, findings& found, read_options options, std::vector<message_kind> wanted)
      : from_(std::move(from)), found_(found), options_(std::move(options)), wanted_(std::move(wanted)) {}

  std::optional<any_message> next() {
    for (;;) {
      if (!reader_ && !open()) return std::nullopt;
      if (auto message = reader_->next()) {
        if (is_wanted(static_cast<message_kind>(message->index()))) return message;
        continue;
      }
      readable_ = readable_ && reader_->readable();
      head_ = reader_->head();
      reader_.reset();
    }
  }

  [[nodiscard]] const std::string& file() const { return options_.file; }
  [[nodiscard]] message_reader* reader() { return reader_ ? &*reader_ : nullptr; }
  [[nodiscard]] const envelope& head() const { return reader_ ? reader_->head() : head_; }
  [[nodiscard]] std::uint64_t documents() const { return documents_; }
  [[nodiscard]] bool readable() const { return readable_; }

 private:
  [[nodiscard]] bool is_wanted(message_kind kind) const {
    return wanted_.empty() || std::find(wanted_.begin(), wanted_.end(), kind) != wanted_.end();
  }

  bool open() {
    while (auto one = from_.next()) {
      if (one->kind && !is_wanted(*one->kind)) continue;
      options_.file = one->name;
      reader_.emplace(std::move(one->bytes), found_, options_);
      ++documents_;
      return true;
    }
    options_.file.clear();
    return false;
  }

  input_reader from_;
  findings& found_;
  read_options options_;
  std::vector<message_kind> wanted_;
  std::optional<message_reader> reader_;
  envelope head_;
  std::uint64_t documents_ = 0;
  bool readable_ = true;
};

input_messages::input_messages(input_reader from, findings& found, read_options options,
                               std::vector<message_kind> wanted)
    : state_(std::make_unique<state>(std::move(from), found, std::move(options), std::move(wanted))) {}
input_messages::~input_messages() = default;
input_messages::input_messages(input_messages&&) noexcept = default;
input_messages& input_messages::operator=(input_messages&&) noexcept = default;
std::optional<any_message> input_messages::next() { return state_->next(); }
const std::string& input_messages::file() const { return state_->file(); }
message_reader* input_messages::reader() { return state_->reader(); }
const envelope& input_messages::head() const { return state_->head(); }
std::uint64_t input_messages::documents() const { return state_->documents(); }
bool input_messages::readable() const { return state_->readable(); }

}  // namespace esppadom::inline ESPPADOM_ABI
