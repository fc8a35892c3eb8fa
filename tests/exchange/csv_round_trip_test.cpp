// What is written as CSV comes back: typed messages of all kinds with mappings of our own, and every shipped mapping
// that goes both ways with whatever its columns can hold.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/csv_mapping.hpp"
#include "esppadom/exchange/json.hpp"
#include "esppadom/message/quantity.hpp"
#include "exchange/csv_plan.hpp"
#include "varied.hpp"

namespace {

using namespace esppadom;
using namespace esppadom_tests;

std::string told(const findings& found) {
  std::string out;
  for (const auto& one : found.items())
    out += std::to_string(one.line) + ":" + std::to_string(one.column) + " " + message(one, language::english) + "\n";
  return out;
}

csv_mapping loaded(std::string_view json) {
  findings found;
  const auto mapping = load_csv_mapping(json, found);
  EXPECT_TRUE(mapping) << told(found);
  return mapping.value_or(csv_mapping());
}

/// The files of a mapping, each as text.
template <class Message>
std::vector<std::string> exported(const csv_mapping& mapping, const std::vector<Message>& messages, findings& found) {
  std::vector<std::string> out(mapping.files().size());
  std::vector<byte_sink> sinks;
  for (std::string& text : out) {
    sinks.push_back({[&text](std::string_view part) {
      text += part;
      return error_code::success;
    }});
  }
  csv_exporter exporter(mapping, std::move(sinks), found);
  for (const auto& one : messages)
    EXPECT_EQ(exporter.add(one), error_code::success);
  EXPECT_EQ(exporter.finish(), error_code::success);
  return out;
}

template <class Message>
std::vector<Message> imported(const csv_mapping& mapping, const std::vector<std::string>& texts, findings& found) {
  std::vector<byte_source> sources;
  for (const std::string& text : texts)
    sources.push_back(bytes_of(text));
  std::vector<Message> out;
  csv_importer importer(mapping, std::move(sources), found);
  Message one;
  while (importer.next(one))
    out.push_back(one);
  return out;
}

template <class Message>
void expect_round_trip(const csv_mapping& mapping, const std::vector<Message>& messages) {
  findings found;
  const auto texts = exported(mapping, messages, found);
  const auto back = imported<Message>(mapping, texts, found);
  ASSERT_TRUE(found.empty()) << told(found) << texts.front();
  ASSERT_EQ(back.size(), messages.size()) << texts.front();
  for (std::size_t i = 0; i < messages.size(); ++i)
    ASSERT_TRUE(back[i] == messages[i]) << write_json(messages[i]) << "\n" << write_json(back[i]) << texts.front();
}

local_time some_time(random_bits& random) { return local_time{pick(random, 1'300'000'000, 2'000'000'000), 0}; }
bool coin(random_bits& random) { return pick(random, 0, 1) == 1; }
party some_party(random_bits& random) {
  party out;
  out.ids = {{some_text(random), {}, {}}};
  return out;
}
measure some_hours(random_bits& random) {
  return measure_of(duration::of_minutes(pick(random, 0, 6000))).value_or(measure());
}

// -- ORDER ------------------------------------------------------------------------------------------------------------

constexpr std::string_view order_mapping = R"({"mapping": "orders", "about": "a", "message": "order",
  "tables": {"natures": {"entries": {"9": "initiale", "4": "modifiée", "1": "annulée"}}},
  "files": [{"name": "orders.csv", "separator": "tab", "quoting": "all", "line_end": "lf", "decimal_mark": ",",
    "guard_formulas": true, "rows": "line", "key": ["n°"], "times": "d/M/yyyy H:mm:ss", "columns": [
    {"name": "version", "path": "message_version"}, {"name": "lot", "path": "transaction_id"},
    {"name": "n°", "path": "order_id"}, {"name": "émise", "path": "issued_at"},
    {"name": "nature", "path": "purpose_code", "table": "natures"},
    {"name": "remarques", "path": "notes[].text", "join": " | "},
    {"name": "du", "path": "validity_period.start", "format": "yyyyMMdd"},
    {"name": "à", "path": "validity_period.start", "format": "HHmmss"},
    {"name": "jusqu'au", "path": "validity_period.end"},
    {"name": "prestataire", "path": "provider.id"}, {"name": "donneur d'ordre", "path": "ordering_party.id"},
    {"name": "plan", "path": "plan.id"}, {"name": "usager", "path": "beneficiary.id"},
    {"name": "naissance", "path": "beneficiary.birth_date", "format": "dd.MM.yyyy"},
    {"name": "devise", "path": "currency"}, {"name": "payeur", "path": "payer.id"},
    {"name": "ligne", "path": "lines[].order_line_id"}, {"name": "tarif", "path": "lines[].tariff"},
    {"name": "prix", "path": "lines[].provider_rate"}, {"name": "référence", "path": "lines[].tariff_reference"},
    {"name": "heures", "path": "lines[].requested_seconds", "unit": "h:mm"},
    {"name": "cadre", "path": "lines[].care_mode"}, {"name": "prestation", "path": "lines[].service.code"},
    {"name": "aide", "path": "lines[].service.aid_type"}, {"name": "libellé", "path": "lines[].service.label"}]}]})";

// Each text differs from the others of its kind, and has no blanks at its ends where readers take them away.
order some_order(random_bits& random, int number) {
  order out;
  out.message_version = "1.4";
  out.transaction_id = some_text(random);
  out.order_id = "C" + std::to_string(number);
  out.issued_at = some_time(random);
  const char* purposes[] = {"9", "4", "1"};
  if (coin(random)) out.purpose_code = code{purposes[pick(random, 0, 2)], {}, {}};
  for (std::int64_t i = pick(random, 0, 3); i > 0; --i)
    out.notes.push_back({some_text(random), {}});
  out.validity_period.start = some_time(random);
  if (coin(random)) out.validity_period.end = some_time(random);
  out.provider = some_party(random);
  out.ordering_party = some_party(random);
  if (coin(random)) out.plan.emplace().id = some_text(random);
  out.beneficiary = some_party(random);
  if (coin(random)) out.beneficiary.birth_date = local_date{static_cast<std::int32_t>(pick(random, -20'000, 20'000))};
  if (coin(random)) out.currency = code{"EUR", {}, {}};
  if (coin(random)) out.payer = some_party(random);
  out.lines.resize(static_cast<std::size_t>(pick(random, 1, 4)));
  for (auto& line : out.lines) {
    line.order_line_id = some_text(random);
    if (coin(random)) line.tariff = price{unit_price::from_e6(pick(random, 0, 99'999'999)), {}};
    if (coin(random)) line.provider_rate = price{unit_price::from_e6(pick(random, 0, 99'999'999)), {}};
    if (coin(random)) line.tariff_reference = some_text(random);
    if (coin(random)) line.requested_quantity = some_hours(random);
    if (coin(random)) line.care_mode = code{"PRE", "ESPPADOM_CADRE", "EDESS"};
    line.service.codes = {{some_text(random), {}, {}}, {"APA", "ESPPADOM_TYPE_AIDE", "EDESS"}};
    if (coin(random)) line.service.label = some_text(random);
  }
  return out;
}

TEST(csv_round_trip, orders_come_back_as_they_were) {
  const auto mapping = loaded(order_mapping);
  random_bits random(21);
  for (int round = 0; round < 60; ++round)
    expect_round_trip<order>(mapping, {some_order(random, 1), some_order(random, 2), some_order(random, 3)});
}

// -- INVOICE ----------------------------------------------------------------------------------------------------------

constexpr std::string_view invoice_mapping = R"({"mapping": "invoices", "about": "a", "message": "invoice", "files": [
  {"name": "invoices.csv", "separator": ",", "byte_order_mark": true, "rows": "share",
   "key": ["id"], "line_key": ["line"], "columns": [
    {"name": "id", "path": "invoice_id"}, {"name": "version", "path": "message_version"},
    {"name": "total", "path": "grand_total", "is_signed": true}, {"name": "due", "path": "due_payable", "is_signed": true},
    {"name": "prepaid", "path": "prepaid_total", "is_signed": true},
    {"name": "type", "path": "type_code"}, {"name": "nature", "path": "subtype_code"},
    {"name": "issued", "path": "issued_at"}, {"name": "provider", "path": "provider.id"},
    {"name": "ordered by", "path": "ordering_party.id"}, {"name": "order", "path": "order_ref.order_id"},
    {"name": "currency", "path": "currency"}, {"name": "reason", "path": "credit_reason"},
    {"name": "from", "path": "billing_period.start"}, {"name": "to", "path": "billing_period.end"},
    {"name": "corrected", "path": "corrected_invoice.invoice_id"},
    {"name": "line", "path": "lines[].line_id"}, {"name": "tariff", "path": "lines[].tariff"},
    {"name": "hours", "path": "lines[].billed_quantity", "is_signed": true},
    {"name": "unit", "path": "lines[].billed_quantity.unit_code"},
    {"name": "user", "path": "lines[].beneficiary.id"}, {"name": "rate", "path": "lines[].tax.rate"},
    {"name": "share", "path": "lines[].funder_share", "is_signed": true},
    {"name": "visits", "path": "lines[].delivery_refs[0].delivery_id"},
    {"name": "service", "path": "lines[].service.code"},
    {"name": "charge", "path": "lines[].amounts[].is_charge"}, {"name": "why", "path": "lines[].amounts[].reason_code"},
    {"name": "amount", "path": "lines[].amounts[].amount", "is_signed": true},
    {"name": "percent", "path": "lines[].amounts[].percent"}]}]})";

amount some_amount(random_bits& random) { return {money::from_cents(pick(random, -1'000'000, 1'000'000)), {}}; }

invoice some_invoice(random_bits& random, int number) {
  invoice out;
  out.invoice_id = "F" + std::to_string(number);
  out.message_version = "1.4";
  out.grand_total = some_amount(random);
  out.due_payable = some_amount(random);
  if (coin(random)) out.prepaid_total = some_amount(random);
  out.type_code = {coin(random) ? "381" : "380", {}, {}};
  if (coin(random)) out.subtype_code = code{some_text(random), {}, {}};
  out.issued_at = some_time(random);
  out.provider = some_party(random);
  out.ordering_party = some_party(random);
  if (coin(random)) out.order_ref.emplace().order_id = some_text(random);
  out.currency = {"EUR", {}, {}};
  if (coin(random)) out.credit_reason = some_text(random);
  out.billing_period.start = some_time(random);
  out.billing_period.end = some_time(random);
  if (coin(random)) out.corrected_invoice.emplace().invoice_id = some_text(random);
  out.lines.resize(static_cast<std::size_t>(pick(random, 1, 3)));
  int line_number = 0;
  for (auto& line : out.lines) {
    line.line_id = std::to_string(++line_number);
    line.tariff = {unit_price::from_e6(pick(random, 0, 99'999'999)), {}};
    line.billed_quantity = {{pick(random, 0, 100'000), static_cast<std::uint8_t>(pick(random, 0, 4))}, "HUR"};
    if (coin(random)) line.beneficiary = some_party(random);
    if (coin(random)) line.tax.emplace().rate = percentage::from_e4(pick(random, 0, 1'000'000));
    line.funder_share = some_amount(random);
    if (coin(random)) line.delivery_refs = {{some_text(random), {}, {}}};
    line.service.codes = {{some_text(random), {}, {}}};
    line.amounts.resize(static_cast<std::size_t>(pick(random, 1, 3)));
    for (auto& one : line.amounts) {
      one.is_charge = coin(random);
      one.reason_code = {some_text(random), {}, {}};
      if (coin(random)) one.amount = some_amount(random);
      if (coin(random)) one.percent = percentage::from_e4(pick(random, 0, 1'000'000));
    }
  }
  return out;
}

TEST(csv_round_trip, invoices_come_back_as_they_were_and_credit_notes_with_their_sign) {
  const auto mapping = loaded(invoice_mapping);
  random_bits random(22);
  for (int round = 0; round < 60; ++round)
    expect_round_trip<invoice>(mapping, {some_invoice(random, 1), some_invoice(random, 2), some_invoice(random, 3)});
}

TEST(csv_round_trip, a_credit_note_is_negative_in_its_table_only) {
  const auto mapping = loaded(R"({"mapping": "m", "about": "a", "message": "invoice", "files": [{"name": "x.csv",
    "columns": [{"name": "id", "path": "invoice_id"}, {"name": "total", "path": "grand_total", "is_signed": true},
                {"name": "type", "path": "type_code"}]}]})");
  findings found;
  const auto back = imported<invoice>(mapping, {"id;total;type\nF1;-12.30;381\nF2;12.30;380\nF3;4.00;381\n"}, found);
  ASSERT_EQ(back.size(), 3U) << told(found);
  EXPECT_EQ(back[0].grand_total.value, money::from_cents(1230));
  EXPECT_EQ(back[1].grand_total.value, money::from_cents(1230));
  EXPECT_EQ(back[2].grand_total.value, money::from_cents(-400));
}

// -- every shipped mapping that goes both ways ------------------------------------------------------------------------

/// A value a column can hold, as it comes out of its cell: a table, a format or a unit may hold less than the field.
std::string some_cell(const detail::plan_column& column, random_bits& random) {
  if (column.table != nullptr) {
    auto at = column.table->to_value.begin();
    std::advance(at, pick(random, 0, static_cast<std::int64_t>(column.table->to_value.size()) - 1));
    return at->first;
  }
  field_value value;
  switch (column.format.type) {
    case field_type::text:
      value = some_text(random);
      break;
    case field_type::date:
      value = local_date{static_cast<std::int32_t>(pick(random, 15'000, 25'000))};
      break;
    case field_type::time:
      value = some_time(random);
      break;
    case field_type::seconds:
      value = exact_duration(duration::of_minutes(pick(random, 0, 6000)));
      break;
    case field_type::integer:
      value = pick(random, 0, 1000);
      break;
    default:
      ADD_FAILURE() << "a type no shipped mapping had so far: " << column.name;
  }
  return write_cell(value, column.format).value_or(std::string());
}

/// Rows of a file: what belongs to the whole message is the same in its rows, and keys differ between messages.
class made_rows {
 public:
  made_rows(const detail::csv_plan& plan, random_bits& random) : plan_(plan), random_(random) {}

  std::vector<std::string> files() {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < plan_.files.size(); ++i)
      out.push_back(file(plan_.files[i], i));
    return out;
  }

 private:
  using cells = std::vector<std::string>;

  std::string file(const detail::plan_file& file, std::size_t number) {
    std::string out;
    csv_writer writer({[&out](std::string_view part) {
                        out += part;
                        return error_code::success;
                      }},
                      file.dialect);
    cells titles;
    for (const auto& column : file.columns()) {
      if (column.written()) titles.push_back(column.name);
    }
    static_cast<void>(writer.write(titles));
    for (const cells& row : number == 0 ? first_rows(file) : partner_rows(file))
      static_cast<void>(writer.write(row));
    static_cast<void>(writer.flush());
    return out;
  }

  std::vector<cells> first_rows(const detail::plan_file& file) {
    std::vector<cells> out;
    const bool lists = plan_.subject == field_subject::circumstances;
    for (int message = 0; message < 4; ++message) {
      const std::int64_t rows = lists || file.levels.empty() ? 1 : pick(random_, 1, 3);
      cells whole;
      for (std::int64_t row = 0; row < rows; ++row) {
        cells made;
        for (std::size_t i = 0; i < file.columns().size(); ++i) {
          const auto& column = file.columns()[i];
          if (!column.written()) continue;
          const bool of_message = !lists && column.path.open_indexes() == 0 && row > 0;
          made.push_back(of_message ? whole[i] : cell(column, message));
        }
        if (row == 0) whole = made;
        out.push_back(std::move(made));
      }
    }
    for (const auto& link : plan_.files.size() > 1 ? plan_.files[1].links : std::vector<detail::plan_link>()) {
      for (const cells& row : out)
        linked_.insert(row[link.of]);
    }
    return out;
  }

  std::vector<cells> partner_rows(const detail::plan_file& file) {
    std::vector<cells> out;
    if (plan_.subject == field_subject::circumstances) return first_rows(file);
    for (const std::string& key : linked_) {  // sorted, as grouped rows are written
      cells made;
      for (std::size_t i = 0; i < file.columns().size(); ++i) {
        if (file.columns()[i].written())
          made.push_back(i == file.links.front().column ? key : cell(file.columns()[i], 0));
      }
      out.push_back(std::move(made));
    }
    return out;
  }

  std::string cell(const detail::plan_column& column, int message) {
    if (column.source != detail::column_source::field || !column.is_read()) return {};
    if (column.path.text() == "delivery_id") return "V" + std::to_string(message);
    if (column.path.text().ends_with(".reason") && !column.when_empty.empty()) return column.when_empty;
    if (column.path.text() == "correction_code" || column.path.text() == "correction") return "COD";
    return some_cell(column, random_);
  }

  const detail::csv_plan& plan_;
  random_bits& random_;
  std::set<std::string> linked_;
};

// Derived columns are not read: they are taken out of the comparison by writing twice.
template <class Message>
void expect_shipped_round_trip(const csv_mapping& mapping, const std::vector<std::string>& files) {
  findings found;
  const auto first = imported<Message>(mapping, files, found);
  ASSERT_TRUE(found.empty()) << told(found) << files.front();
  ASSERT_FALSE(first.empty());
  const auto texts = exported(mapping, first, found);
  const auto second = imported<Message>(mapping, texts, found);
  ASSERT_TRUE(found.empty()) << told(found) << texts.front();
  ASSERT_EQ(second.size(), first.size());
  for (std::size_t i = 0; i < first.size(); ++i)
    ASSERT_EQ(write_json(second[i]), write_json(first[i])) << files.front() << texts.front();
  EXPECT_EQ(exported(mapping, second, found), texts);
  // What was read is what stood there: every cell a column reads comes out as it was.
  for (std::size_t file = 0; file < files.size(); ++file) {
    findings unheard;
    const auto& plan = mapping.plan()->files[file];
    csv_reader made(bytes_of(files[file]), unheard, plan.dialect);
    csv_reader written(bytes_of(texts[file]), unheard, plan.dialect);
    while (made.next()) {
      ASSERT_TRUE(written.next());
      std::size_t at = 0;
      for (const auto& column : plan.columns()) {
        if (!column.written()) continue;
        if (column.is_read()) {
          ASSERT_EQ(made.fields()[at], written.fields()[at]) << column.name << "\n" << files[file] << texts[file];
        }
        ++at;
      }
    }
    EXPECT_FALSE(written.next());
  }
}

TEST(csv_round_trip, every_shipped_mapping_that_goes_both_ways_loses_nothing) {
  random_bits random(23);
  std::set<std::string> both_ways;
  for (const auto name : shipped_csv_mappings()) {
    findings found;
    csv_mapping_options options;
    options.parameters = {{"night_from", "21:00"}, {"night_to", "06:00"}};
    if (name != "payroll-hours") options.parameters.clear();
    const auto mapping = load_csv_mapping(shipped_csv_mapping(name), found, options);
    ASSERT_TRUE(mapping) << name;
    if (!mapping->can_read()) continue;
    both_ways.insert(std::string(name));
    for (int round = 0; round < 30; ++round) {
      SCOPED_TRACE(name);
      const auto files = made_rows(*mapping->plan(), random).files();
      if (mapping->subject() == field_subject::circumstances) {
        expect_shipped_round_trip<circumstances>(*mapping, files);
      } else {
        ASSERT_EQ(mapping->subject(), field_subject::delivery) << "a kind no shipped mapping reads so far";
        expect_shipped_round_trip<delivery>(*mapping, files);
      }
      if (testing::Test::HasFatalFailure()) return;
    }
  }
  EXPECT_EQ(both_ways, (std::set<std::string>{"absences", "casvp-service-done", "planned-schedule", "visits",
                                              "visits-and-users"}));
}

}  // namespace
