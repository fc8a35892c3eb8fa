// The columns of messages, described once: name, type, unit, French label, and where the value comes from.

#include "esppadom/exchange/columns.hpp"

#include <array>
#include <utility>

#include "esppadom/message/quantity.hpp"
#include "exchange/column_builder.hpp"

namespace esppadom::inline ESPPADOM_ABI {

using namespace detail;

namespace {

// -- what a row is made of --------------------------------------------------------------------------------------------

/// What of a message a row is; null where the table has no such thing.
struct row {
  const delivery* visit = nullptr;
  const delivery_line* line = nullptr;
  const stamp* side = nullptr;
  bool arrival = false;
  const invoice* bill = nullptr;
  const invoice_line* share = nullptr;
};

struct column {
  column_info about;
  void (*fill)(const row& of, column_builder& to);
};

// The time between two clock readings as it passes.
std::optional<std::int64_t> passed(const std::optional<local_time>& from, const std::optional<local_time>& to) {
  if (!from || !to) return std::nullopt;
  const auto begin = paris::to_instant(*from);
  const auto end = paris::to_instant(*to);
  if (!begin || !end) return std::nullopt;
  return end->unix_seconds - begin->unix_seconds;
}

std::optional<std::int64_t> seconds_of(const measure& quantity) {
  const auto time = time_of(quantity);
  if (!time) return std::nullopt;
  const auto whole = time->round_seconds(rounding_mode::half_up);
  return whole ? std::optional(whole->seconds) : std::nullopt;
}

std::optional<std::int64_t> billed_seconds(const delivery& message) {
  std::int64_t sum = 0;
  for (const auto& line : message.lines) {
    const auto one = seconds_of(line.billed_quantity);
    if (!one || checked_add(sum, *one, sum)) return std::nullopt;
  }
  return message.lines.empty() ? std::nullopt : std::optional(sum);
}

std::string_view caregiver_of(const delivery& message) {
  const auto* who = caregiver(message.provider);
  return who != nullptr && who->id ? std::string_view(who->id->value) : std::string_view();
}

std::string_view order_of(const delivery& message) {
  for (const auto& each : message.order_refs) {
    if (each.order_id && !each.order_id->empty()) return *each.order_id;
  }
  return {};
}

std::string_view issuer_of(const delivery& message) {
  for (const auto& each : message.order_refs) {
    if (each.issuer && !each.issuer->id().empty()) return each.issuer->id();
  }
  return {};
}

const delivery_line* first_line(const delivery& message) {
  return message.lines.empty() ? nullptr : &message.lines.front();
}

std::optional<local_time> start_of(const delivery& message) { return message.retained_period.start; }
std::optional<local_time> end_of(const delivery& message) { return message.retained_period.end; }
std::optional<local_time> planned_start(const delivery& message) {
  return message.planned_period ? message.planned_period->start : std::nullopt;
}
std::optional<local_time> planned_end(const delivery& message) {
  return message.planned_period ? message.planned_period->end : std::nullopt;
}
std::optional<local_time> arrival_of(const delivery& message) {
  if (!message.stamps || !message.stamps->arrival) return std::nullopt;
  return message.stamps->arrival->certified_at;
}
std::optional<local_time> departure_of(const delivery& message) {
  if (!message.stamps || !message.stamps->departure) return std::nullopt;
  return message.stamps->departure->certified_at;
}

// -- the tables -------------------------------------------------------------------------------------------------------

using type = column_type;

constexpr column delivery_id{{"delivery_id", type::text, "", "n° d'intervention"},
                             [](const row& of, column_builder& to) { to.text(of.visit->delivery_id); }};
constexpr column provider{{"provider", type::category, "", "prestataire (SAAD)"},
                          [](const row& of, column_builder& to) { to.text(of.visit->provider.id()); }};
constexpr column beneficiary{{"beneficiary", type::category, "", "bénéficiaire"},
                             [](const row& of, column_builder& to) { to.text(of.visit->beneficiary.id()); }};
constexpr column caregiver_id{{"caregiver", type::category, "", "intervenant"},
                              [](const row& of, column_builder& to) { to.text(caregiver_of(*of.visit)); }};
constexpr column correction_code{{"correction_code", type::category, "", "motif de correction"},
                                 [](const row& of, column_builder& to) { to.text(of.visit->correction()); }};
constexpr column issued_at{{"issued_at", type::time, "", "date d'émission"},
                           [](const row& of, column_builder& to) { to.time(of.visit->issued_at); }};
constexpr column retained_start{{"retained_start", type::time, "", "début retenu"},
                                [](const row& of, column_builder& to) { to.time(start_of(*of.visit)); }};
constexpr column retained_end{{"retained_end", type::time, "", "fin retenue"},
                              [](const row& of, column_builder& to) { to.time(end_of(*of.visit)); }};

constexpr column visit_columns[] = {
    delivery_id,
    provider,
    beneficiary,
    caregiver_id,
    {{"issuer", type::category, "", "donneur d'ordre / tiers payeur"},
     [](const row& of, column_builder& to) { to.text(issuer_of(*of.visit)); }},
    {{"order_id", type::category, "", "n° de commande"},
     [](const row& of, column_builder& to) { to.text(order_of(*of.visit)); }},
    {{"order_line_id", type::category, "", "n° de ligne de commande, de la première ligne"},
     [](const row& of, column_builder& to) {
       const auto* line = first_line(*of.visit);
       to.text(line != nullptr ? line->order_line_id : std::nullopt);
     }},
    {{"service", type::category, "", "code de prestation, de la première ligne"},
     [](const row& of, column_builder& to) {
       const auto* line = first_line(*of.visit);
       to.text(line != nullptr ? line->service.code() : std::string_view());
     }},
    {{"aid_type", type::category, "", "type d'aide, de la première ligne"},
     [](const row& of, column_builder& to) {
       const auto* line = first_line(*of.visit);
       to.text(line != nullptr ? line->service.aid_type() : std::string_view());
     }},
    correction_code,
    {{"is_deleted", type::boolean, "", "suppression de l'intervention (SUP)"},
     [](const row& of, column_builder& to) { to.flag(of.visit->is_deleted()); }},
    {{"is_planned", type::boolean, "", "envoyé avant l'intervention"},
     [](const row& of, column_builder& to) { to.flag(of.visit->is_planned()); }},
    issued_at,
    retained_start,
    retained_end,
    {{"retained_seconds", type::seconds, "s", "durée retenue"},
     [](const row& of, column_builder& to) { to.number(passed(start_of(*of.visit), end_of(*of.visit))); }},
    {{"planned_start", type::time, "", "début planifié"},
     [](const row& of, column_builder& to) { to.time(planned_start(*of.visit)); }},
    {{"planned_end", type::time, "", "fin planifiée"},
     [](const row& of, column_builder& to) { to.time(planned_end(*of.visit)); }},
    {{"planned_seconds", type::seconds, "s", "durée planifiée"},
     [](const row& of, column_builder& to) { to.number(passed(planned_start(*of.visit), planned_end(*of.visit))); }},
    {{"arrival", type::time, "", "arrivée certifiée"},
     [](const row& of, column_builder& to) { to.time(arrival_of(*of.visit)); }},
    {{"departure", type::time, "", "départ certifié"},
     [](const row& of, column_builder& to) { to.time(departure_of(*of.visit)); }},
    {{"stamped_seconds", type::seconds, "s", "durée entre les horodatages"},
     [](const row& of, column_builder& to) { to.number(passed(arrival_of(*of.visit), departure_of(*of.visit))); }},
    {{"billed_seconds", type::seconds, "s", "quantité facturable des lignes, en temps"},
     [](const row& of, column_builder& to) { to.number(billed_seconds(*of.visit)); }},
    {{"lines", type::count, "", "nombre de lignes"},
     [](const row& of, column_builder& to) { to.number(static_cast<std::int64_t>(of.visit->lines.size())); }},
};

constexpr column stamp_columns[] = {
    delivery_id,
    provider,
    beneficiary,
    caregiver_id,
    correction_code,
    {{"side", type::category, "", "arrivée (arrival) ou départ (departure)"},
     [](const row& of, column_builder& to) { to.text(of.arrival ? "arrival" : "departure"); }},
    {{"certified_at", type::time, "", "heure certifiée"},
     [](const row& of, column_builder& to) { to.time(of.side->certified_at); }},
    {{"customer_method", type::category, "", "méthode d'horodatage, chez le bénéficiaire"},
     [](const row& of, column_builder& to) { to.text(of.side->customer_method); }},
    {{"supplier_method", type::category, "", "méthode d'horodatage, du prestataire"},
     [](const row& of, column_builder& to) { to.text(of.side->supplier_method); }},
};

constexpr column line_columns[] = {
    delivery_id,
    provider,
    beneficiary,
    caregiver_id,
    correction_code,
    issued_at,
    retained_start,
    retained_end,
    {{"line_id", type::category, "", "n° de ligne"},
     [](const row& of, column_builder& to) { to.text(of.line->line_id); }},
    {{"order_line_id", type::category, "", "n° de ligne de commande"},
     [](const row& of, column_builder& to) { to.text(of.line->order_line_id); }},
    {{"service", type::category, "", "code de prestation"},
     [](const row& of, column_builder& to) { to.text(of.line->service.code()); }},
    {{"aid_type", type::category, "", "type d'aide"},
     [](const row& of, column_builder& to) { to.text(of.line->service.aid_type()); }},
    {{"label", type::category, "", "libellé de la prestation"},
     [](const row& of, column_builder& to) { to.text(of.line->service.label); }},
    {{"care_mode", type::category, "", "cadre d'intervention"},
     [](const row& of, column_builder& to) { to.text(of.line->care_mode); }},
    {{"billed_seconds", type::seconds, "s", "quantité facturable, en temps"},
     [](const row& of, column_builder& to) { to.number(seconds_of(of.line->billed_quantity)); }},
    {{"billed_quantity", type::text, "", "quantité facturable, comme elle est écrite"},
     [](const row& of, column_builder& to) { to.text(to_string(of.line->billed_quantity.value)); }},
    {{"unit_code", type::category, "", "unité"},
     [](const row& of, column_builder& to) { to.text(of.line->billed_quantity.unit_code); }},
};

constexpr column share_columns[] = {
    {{"invoice_id", type::category, "", "n° de facture"},
     [](const row& of, column_builder& to) { to.text(of.bill->invoice_id); }},
    {{"type_code", type::category, "", "type de facture (380, 381, 325)"},
     [](const row& of, column_builder& to) { to.text(of.bill->type_code.value); }},
    {{"sign", type::count, "", "-1 pour un avoir, 1 sinon ; les montants sont ceux du message"},
     [](const row& of, column_builder& to) { to.number(of.bill->sign()); }},
    {{"issued_at", type::time, "", "date d'émission"},
     [](const row& of, column_builder& to) { to.time(of.bill->issued_at); }},
    {{"period_start", type::time, "", "début de la période facturée"},
     [](const row& of, column_builder& to) { to.time(of.bill->billing_period.start); }},
    {{"period_end", type::time, "", "fin de la période facturée"},
     [](const row& of, column_builder& to) { to.time(of.bill->billing_period.end); }},
    {{"provider", type::category, "", "prestataire (SAAD)"},
     [](const row& of, column_builder& to) { to.text(of.bill->provider.id()); }},
    {{"payer", type::category, "", "payeur"},
     [](const row& of, column_builder& to) {
       to.text(of.bill->payer ? of.bill->payer->id() : of.bill->ordering_party.id());
     }},
    {{"beneficiary", type::category, "", "bénéficiaire"},
     [](const row& of, column_builder& to) {
       const auto& whose = of.share->beneficiary ? of.share->beneficiary : of.bill->beneficiary;
       to.text(whose ? whose->id() : std::string_view());
     }},
    {{"line_id", type::category, "", "n° de ligne"},
     [](const row& of, column_builder& to) { to.text(of.share->line_id); }},
    {{"order_id", type::category, "", "n° de commande"},
     [](const row& of, column_builder& to) {
       to.text(of.share->order_ref ? of.share->order_ref->order_id : std::nullopt);
     }},
    {{"order_line_id", type::category, "", "n° de ligne de commande"},
     [](const row& of, column_builder& to) {
       to.text(of.share->order_ref ? of.share->order_ref->order_line_id : std::nullopt);
     }},
    {{"service", type::category, "", "code de prestation"},
     [](const row& of, column_builder& to) { to.text(of.share->service.code()); }},
    {{"aid_type", type::category, "", "type d'aide"},
     [](const row& of, column_builder& to) { to.text(of.share->service.aid_type()); }},
    {{"visits", type::count, "", "nombre d'interventions facturées"},
     [](const row& of, column_builder& to) { to.number(static_cast<std::int64_t>(of.share->delivery_refs.size())); }},
    {{"billed_seconds", type::seconds, "s", "quantité facturée, en temps"},
     [](const row& of, column_builder& to) { to.number(seconds_of(of.share->billed_quantity)); }},
    {{"tariff", type::price, "µ€", "tarif"},
     [](const row& of, column_builder& to) {
       to.number(of.share->tariff.value.is_valid() ? std::optional(of.share->tariff.value.e6) : std::nullopt);
     }},
    {{"surcharge_total", type::cents, "c€", "majorations"},
     [](const row& of, column_builder& to) { to.cents(of.share->surcharge_total); }},
    {{"participation_total", type::cents, "c€", "part que ce payeur ne prend pas"},
     [](const row& of, column_builder& to) { to.cents(of.share->participation_total); }},
    {{"tax_total", type::cents, "c€", "TVA"}, [](const row& of, column_builder& to) { to.cents(of.share->tax_total); }},
    {{"funder_share", type::cents, "c€", "part du payeur"},
     [](const row& of, column_builder& to) { to.cents(of.share->funder_share); }},
};

std::span<const column> table_of(table_rows rows) {
  switch (rows) {
    case table_rows::visits:
      return visit_columns;
    case table_rows::stamps:
      return stamp_columns;
    case table_rows::lines:
      return line_columns;
    case table_rows::shares:
      return share_columns;
  }
  return {};
}

template <std::size_t N>
constexpr std::array<column_info, N> infos_of(const column (&table)[N]) {
  std::array<column_info, N> out{};
  for (std::size_t i = 0; i < N; ++i)
    out.at(i) = table[i].about;
  return out;
}

bool bit_of(const std::vector<std::uint8_t>& bits, std::int64_t row) {
  return (bits[static_cast<std::size_t>(row / 8)] >> (row % 8) & 1U) != 0;
}

}  // namespace

std::span<const column_info> columns_of(table_rows rows) {
  static constexpr auto visits = infos_of(visit_columns);
  static constexpr auto stamps = infos_of(stamp_columns);
  static constexpr auto lines = infos_of(line_columns);
  static constexpr auto shares = infos_of(share_columns);
  switch (rows) {
    case table_rows::visits:
      return visits;
    case table_rows::stamps:
      return stamps;
    case table_rows::lines:
      return lines;
    case table_rows::shares:
      return shares;
  }
  return {};
}

std::optional<std::int64_t> column_batch::number(std::size_t column, std::int64_t row) const {
  const auto& values = columns[column];
  if (!bit_of(values.present, row)) return std::nullopt;
  if (!values.numbers.empty()) return values.numbers[static_cast<std::size_t>(row)];
  if (!values.flags.empty()) return bit_of(values.flags, row) ? 1 : 0;
  return std::nullopt;
}

std::optional<std::string_view> column_batch::text(std::size_t column, std::int64_t row, column_type type) const {
  const auto& values = columns[column];
  if (!bit_of(values.present, row)) return std::nullopt;
  if (type != column_type::text && type != column_type::category) return std::nullopt;
  const auto& ends = type == column_type::text ? values.places : values.ends;
  const auto at = static_cast<std::size_t>(
      type == column_type::text ? row : std::int64_t{values.places[static_cast<std::size_t>(row)]});
  return std::string_view(values.characters)
      .substr(static_cast<std::size_t>(ends[at]), static_cast<std::size_t>(ends[at + 1] - ends[at]));
}

// -- reading ----------------------------------------------------------------------------------------------------------

class column_reader::state {
 public:
  state(message_supply from, table_rows rows, std::int64_t batch_rows)
      : from_(std::move(from)), rows_(rows), batch_rows_(batch_rows < 1 ? 1 : batch_rows) {
    for (const auto& one : columns_of(rows))
      columns_.emplace_back(one.type);
  }

  std::optional<column_batch> next() {
    held_ = 0;
    while (held_ < batch_rows_ && characters() < most_characters) {
      auto message = from_();
      if (!message) break;
      if (const auto* visit = std::get_if<delivery>(&*message)) add(*visit);
      if (const auto* bill = std::get_if<invoice>(&*message)) add(*bill);
    }
    if (held_ == 0) return std::nullopt;
    column_batch out;
    out.rows = held_;
    for (auto& each : columns_)
      out.columns.push_back(each.take());
    return out;
  }

  [[nodiscard]] table_rows rows() const { return rows_; }

 private:
  static constexpr std::size_t most_characters = std::size_t{64} << 20;  // places in texts are 32 bits wide

  [[nodiscard]] std::size_t characters() const {
    std::size_t most = 0;
    for (const auto& each : columns_)
      most = each.bytes() > most ? each.bytes() : most;
    return most;
  }

  void add(const row& of) {
    const auto table = table_of(rows_);
    for (std::size_t i = 0; i < table.size(); ++i)
      table[i].fill(of, columns_[i]);
    ++held_;
  }

  void add(const delivery& message) {
    row of;
    of.visit = &message;
    if (rows_ == table_rows::visits) add(of);
    if (rows_ == table_rows::lines) {
      for (const auto& line : message.lines) {
        of.line = &line;
        add(of);
      }
    }
    if (rows_ != table_rows::stamps || !message.stamps) return;
    for (const auto* side : {&message.stamps->arrival, &message.stamps->departure}) {
      if (!*side) continue;
      of.side = &**side;
      of.arrival = side == &message.stamps->arrival;
      add(of);
    }
  }

  void add(const invoice& message) {
    if (rows_ != table_rows::shares) return;
    row of;
    of.bill = &message;
    for (const auto& line : message.lines) {
      of.share = &line;
      add(of);
    }
  }

  message_supply from_;
  table_rows rows_;
  std::int64_t batch_rows_;
  std::int64_t held_ = 0;
  std::vector<column_builder> columns_;
};

column_reader::column_reader(message_supply from, table_rows rows, std::int64_t batch_rows)
    : state_(std::make_unique<state>(std::move(from), rows, batch_rows)) {}
column_reader::~column_reader() = default;
column_reader::column_reader(column_reader&&) noexcept = default;
column_reader& column_reader::operator=(column_reader&&) noexcept = default;
std::optional<column_batch> column_reader::next() { return state_->next(); }
table_rows column_reader::rows() const { return state_->rows(); }

}  // namespace esppadom::inline ESPPADOM_ABI
