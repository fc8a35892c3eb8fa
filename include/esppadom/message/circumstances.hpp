// What no ESPPADOM message carries and billing still needs: planned visits, periods of incompatibility, outages and
// absences, cancellations, payable reasons, the audit of extra minutes, rejections and advances.
// Billing rules reference, sections 2 and 2g. A described value like a message, with JSON and CSV; standing: the form
// is the library's own, the need is known.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/money.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A visit foreseen in the schedule. Found by `delivery_id` when given, else by provider, beneficiary, caregiver (when
/// given) and overlapping time.
struct planned_visit {
  std::optional<std::string> delivery_id;
  std::string provider;
  std::string beneficiary;
  std::optional<std::string> caregiver;
  std::optional<std::string> service;
  local_time start;
  local_time end;

  friend bool operator==(const planned_visit&, const planned_visit&) = default;
};

/// A period during which a beneficiary cannot be under télégestion. Both dates inclusive, no end = open.
struct incompatible_period {
  std::string beneficiary;
  local_date from;
  std::optional<local_date> to;
  std::optional<std::string> decision_ref;
  std::optional<std::string> reason;

  friend bool operator==(const incompatible_period&, const incompatible_period&) = default;
};

/// A period when stamping did not work for a provider, for all methods or one.
struct outage_period {
  std::string provider;
  std::optional<std::string> method;
  local_time from;
  local_time to;

  friend bool operator==(const outage_period&, const outage_period&) = default;
};

/// A period without the beneficiary. Both dates inclusive, no end = definitive.
struct absence {
  std::string beneficiary;
  local_date from;
  std::optional<local_date> to;
  std::optional<std::string> reason;

  friend bool operator==(const absence&, const absence&) = default;
};

/// What happens to a cancelled visit (billing rules reference, d10; known).
enum class cancellation_condition : std::uint8_t { billed_paid, billed_unpaid, unbilled_unpaid };
enum class cancellation_initiative : std::uint8_t { beneficiary, caregiver };

template <>
struct enum_names<cancellation_condition> {
  static constexpr enum_name<cancellation_condition> items[] = {
      {cancellation_condition::billed_paid, "billed_paid"},
      {cancellation_condition::billed_unpaid, "billed_unpaid"},
      {cancellation_condition::unbilled_unpaid, "unbilled_unpaid"}};
};
template <>
struct enum_names<cancellation_initiative> {
  static constexpr enum_name<cancellation_initiative> items[] = {{cancellation_initiative::beneficiary, "beneficiary"},
                                                                 {cancellation_initiative::caregiver, "caregiver"}};
};

struct cancellation {
  std::string delivery_id;
  std::optional<cancellation_condition> condition;
  std::optional<cancellation_initiative> initiative;
  std::optional<local_time> announced_at;
  std::optional<std::string> reason;

  friend bool operator==(const cancellation&, const cancellation&) = default;
};

/// A reason for which a visit that did not take place as foreseen stays payable (`WAITING`, `BENEFICIARY_ABSENT`,
/// `CARE_REFUSED`).
struct payable_reason {
  std::string delivery_id;
  std::string reason;

  friend bool operator==(const payable_reason&, const payable_reason&) = default;
};

/// What a declared visit rests on: the reference of a signed attendance sheet or of another proof.
struct proof_entry {
  std::string delivery_id;
  std::string reference;

  friend bool operator==(const proof_entry&, const proof_entry&) = default;
};

/// How far from the home a visit was stamped, in metres; of several stamps the farthest counts. No ESPPADOM message
/// carries a position: only the télégestion knows it.
struct stamp_distance {
  std::string delivery_id;
  std::int64_t metres = 0;

  friend bool operator==(const stamp_distance&, const stamp_distance&) = default;
};

/// What a caregiver is qualified for, from one day to another, both inclusive; without them always. No ESPPADOM message
/// carries it: the standard foresees a list of profiles (`ESPPADOM_PROFIL`), which was empty in 2017.
struct caregiver_profile {
  std::string provider;
  std::string caregiver;
  std::string profile;
  std::optional<local_date> from;
  std::optional<local_date> to;

  friend bool operator==(const caregiver_profile&, const caregiver_profile&) = default;
};

/// Minutes a manager added to a visit, with who and why; both are mandatory for the minutes to count.
struct extra_minutes_entry {
  std::string delivery_id;
  std::int64_t minutes = 0;
  std::optional<std::string> reason;
  std::optional<std::string> author;

  friend bool operator==(const extra_minutes_entry&, const extra_minutes_entry&) = default;
};

/// Why and by whom a visit was corrected.
struct correction_entry {
  std::string delivery_id;
  std::optional<std::string> reason;
  std::optional<std::string> author;

  friend bool operator==(const correction_entry&, const correction_entry&) = default;
};

/// A refusal by the payer: of a whole invoice, or of one of its lines.
struct rejection {
  std::string invoice_id;
  std::optional<std::string> line_id;
  std::string reason;

  friend bool operator==(const rejection&, const rejection&) = default;
};

/// An exceptional advance paid to a provider, recovered on later invoices.
struct advance {
  std::string provider;
  std::string funder;
  local_month month;
  money amount;

  friend bool operator==(const advance&, const advance&) = default;
};

struct circumstances {
  std::vector<planned_visit> planned_visits;
  std::vector<incompatible_period> incompatible_periods;
  std::vector<outage_period> outages;
  std::vector<absence> absences;
  std::vector<cancellation> cancellations;
  std::vector<payable_reason> payable_reasons;
  std::vector<extra_minutes_entry> extra_minutes;
  std::vector<correction_entry> corrections;
  std::vector<rejection> rejections;
  std::vector<advance> advances;
  std::vector<proof_entry> proofs;
  std::vector<stamp_distance> stamp_distances;
  std::vector<caregiver_profile> caregiver_profiles;

  friend bool operator==(const circumstances&, const circumstances&) = default;
};

template <>
inline constexpr auto description<planned_visit> =
    fields(field<&planned_visit::delivery_id>("n° de document de l'intervention"),
           field<&planned_visit::provider>("prestataire"), field<&planned_visit::beneficiary>("bénéficiaire"),
           field<&planned_visit::caregiver>("intervenant"), field<&planned_visit::service>("prestation"),
           field<&planned_visit::start>("début planifié"), field<&planned_visit::end>("fin planifiée"));

template <>
inline constexpr auto description<incompatible_period> =
    fields(field<&incompatible_period::beneficiary>("bénéficiaire", standing::known),
           field<&incompatible_period::from>("premier jour"), field<&incompatible_period::to>("dernier jour"),
           field<&incompatible_period::decision_ref>("référence de la décision"),
           field<&incompatible_period::reason>("motif d'incompatibilité"));

template <>
inline constexpr auto description<outage_period> = fields(field<&outage_period::provider>("prestataire"),
                                                          field<&outage_period::method>("mode d'identification"),
                                                          field<&outage_period::from>("début de la panne"),
                                                          field<&outage_period::to>("fin de la panne"));

template <>
inline constexpr auto description<absence> = fields(field<&absence::beneficiary>("bénéficiaire", standing::known),
                                                    field<&absence::from>("premier jour"),
                                                    field<&absence::to>("dernier jour"),
                                                    field<&absence::reason>("motif"));

template <>
inline constexpr auto description<cancellation> =
    fields(field<&cancellation::delivery_id>("n° de document de l'intervention"),
           field<&cancellation::condition>("suite donnée", standing::known),
           field<&cancellation::initiative>("à l'initiative de", standing::known),
           field<&cancellation::announced_at>("annoncée le"), field<&cancellation::reason>("motif"));

template <>
inline constexpr auto description<payable_reason> =
    fields(field<&payable_reason::delivery_id>("n° de document de l'intervention"),
           field<&payable_reason::reason>("motif payable"));

template <>
inline constexpr auto description<extra_minutes_entry> =
    fields(field<&extra_minutes_entry::delivery_id>("n° de document de l'intervention"),
           field<&extra_minutes_entry::minutes>("minutes complémentaires", standing::known),
           field<&extra_minutes_entry::reason>("motif de correction", standing::known),
           field<&extra_minutes_entry::author>("auteur"));

template <>
inline constexpr auto description<correction_entry> =
    fields(field<&correction_entry::delivery_id>("n° de document de l'intervention"),
           field<&correction_entry::reason>("motif de correction", standing::known),
           field<&correction_entry::author>("auteur"));

template <>
inline constexpr auto description<rejection> = fields(field<&rejection::invoice_id>("n° de facture"),
                                                      field<&rejection::line_id>("n° de ligne"),
                                                      field<&rejection::reason>("motif du rejet", standing::known));

template <>
inline constexpr auto description<advance> = fields(field<&advance::provider>("prestataire"),
                                                    field<&advance::funder>("financeur"),
                                                    field<&advance::month>("mois"),
                                                    field<&advance::amount>("montant", standing::known));

template <>
inline constexpr auto description<proof_entry> =
    fields(field<&proof_entry::delivery_id>("n° de document de l'intervention"),
           field<&proof_entry::reference>("référence du justificatif", standing::open));

template <>
inline constexpr auto description<stamp_distance> =
    fields(field<&stamp_distance::delivery_id>("n° de document de l'intervention"),
           field<&stamp_distance::metres>("distance au domicile (m)", standing::known));

template <>
inline constexpr auto description<caregiver_profile> =
    fields(field<&caregiver_profile::provider>("prestataire"), field<&caregiver_profile::caregiver>("intervenant"),
           field<&caregiver_profile::profile>("profil de l'intervenant", standing::open),
           field<&caregiver_profile::from>("premier jour"), field<&caregiver_profile::to>("dernier jour"));

template <>
inline constexpr auto description<circumstances> = fields(
    field<&circumstances::planned_visits>("interventions planifiées"),
    field<&circumstances::incompatible_periods>("périodes d'incompatibilité"), field<&circumstances::outages>("pannes"),
    field<&circumstances::absences>("absences"), field<&circumstances::cancellations>("annulations"),
    field<&circumstances::payable_reasons>("motifs payables"),
    field<&circumstances::extra_minutes>("minutes complémentaires"), field<&circumstances::corrections>("corrections"),
    field<&circumstances::rejections>("rejets"), field<&circumstances::advances>("acomptes"),
    field<&circumstances::proofs>("justificatifs"), field<&circumstances::stamp_distances>("distances des horodatages"),
    field<&circumstances::caregiver_profiles>("profils des intervenants"));

}  // namespace esppadom::inline ESPPADOM_ABI
