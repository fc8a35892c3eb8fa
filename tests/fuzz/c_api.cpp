// Random sequences of calls of the C interface: each byte chooses a function or an argument. Whatever the order, and
// with NULL for any argument, the answer is a status and never a crash; what was made can be freed. Handles are not
// used after they were freed: that is undefined, as with `free` itself.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "esppadom.h"

extern "C" {
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, void*);
  int (*get_next)(struct ArrowArrayStream*, void*);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};
}

namespace {

/// What the bytes of an input choose, until they end.
class choices {
 public:
  choices(const std::uint8_t* data, std::size_t size) : at_(data), end_(data + size) {}

  [[nodiscard]] bool over() const { return at_ == end_; }
  std::uint8_t byte() { return over() ? std::uint8_t{0} : *at_++; }
  bool rarely() { return byte() % 16 == 0; }

  /// A text: one of those that mean something somewhere, or the next bytes as they are.
  std::string text() {
    static const std::array<std::string, 24> known{
        "",
        "2026-10",
        "2026-13",
        "2026-10-31",
        "2026-11-10T00:00:00",
        "LOT-1",
        "hours_by_provider",
        "alerts",
        "correction_rates",
        "provider",
        "window",
        "visits",
        "shares",
        "lines[].billed_quantity",
        "lines[0].service.label",
        "delivery_id",
        "1.50",
        "-1",
        R"({"id":"b","rule_sets":[{"id":"b-1","version":1,"scope":{"level":"departement","departement":"99"}}]})",
        R"({"rule_set":{"id":"x","version":1,"scope":{"level":"departement"},"durations":{}}})",
        R"({"schema":"esppadom/ledger/1"})",
        "<CrossIndustryDespatchAdvice",
        "nearest",
        "B-1",
    };
    const auto which = byte();
    if (which < 240) return known[which % known.size()];
    std::string out;
    for (std::size_t rest = byte() % 32; rest > 0 && !over(); --rest)
      out += static_cast<char>(byte());
    return out;
  }

 private:
  const std::uint8_t* at_;
  const std::uint8_t* end_;
};

/// A kind of handle: those that were made and not yet freed.
template <class Handle>
class pool {
 public:
  explicit pool(void (*free)(Handle*)) : free_(free) {}
  pool(const pool&) = delete;
  pool& operator=(const pool&) = delete;
  ~pool() {
    for (auto* one : all_)
      free_(one);
  }

  Handle* any(choices& from) {
    if (all_.empty() || from.rarely()) return nullptr;
    return all_[from.byte() % all_.size()];
  }
  void keep(Handle* made) {
    if (made != nullptr) all_.push_back(made);
  }
  void free_one(choices& from) {
    if (all_.empty()) return free_(nullptr);
    const auto at = all_.begin() + from.byte() % static_cast<std::ptrdiff_t>(all_.size());
    free_(*at);
    all_.erase(at);
  }
  [[nodiscard]] bool full() const { return all_.size() > 8; }

 private:
  void (*free_)(Handle*);
  std::vector<Handle*> all_;
};

class session {
 public:
  explicit session(choices from) : from_(from) {}

  void run() {
    for (int calls = 0; calls < 64 && !from_.over(); ++calls)
      step();
  }

 private:
  // -- arguments: their bytes live until the next call

  esppadom_view view() {
    if (from_.rarely()) return {nullptr, 0};
    texts_.push_back(from_.text());
    return {texts_.back().data(), texts_.back().size()};
  }
  std::int32_t small() { return static_cast<std::int32_t>(from_.byte() % 6) - 1; }
  /// Sometimes that of an older program, whose struct is shorter.
  std::uint32_t size_of(std::size_t real) {
    return static_cast<std::uint32_t>(from_.rarely() ? from_.byte() % real : real);
  }
  esppadom_error** error() { return from_.rarely() ? nullptr : &error_; }
  esppadom_text* text() { return from_.rarely() ? nullptr : &text_; }
  template <class T>
  T* unless_rare(T* value) {
    return from_.rarely() ? nullptr : value;
  }

  void done() {
    for (const std::int32_t language : {0, 1, 7})
      static_cast<void>(esppadom_error_message(error_, language));
    static_cast<void>(esppadom_error_code(error_));
    esppadom_error_free(error_);
    error_ = nullptr;
    esppadom_text_free(&text_);
    texts_.clear();
  }

  template <class Handle, class Make>
  void make(pool<Handle>& of, Make&& call) {
    Handle* made = nullptr;
    call(from_.rarely() ? nullptr : &made);
    if (of.full()) of.free_one(from_);
    of.keep(made);
  }

  // -- calls

  void step() {
    texts_.reserve(64);
    switch (from_.byte() % 8) {
      case 0:
        make_something();
        break;
      case 1:
        free_something();
        break;
      case 2:
        edit_messages();
        break;
      case 3:
        read_and_write();
        break;
      case 4:
        fill_requests();
        break;
      case 5:
        bill();
        break;
      case 6:
        oversee();
        break;
      default:
        calculate();
        break;
    }
    done();
  }

  void make_something() {
    switch (from_.byte() % 7) {
      case 0:
        return make(messages_, [&](auto** to) { esppadom_message_new(small(), to, error()); });
      case 1:
        return make(findings_, [&](auto** to) { esppadom_findings_new(to, error()); });
      case 2:
        return make(requests_, [&](auto** to) { esppadom_request_new(to, error()); });
      case 3:
        return make(invoices_, [&](auto** to) { esppadom_invoices_new(to, error()); });
      case 4:
        return make(batches_, [&](auto** to) { esppadom_batch_new(to, error()); });
      case 5:
        return make(rules_, [&](auto** to) { esppadom_rules_load(view(), view(), findings_.any(from_), to, error()); });
      default:
        return make(messages_, [&](auto** to) { esppadom_message_copy(messages_.any(from_), to, error()); });
    }
  }

  void free_something() {
    switch (from_.byte() % 7) {
      case 0:
        return messages_.free_one(from_);
      case 1:
        return requests_.free_one(from_);
      case 2:
        return invoices_.free_one(from_);
      case 3:
        return batches_.free_one(from_);
      case 4:
        return rules_.free_one(from_);
      case 5:
        return bills_.free_one(from_);
      default:
        return statements_.free_one(from_);
    }
  }

  void edit_messages() {
    const std::array<std::uint64_t, 2> at{from_.byte(), from_.byte()};
    const esppadom_path path{view(), unless_rare(at.data()), std::uint64_t{from_.byte()} % 3};
    auto* message = messages_.any(from_);
    std::int32_t present = 0;
    std::uint64_t count = 0;
    switch (from_.byte() % 6) {
      case 0:
        esppadom_message_get(message, path, text(), unless_rare(&present), error());
        break;
      case 1:
        esppadom_message_set(message, path, view(), error());
        break;
      case 2:
        esppadom_message_clear(message, path, error());
        break;
      case 3:
        esppadom_message_count(message, path, unless_rare(&count), error());
        break;
      case 4:
        esppadom_message_check(message, findings_.any(from_), error());
        break;
      default:
        static_cast<void>(esppadom_message_equal(message, messages_.any(from_)));
        esppadom_message_write(message, small(), small(), text(), error());
        break;
    }
  }

  void read_and_write() {
    esppadom_findings* found = findings_.any(from_);
    esppadom_finding finding{};
    switch (from_.byte() % 4) {
      case 0: {
        const esppadom_read_options options{size_of(sizeof options), small(), from_.byte()};
        esppadom_reader* reader = nullptr;
        esppadom_reader_open_memory(view(), view(), unless_rare(&options), found, &reader, nullptr);
        make(messages_, [&](auto** to) { esppadom_reader_next(reader, to, error()); });
        esppadom_reader_free(reader);
        break;
      }
      case 1: {
        esppadom_writer* writer = nullptr;
        esppadom_writer_new(small(), small(), small(), nullptr, &writer, nullptr);
        esppadom_writer_add(writer, messages_.any(from_), error());
        esppadom_writer_finish(writer, nullptr, text(), nullptr);
        esppadom_writer_free(writer);
        break;
      }
      case 2:
        finding.struct_size = size_of(sizeof finding);
        esppadom_findings_at(found, from_.byte(), unless_rare(&finding), error());
        break;
      default:
        esppadom_findings_json(found, small(), text(), error());
        break;
    }
  }

  void fill_requests() {
    auto* request = requests_.any(from_);
    auto* found = findings_.any(from_);
    switch (from_.byte() % 6) {
      case 0:
        esppadom_request_add(request, messages_.any(from_), error());
        break;
      case 1:
        esppadom_request_set_rules(request, rules_.any(from_), error());
        break;
      case 2:
        esppadom_request_set_ledger(request, view(), view(), found, error());
        break;
      case 3:
        esppadom_request_set_circumstances(request, view(), view(), found, error());
        break;
      case 4:
        esppadom_invoices_add(invoices_.any(from_), messages_.any(from_), error());
        break;
      default:
        esppadom_batch_add(batches_.any(from_), messages_.any(from_), error());
        break;
    }
  }

  void bill() {
    auto* request = requests_.any(from_);
    auto* done = bills_.any(from_);
    const esppadom_view complete = view();
    esppadom_bill_options options{};
    options.struct_size = size_of(sizeof options);
    options.stage = small();
    options.month = from_.rarely() ? view() : esppadom_view_of("2026-10");
    options.as_of = from_.rarely() ? view() : esppadom_view_of("2026-11-10");
    options.issued_at = from_.rarely() ? view() : esppadom_view_of("2026-11-10T00:00:00");
    options.transaction_id = from_.rarely() ? view() : esppadom_view_of("LOT-1");
    options.complete_for = unless_rare(&complete);
    options.complete_for_size = from_.byte() % 2;
    const auto* given = unless_rare(&options);
    switch (from_.byte() % 6) {
      case 0:
        return make(bills_, [&](auto** to) { esppadom_bill_run(request, given, to, error()); });
      case 1:
        esppadom_explain(request, given, view(), view(), small(), small(), text(), error());
        break;
      case 2:
        esppadom_compare(request, given, rules_.any(from_), small(), text(), error());
        break;
      case 3:
        esppadom_bill_report(done, small(), text(), error());
        break;
      case 4:
        esppadom_bill_ledger(done, text(), error());
        break;
      default:
        esppadom_bill_json(done, small(), text(), error());
        make(messages_, [&](auto** to) { esppadom_bill_invoice(done, from_.byte(), to, nullptr); });
        break;
    }
  }

  void oversee() {
    auto* found = findings_.any(from_);
    const std::array<esppadom_view, 2> pair{view(), view()};
    switch (from_.byte() % 6) {
      case 0: {
        const esppadom_statistics_options options{size_of(sizeof options),
                                                  small(),
                                                  view(),
                                                  view(),
                                                  view(),
                                                  view(),
                                                  view(),
                                                  view(),
                                                  view(),
                                                  view(),
                                                  view(),
                                                  view(),
                                                  {}};
        esppadom_statistics(requests_.any(from_), unless_rare(&options), text(), error());
        break;
      }
      case 1: {
        const esppadom_reconcile_options options{
            size_of(sizeof options), small(), view(), view(), view(), view(), view(), view(), view()};
        esppadom_reconcile(requests_.any(from_), invoices_.any(from_), unless_rare(&options), text(), error());
        break;
      }
      case 2: {
        const esppadom_balance_options options{size_of(sizeof options), 0, view(), view(), view(), view()};
        esppadom_statements_trial_balance(view(), view(), unless_rare(&options), found, text(), error());
        break;
      }
      case 3: {
        const esppadom_service_fait_options options{
            size_of(sizeof options),        small(), view(), view(), view(), unless_rare(pair.data()),
            std::uint64_t{from_.byte()} % 3};
        make(statements_, [&](auto** to) {
          esppadom_statements_service_fait(view(), view(), unless_rare(&options), found, to, error());
        });
        break;
      }
      case 4: {
        std::int32_t good = 0;
        esppadom_statements_verify(unless_rare(pair.data()), std::uint64_t{from_.byte()} % 3, view(), found,
                                   unless_rare(&good), error());
        break;
      }
      default:
        esppadom_diff(batches_.any(from_), batches_.any(from_), small(), small(), text(), error());
        break;
    }
  }

  void calculate() {
    std::array<std::int64_t, 3> seconds{from_.byte(), -std::int64_t{from_.byte()}, std::int64_t{from_.byte()} << 54};
    switch (from_.byte() % 5) {
      case 0: {
        const esppadom_rounding how{size_of(sizeof how), 0, seconds[0], from_.byte(), view(), view()};
        esppadom_round_durations(unless_rare(&how), unless_rare(seconds.data()), 3, error());
        break;
      }
      case 1: {
        const esppadom_split_funder funder{view(), view(), seconds[1]};
        const esppadom_split_query query{size_of(sizeof query),
                                         small(),
                                         small(),
                                         0,
                                         seconds[from_.byte() % 3],
                                         view(),
                                         unless_rare(&funder),
                                         std::uint64_t{from_.byte()} % 2};
        esppadom_split(unless_rare(&query), text(), error());
        break;
      }
      case 2: {
        const esppadom_rule_query whom{size_of(sizeof whom), 0, view(), view(), view(), view(), view(), view()};
        esppadom_smooth(rules_.any(from_), unless_rare(&whom), unless_rare(seconds.data()), unless_rare(seconds.data()),
                        std::uint64_t{from_.byte()} % 4, text(), error());
        break;
      }
      case 3: {
        const esppadom_rate_options options{size_of(sizeof options), small(), view(), view(), view()};
        esppadom_correction_rate(requests_.any(from_), unless_rare(&options), text(), error());
        break;
      }
      default: {
        const auto path = view();
        const esppadom_columns_options options{size_of(sizeof options), small(), view(), from_.byte()};
        ArrowArrayStream stream{};
        esppadom_columns_open(unless_rare(&path), 1, unless_rare(&options), nullptr, unless_rare(&stream), error());
        if (stream.release != nullptr && from_.byte() % 2 == 0)
          esppadom_request_add_columns(requests_.any(from_), &stream, error());
        if (stream.release != nullptr) stream.release(&stream);
        break;
      }
    }
  }

  choices from_;
  std::vector<std::string> texts_;
  esppadom_error* error_ = nullptr;
  esppadom_text text_{nullptr, 0};
  pool<esppadom_message> messages_{esppadom_message_free};
  pool<esppadom_findings> findings_{esppadom_findings_free};
  pool<esppadom_rules> rules_{esppadom_rules_free};
  pool<esppadom_request> requests_{esppadom_request_free};
  pool<esppadom_bill> bills_{esppadom_bill_free};
  pool<esppadom_invoices> invoices_{esppadom_invoices_free};
  pool<esppadom_statements> statements_{esppadom_statements_free};
  pool<esppadom_batch> batches_{esppadom_batch_free};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  session(choices(data, size)).run();
  return 0;
}
