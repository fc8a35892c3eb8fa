// What a manager asks of a month, as a page. Everything is a sum or a row of the run; nothing is computed anew but the
// shares in percent that are shown.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "esppadom/bill/statistics.hpp"
#include "esppadom/bill/summary.hpp"
#include "esppadom/billing/reason_words.hpp"
#include "esppadom/exchange/report_page.hpp"
#include "esppadom/exchange/value_format.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

struct both {
  std::string_view en;
  std::string_view fr;
};

// How many bars a reader still takes in.
constexpr std::size_t most_bars = 20;
// How many lines.
constexpr std::size_t most_lines = 6;
// Hours that expire within so many months are told.
constexpr std::int32_t months_ahead = 2;

std::string seconds_of(const exact_duration& time) {
  const auto whole = time.round_seconds(rounding_mode::half_up);
  return whole ? to_string(*whole) : std::string();
}

class report_maker {
 public:
  report_maker(const bill_request& request, const bill_result& result, const findings& found, language in)
      : request_(request), result_(result), found_(found), format_(in), summary_(summarise(result)) {}

  report_page page() && {
    page_.title = say({"Month of ", "Mois : "}) + format_.month(request_.month);
    page_.subtitle = subtitle();
    page_.file = "esppadom-" + to_string(request_.month);
    rates();
    rates_over_months();
    plans();
    carried();
    expiring();
    alerts();
    payers();
    unbilled();
    unbilled_visits();
    held();
    penalties();
    kinds_of_findings();
    figures();
    return std::move(page_);
  }

 private:
  std::string say(const both& text) const { return std::string(format_.french() ? text.fr : text.en); }

  std::string subtitle() const {
    std::string text = say({"As known on ", "Situation arrêtée au "}) + format_.date(request_.as_of);
    text += say({", under the rules ", ", selon les règles "}) + request_.rules.id;
    if (request_.with.stage == issue_stage::pro_forma) text += say({", pro forma", ", pro forma"});
    return text + ".";
  }

  std::string reason_text(unbilled_reason reason) const { return std::string(words_of(reason).in(format_.spoken())); }
  std::string reason_text(held_reason reason) const { return std::string(words_of(reason).in(format_.spoken())); }

  page_section& section(std::string_view id, const both& title, const both& about) {
    auto& made = page_.sections.emplace_back();
    made.id = id;
    made.title = say(title);
    made.about = say(about);
    return made;
  }

  void column(page_section& to, std::string_view key, const both& title, cell_kind kind = cell_kind::text) const {
    to.table.columns.push_back({std::string(key), std::string(title.fr), kind});
    to.titles.push_back(say(title));
  }

  void figure(const both& label, std::string value, bool conspicuous = false) {
    page_.figures.push_back({say(label), std::move(value), conspicuous});
  }

  void figures() {
    money funders;
    for (const auto& one : summary_.funders)
      funders += one.total;
    figure({"funders pay", "à la charge des financeurs"}, format_.amount(funders));
    figure({"beneficiaries pay", "à la charge des bénéficiaires"}, format_.amount(summary_.beneficiaries));
    figure({"hours used", "heures consommées"}, format_.hours(summary_.hours.used));
    figure({"above the plans", "au-delà des plans"}, format_.hours(summary_.hours.excess),
           summary_.hours.excess > exact_duration());
    figure({"visits not billed", "interventions non facturées"},
           format_.count(static_cast<std::uint64_t>(result_.unbilled.size())), !result_.unbilled.empty());
    figure({"findings of severity error", "constats de gravité erreur"}, format_.count(found_.count(severity::error)),
           found_.has_errors());
  }

  // -- correction rates ---------------------------------------------------------------------------------------------

  std::optional<percentage> ceiling_of(std::string_view provider, local_month month) const {
    rule_query query;
    query.date = month.last_day();
    query.departement = sole_departement(request_.rules);
    query.provider = provider;
    return resolve(request_.rules, query).rules.correction.threshold_pct;
  }

  void rates() {
    auto& to =
        section("correction-rates", {"Correction rates", "Taux de correction"},
                {"Corrected visits among the visits on invoices, by provider, for the month and for every month "
                 "that this run changed. The ceiling is that of the rules; a rate above it is marked.",
                 "Interventions corrigées parmi les interventions facturées, par prestataire, pour le mois et pour "
                 "chaque mois que ce calcul a modifié. Le plafond est celui des règles ; un taux au-delà est "
                 "signalé."});
    column(to, "provider", {"provider", "prestataire"});
    column(to, "month", {"month", "mois"});
    column(to, "interventions", {"visits", "interventions"}, cell_kind::number);
    column(to, "corrected", {"corrected", "corrigées"}, cell_kind::number);
    column(to, "rate_pct", {"rate", "taux"}, cell_kind::percent);
    column(to, "ceiling_pct", {"ceiling", "plafond"}, cell_kind::percent);
    std::vector<std::tuple<exact_rate, std::string, std::string, std::string>> bars;
    for (const auto& row : result_.rates) {
      const auto rate = correction_rate(row.tally, row.unit);
      const auto ceiling = ceiling_of(row.provider, row.month);
      const auto percent = to_percent(rate).value_or(std::string());
      const auto limit = ceiling ? to_string(*ceiling) : std::string();
      if (ceiling && exceeds(rate, *ceiling)) to.conspicuous.push_back(to.table.rows.size());
      to.table.rows.push_back({row.provider, to_string(row.month), std::to_string(row.tally.interventions),
                               std::to_string(row.tally.corrected), percent, limit});
      if (row.month == request_.month && !percent.empty()) bars.emplace_back(rate, row.provider, percent, limit);
    }
    std::stable_sort(bars.begin(), bars.end(), [](const auto& a, const auto& b) {
      const auto &left = std::get<0>(a), &right = std::get<0>(b);
      return int128{left.numerator} * right.denominator > int128{right.numerator} * left.denominator;
    });
    if (bars.empty()) return;
    auto& chart = to.chart.emplace();
    chart.about = say({"Correction rates of the month, the highest first, with the ceiling",
                       "Taux de correction du mois, du plus élevé au plus bas, avec le plafond"});
    chart.kind = cell_kind::percent;
    chart.series = {{say({"rate", "taux"}), {}, false}, {say({"ceiling", "plafond"}), {}, true}};
    for (std::size_t i = 0; i < bars.size() && i < most_bars; ++i) {
      chart.labels.push_back(std::get<1>(bars[i]));
      chart.series[0].values.push_back(std::get<2>(bars[i]));
      chart.series[1].values.push_back(std::get<3>(bars[i]));
    }
    if (std::all_of(bars.begin(), bars.end(), [](const auto& bar) { return std::get<3>(bar).empty(); }))
      chart.series.pop_back();
  }

  /// The months up to the reported one that a statistic of the page looks at.
  statistic_query months_back(std::int32_t count) const {
    statistic_query query;
    query.from = request_.month - (count - 1);
    query.to = request_.month;
    query.now = local_time::at(request_.month.last_day(), 86'399);
    return query;
  }

  template <class Row>
  std::vector<Row> rows_of(statistic of, const statistic_query& query) const {
    return std::get<std::vector<Row>>(statistics(of, result_, request_.rules, request_.given, query).rows);
  }

  void rates_over_months() {
    if (request_.with.stage == issue_stage::pro_forma) return;  // its lines are in no ledger
    auto& to =
        section("correction-rates-months", {"Correction rates over months", "Taux de correction au fil des mois"},
                {"The twelve months up to this one, from what the ledger holds; a rate above the ceiling of its "
                 "month is marked.",
                 "Les douze mois jusqu'à celui-ci, d'après le registre ; un taux au-delà du plafond de son mois "
                 "est signalé."});
    column(to, "provider", {"provider", "prestataire"});
    column(to, "month", {"month", "mois"});
    column(to, "numerator", {"corrected (numerator)", "corrigées (numérateur)"}, cell_kind::number);
    column(to, "denominator", {"of (denominator)", "sur (dénominateur)"}, cell_kind::number);
    column(to, "rate_pct", {"rate", "taux"}, cell_kind::percent);
    column(to, "ceiling_pct", {"ceiling", "plafond"}, cell_kind::percent);
    std::map<std::string, std::map<std::string, std::string>> by_provider;
    std::set<std::string> months;
    for (const auto& row : rows_of<rates_row>(statistic::correction_rates, months_back(12))) {
      const auto month = parse_local_month(row.period);
      const auto ceiling = month ? ceiling_of(row.provider, *month) : std::nullopt;
      const auto& rate = row.correction;
      if (ceiling && rate.denominator > 0 && exceeds({rate.numerator, rate.denominator}, *ceiling))
        to.conspicuous.push_back(to.table.rows.size());
      to.table.rows.push_back({row.provider, row.period, std::to_string(rate.numerator),
                               std::to_string(rate.denominator), rate.pct.value_or(std::string()),
                               ceiling ? to_string(*ceiling) : std::string()});
      if (!rate.pct) continue;
      by_provider[row.provider][row.period] = *rate.pct;
      months.insert(row.period);
    }
    if (months.size() < 2) return;
    auto& chart = to.chart.emplace();
    chart.about = say(
        {"Correction rates by month, one line a provider", "Taux de correction par mois, une courbe par prestataire"});
    chart.shape = chart_shape::line;
    chart.kind = cell_kind::percent;
    chart.labels.assign(months.begin(), months.end());
    for (const auto& [provider, rates] : by_provider) {
      if (chart.series.size() == most_lines) break;
      chart_series series{provider, {}, false};
      for (const auto& month : months) {
        const auto at = rates.find(month);
        series.values.push_back(at == rates.end() ? std::string() : at->second);
      }
      chart.series.push_back(std::move(series));
    }
  }

  // -- plans --------------------------------------------------------------------------------------------------------

  // Used of planned in percent with two decimals, half up; nothing without a plan.
  static std::optional<std::string> share_used(const smoothing_row& row) {
    duration plan, used;
    if (!row.plan_seconds || row.plan_seconds->round_seconds(rounding_mode::half_up).get(plan) != error_code::success ||
        row.used.round_seconds(rounding_mode::half_up).get(used) != error_code::success)
      return std::nullopt;
    return to_percent({used.seconds, plan.seconds});
  }

  void plans() {
    auto& to = section("plans", {"Use of plans", "Consommation des plans"},
                       {"Hours each plan grants for its period, and what was used of them; what lies above is marked.",
                        "Heures accordées par chaque plan pour sa période, et leur consommation ; un dépassement est "
                        "signalé."});
    column(to, "beneficiary", {"beneficiary", "bénéficiaire"});
    column(to, "pool", {"plan", "plan"});
    column(to, "month", {"month", "mois"});
    column(to, "plan_seconds", {"granted", "accordé"}, cell_kind::seconds);
    column(to, "used", {"used", "consommé"}, cell_kind::seconds);
    column(to, "used_pct", {"used, in percent", "consommé, en pourcentage"}, cell_kind::percent);
    column(to, "carried", {"from hours carried over", "sur le report"}, cell_kind::seconds);
    column(to, "excess", {"above the plan", "au-delà du plan"}, cell_kind::seconds);
    std::array<std::int64_t, 4> classes{};
    for (const auto& row : result_.smoothing) {
      if (row.month != request_.month || row.unit || row.euros) continue;
      const auto share = share_used(row);
      if (row.excess > exact_duration()) to.conspicuous.push_back(to.table.rows.size());
      to.table.rows.push_back({row.beneficiary, row.pool, row.period.value_or(to_string(row.month)),
                               row.plan_seconds ? seconds_of(*row.plan_seconds) : std::string(), seconds_of(row.used),
                               share.value_or(std::string()), seconds_of(row.carried), seconds_of(row.excess)});
      if (share) ++classes.at(class_of(row));
    }
    auto& chart = to.chart.emplace();
    chart.about =
        say({"Number of plans by the share that was used of them", "Nombre de plans selon la part consommée"});
    chart.labels = {say({"below 50%", "moins de 50 %"}), say({"50% to 80%", "de 50 à 80 %"}),
                    say({"80% to 100%", "de 80 à 100 %"}), say({"above 100%", "plus de 100 %"})};
    chart.series = {{say({"plans", "plans"}), {}, false}};
    for (const auto count : classes)
      chart.series[0].values.push_back(std::to_string(count));
  }

  static std::size_t class_of(const smoothing_row& row) {
    const exact_duration used = row.used * 100;
    if (used < *row.plan_seconds * 50) return 0;
    if (used < *row.plan_seconds * 80) return 1;
    return used <= *row.plan_seconds * 100 ? 2 : 3;
  }

  void carried() {
    auto& to =
        section("carried-over", {"Hours that may still be used", "Heures encore utilisables"},
                {"Hours of earlier months left in each plan, the oldest first: they expire first.",
                 "Heures des mois précédents restant dans chaque plan, les plus anciennes d'abord : elles expirent "
                 "les premières."});
    column(to, "beneficiary", {"beneficiary", "bénéficiaire"});
    column(to, "pool", {"plan", "plan"});
    column(to, "month", {"of the month", "du mois"});
    column(to, "left", {"left", "reste"}, cell_kind::seconds);
    for (const auto& row : result_.smoothing) {
      if (row.month != request_.month || row.unit) continue;
      for (const auto& lot : row.lots)
        to.table.rows.push_back({row.beneficiary, row.pool, to_string(lot.month), seconds_of(lot.left)});
    }
    std::stable_sort(to.table.rows.begin(), to.table.rows.end(),
                     [](const auto& a, const auto& b) { return a[2] < b[2]; });
  }

  void expiring() {
    auto& to = section("expiring", {"Hours about to expire", "Heures bientôt périmées"},
                       {"The oldest carried hours of each plan that may be used for the last time within the next two "
                        "months; those of this month are marked.",
                        "Les plus anciennes heures reportées de chaque plan utilisables pour la dernière fois d'ici "
                        "deux mois ; celles de ce mois sont signalées."});
    column(to, "beneficiary", {"beneficiary", "bénéficiaire"});
    column(to, "pool", {"plan", "plan"});
    column(to, "expiry", {"last month of use", "dernier mois d'utilisation"});
    column(to, "expiring", {"expires", "à périmer"}, cell_kind::seconds);
    for (const auto& row : rows_of<plan_row>(statistic::plan_follow_up, months_back(1))) {
      if (!row.next_expiry || !row.expiring_seconds || *row.next_expiry > request_.month + months_ahead) continue;
      if (*row.next_expiry == request_.month) to.conspicuous.push_back(to.table.rows.size());
      to.table.rows.push_back(
          {row.beneficiary, row.pool, to_string(*row.next_expiry), seconds_of(*row.expiring_seconds)});
    }
  }

  // -- alerts -------------------------------------------------------------------------------------------------------

  std::string alert_text(alert_kind kind) const {
    switch (kind) {
      case alert_kind::plan_expiring:
        return say({"plan about to end", "plan bientôt échu"});
      case alert_kind::new_beneficiary_with_aid:
        return say({"new beneficiary, with aid", "nouveau bénéficiaire, avec aide"});
      case alert_kind::new_beneficiary_without_aid:
        return say({"new beneficiary, without aid", "nouveau bénéficiaire, sans aide"});
      case alert_kind::incomplete_call:
        return say({"one stamp only", "un seul horodatage"});
      case alert_kind::unstamped_visit:
        return say({"visit without stamp", "intervention sans horodatage"});
      case alert_kind::late_start:
        return say({"not started on time", "non commencée à l'heure"});
      case alert_kind::carry_lot_expiring:
        return say({"carried hours expire", "heures reportées en fin de validité"});
      case alert_kind::overrun:
        return say({"plan overrun", "plan dépassé"});
      case alert_kind::underuse:
        return say({"plan underused", "plan sous-consommé"});
      case alert_kind::visit_during_absence:
        return say({"visit during an absence", "intervention pendant une absence"});
      case alert_kind::unqualified_caregiver:
        return say({"caregiver without an accepted profile", "intervenant sans profil admis"});
    }
    return {};
  }

  void alerts() {
    auto& to = section("alerts", {"Alerts", "Alertes"},
                       {"What somebody should look at, as at the end of the month; thresholds are those of the rules.",
                        "Ce qui mérite un regard, à la fin du mois ; les seuils sont ceux des règles."});
    column(to, "date", {"date", "date"});
    column(to, "kind", {"alert", "alerte"});
    column(to, "beneficiary", {"beneficiary", "bénéficiaire"});
    column(to, "provider", {"provider", "prestataire"});
    column(to, "subject", {"about", "objet"});
    column(to, "seconds", {"hours concerned", "heures concernées"}, cell_kind::seconds);
    for (const auto& one : rows_of<alert>(statistic::alerts, months_back(1))) {
      to.table.rows.push_back({to_string(one.date), alert_text(one.kind), one.beneficiary, one.provider, one.subject,
                               one.seconds ? seconds_of(*one.seconds) : std::string()});
    }
  }

  // -- money --------------------------------------------------------------------------------------------------------

  void payers() {
    auto& to = section("payers", {"Who pays", "Qui paie"},
                       {"What each funder owes after this run, credit notes taken off, and what beneficiaries owe.",
                        "Ce que doit chaque financeur après ce calcul, avoirs déduits, et ce que doivent les "
                        "bénéficiaires."});
    column(to, "payer", {"payer", "payeur"});
    column(to, "amount", {"amount", "montant"}, cell_kind::amount);
    for (const auto& one : summary_.funders)
      to.table.rows.push_back({one.funder, to_string(one.total)});
    to.table.rows.push_back({say({"beneficiaries", "bénéficiaires"}), to_string(summary_.beneficiaries)});
    auto& chart = to.chart.emplace();
    chart.about = say({"Amounts by payer", "Montants par payeur"});
    chart.kind = cell_kind::amount;
    chart.series = {{say({"amount", "montant"}), {}, false}};
    for (std::size_t i = 0; i < to.table.rows.size() && i < most_bars; ++i) {
      chart.labels.push_back(to.table.rows[i][0]);
      chart.series[0].values.push_back(to.table.rows[i][1]);
    }
  }

  void unbilled() {
    auto& to =
        section("not-billed", {"Not billed, and why", "Non facturé, et pourquoi"},
                {"Visits, or parts of visits, that are on no invoice, with what is at stake as far as a price is "
                 "known.",
                 "Interventions, ou parties d'interventions, qui ne sont sur aucune facture, avec le montant en jeu "
                 "quand un prix est connu."});
    column(to, "reason", {"reason", "motif"});
    column(to, "count", {"visits", "interventions"}, cell_kind::number);
    column(to, "at_stake", {"at stake", "en jeu"}, cell_kind::amount);
    column(to, "without_price", {"without known price", "sans prix connu"}, cell_kind::number);
    for (const auto& one : summary_.unbilled) {
      to.table.rows.push_back({reason_text(one.reason), std::to_string(one.count), to_string(one.at_stake),
                               std::to_string(one.without_price)});
    }
  }

  void unbilled_visits() {
    auto& to = section("visits-not-billed", {"Visits that are not billed", "Interventions non facturées"}, {"", ""});
    column(to, "delivery", {"visit", "intervention"});
    column(to, "beneficiary", {"beneficiary", "bénéficiaire"});
    column(to, "provider", {"provider", "prestataire"});
    column(to, "month", {"month", "mois"});
    column(to, "reason", {"reason", "motif"});
    column(to, "amount_at_stake", {"at stake", "en jeu"}, cell_kind::amount);
    for (const auto& one : result_.unbilled) {
      to.table.rows.push_back({one.delivery, one.beneficiary, one.provider, to_string(one.month),
                               reason_text(one.reason),
                               one.amount_at_stake ? to_string(*one.amount_at_stake) : std::string()});
    }
  }

  void held() {
    if (result_.held.empty()) return;
    auto& to = section("held", {"Due, but on no document yet", "Dû, mais sur aucun document à ce stade"}, {"", ""});
    column(to, "provider", {"provider", "prestataire"});
    column(to, "funder", {"funder", "financeur"});
    column(to, "month", {"month", "mois"});
    column(to, "reason", {"reason", "motif"});
    column(to, "amount", {"amount", "montant"}, cell_kind::amount);
    for (const auto& one : result_.held) {
      to.table.rows.push_back(
          {one.provider, one.funder, to_string(one.month), reason_text(one.reason), to_string(one.amount)});
    }
  }

  void penalties() {
    if (result_.penalties.empty()) return;
    auto& to = section("penalties", {"Correction rates held against the ceiling", "Taux de correction face au plafond"},
                       {"Rates that the rules judge, with the consequence in euros.",
                        "Taux que les règles apprécient, avec leur conséquence en euros."});
    column(to, "provider", {"provider", "prestataire"});
    column(to, "funder", {"funder", "financeur"});
    column(to, "month", {"month", "mois"});
    column(to, "rate_pct", {"rate", "taux"}, cell_kind::percent);
    column(to, "threshold_pct", {"ceiling", "plafond"}, cell_kind::percent);
    column(to, "amount", {"amount", "montant"}, cell_kind::amount);
    for (const auto& one : result_.penalties) {
      if (one.exceeds) to.conspicuous.push_back(to.table.rows.size());
      to.table.rows.push_back({one.provider, one.funder, to_string(one.month), one.rate_pct.value_or(std::string()),
                               one.threshold_pct ? to_string(*one.threshold_pct) : std::string(),
                               to_string(one.amount)});
    }
  }

  // -- findings -----------------------------------------------------------------------------------------------------

  void kinds_of_findings() {
    auto& to = section("findings", {"Findings by kind", "Constats par nature"},
                       {"What was found in the data, errors first, each kind with one example.",
                        "Ce qui a été constaté dans les données, les erreurs d'abord, chaque nature avec un exemple."});
    column(to, "code", {"code", "code"});
    column(to, "severity", {"severity", "gravité"});
    column(to, "count", {"number", "nombre"}, cell_kind::number);
    column(to, "example", {"example", "exemple"});
    struct counted {
      std::uint64_t count = 0;
      std::string example;
    };
    const auto errors_first = [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    };
    std::map<std::pair<severity, std::string>, counted, decltype(errors_first)> kinds(errors_first);
    for (const auto& one : found_.items()) {
      auto& kind = kinds[{one.level(), std::string(one.code())}];
      if (kind.count++ == 0) kind.example = message(one, format_.spoken());
    }
    for (const auto& one : found_.dropped()) {
      if (one.kind) kinds[{one.kind->level, std::string(one.kind->code)}].count += one.count;
    }
    for (const auto& [key, one] : kinds) {
      if (key.first == severity::error) to.conspicuous.push_back(to.table.rows.size());
      to.table.rows.push_back(
          {key.second, std::string(severity_word(key.first)), std::to_string(one.count), one.example});
    }
  }

  std::string severity_word(severity level) const {
    switch (level) {
      case severity::error:
        return say({"error", "erreur"});
      case severity::warning:
        return say({"warning", "avertissement"});
      default:
        return say({"info", "remarque"});
    }
  }

  const bill_request& request_;
  const bill_result& result_;
  const findings& found_;
  value_format format_;
  bill_summary summary_;
  report_page page_;
};

}  // namespace

report_page month_report(const bill_request& request, const bill_result& result, const findings& found, language in) {
  return report_maker(request, result, found, in).page();
}

}  // namespace esppadom::inline ESPPADOM_ABI
