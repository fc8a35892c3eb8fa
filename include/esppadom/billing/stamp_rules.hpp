// The parameters of stamps: which of them count, how far they may lie from the schedule, what conflicts with what, and
// what correction codes mean. Billing rules reference, sections 2a and 4.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/billing/visit.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/local_time.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What becomes of the seconds of a stamp before anything is computed.
enum class stamp_precision : std::uint8_t { keep_seconds, trunc_minute, nearest_minute };

template <>
struct enum_names<stamp_precision> {
  static constexpr enum_name<stamp_precision> items[] = {{stamp_precision::keep_seconds, "keep_seconds"},
                                                         {stamp_precision::trunc_minute, "trunc_minute"},
                                                         {stamp_precision::nearest_minute, "nearest_minute"}};
};

/// Where a side that was not stamped is read.
enum class missing_policy : std::uint8_t {
  use_retained,  ///< the producer's retained period
  use_planned,   ///< the schedule
  reject,        ///< the visit is not billed
  zero,          ///< the visit counts 0 minutes
};

template <>
struct enum_names<missing_policy> {
  static constexpr enum_name<missing_policy> items[] = {{missing_policy::use_retained, "use_retained"},
                                                        {missing_policy::use_planned, "use_planned"},
                                                        {missing_policy::reject, "reject"},
                                                        {missing_policy::zero, "zero"}};
};

/// What becomes of a visit whose stamps lie too far from the schedule.
enum class tolerance_policy : std::uint8_t { reject, flag, clamp_to_tolerance, use_planned };

template <>
struct enum_names<tolerance_policy> {
  static constexpr enum_name<tolerance_policy> items[] = {{tolerance_policy::reject, "reject"},
                                                          {tolerance_policy::flag, "flag"},
                                                          {tolerance_policy::clamp_to_tolerance, "clamp_to_tolerance"},
                                                          {tolerance_policy::use_planned, "use_planned"}};
};

/// What becomes of a visit stamped too far from the home.
enum class distance_policy : std::uint8_t { reject, flag };

template <>
struct enum_names<distance_policy> {
  static constexpr enum_name<distance_policy> items[] = {{distance_policy::reject, "reject"},
                                                         {distance_policy::flag, "flag"}};
};

/// Two visits of one caregiver at the same time.
enum class worker_conflict_policy : std::uint8_t { reject, flag, allow };

template <>
struct enum_names<worker_conflict_policy> {
  static constexpr enum_name<worker_conflict_policy> items[] = {{worker_conflict_policy::reject, "reject"},
                                                                {worker_conflict_policy::flag, "flag"},
                                                                {worker_conflict_policy::allow, "allow"}};
};

/// Two caregivers at one beneficiary's at the same time.
enum class beneficiary_conflict_policy : std::uint8_t { reject, flag, allow, allow_if_double };

template <>
struct enum_names<beneficiary_conflict_policy> {
  static constexpr enum_name<beneficiary_conflict_policy> items[] = {
      {beneficiary_conflict_policy::reject, "reject"},
      {beneficiary_conflict_policy::flag, "flag"},
      {beneficiary_conflict_policy::allow, "allow"},
      {beneficiary_conflict_policy::allow_if_double, "allow_if_double"}};
};

/// Which consecutive visits are merged.
enum class merge_scope : std::uint8_t { all, ivr_only };

template <>
struct enum_names<merge_scope> {
  static constexpr enum_name<merge_scope> items[] = {{merge_scope::all, "all"}, {merge_scope::ivr_only, "ivr_only"}};
};

// -- parameters -------------------------------------------------------------------------------------------------------

/// Around the planned start, the time in which a visit must be stamped; no value = not tested on that side.
struct match_window_rules {
  std::optional<duration> before;
  std::optional<duration> after;

  friend bool operator==(const match_window_rules&, const match_window_rules&) = default;
};

/// How far a stamp may lie from the planned time; no value = not tested.
struct tolerance_rules {
  std::optional<duration> start_early;
  std::optional<duration> start_late;
  std::optional<duration> end_early;
  std::optional<duration> end_late;

  friend bool operator==(const tolerance_rules&, const tolerance_rules&) = default;
};

struct merge_rules {
  bool enabled = false;
  duration max_gap;
  merge_scope scope = merge_scope::all;

  friend bool operator==(const merge_rules&, const merge_rules&) = default;
};

struct conflict_rules {
  worker_conflict_policy same_worker = worker_conflict_policy::flag;
  beneficiary_conflict_policy same_beneficiary = beneficiary_conflict_policy::allow_if_double;
  std::optional<duration> travel;

  friend bool operator==(const conflict_rules&, const conflict_rules&) = default;
};

struct missing_rules {
  missing_policy start = missing_policy::use_retained;
  missing_policy end = missing_policy::use_retained;
  missing_policy both = missing_policy::use_retained;

  friend bool operator==(const missing_rules&, const missing_rules&) = default;
};

/// The class a correction code stands for. In JSON an entry of an object: `"COA": "START_CORRECTED"`.
struct code_class {
  std::string code;
  visit_class meaning = visit_class::stamped;

  friend bool operator==(const code_class&, const code_class&) = default;
};

/// The meaning of the correction codes of one producer (all of them when none is named) in messages issued between two
/// dates, both inclusive, none = open. A producer once changed the meaning of its codes from one export to the next.
struct code_map_entry {
  std::optional<std::string> producer;
  std::optional<local_date> issued_from;
  std::optional<local_date> issued_to;
  std::vector<code_class> map;

  friend bool operator==(const code_map_entry&, const code_map_entry&) = default;
};

/// The reasons authorised for one class. In JSON an entry of an object: `"CREATED": ["…"]`.
struct class_reasons {
  visit_class corrected = visit_class::stamped;
  std::vector<std::string> reasons;

  friend bool operator==(const class_reasons&, const class_reasons&) = default;
};

/// The codes as their official list explains them.
inline code_map_entry official_code_map() {
  return {std::nullopt,
          std::nullopt,
          std::nullopt,
          {{"", visit_class::stamped},
           {"COA", visit_class::start_corrected},
           {"COD", visit_class::end_corrected},
           {"CO2", visit_class::both_corrected},
           {"CRE", visit_class::created},
           {"MDT", visit_class::data_changed},
           {"SUP", visit_class::deleted},
           {"HOR", visit_class::stamp_only}}};
}

/// The means of stamping that are known (variant a10): the neutral list of `methods_allowed`.
inline constexpr std::array<std::string_view, 6> known_methods = {"IVR", "BADGE", "NFC", "QR", "MOBILE", "MANUAL"};

struct stamp_rules {
  stamp_precision precision = stamp_precision::keep_seconds;
  duration dedupe;
  duration pair_max = duration::of_hours(24);
  std::vector<std::string> methods_allowed = {known_methods.begin(), known_methods.end()};
  match_window_rules match_window;
  tolerance_rules tolerance;
  tolerance_policy outside_tolerance = tolerance_policy::flag;
  std::optional<std::int64_t> distance_m;
  distance_policy outside_distance = distance_policy::flag;
  merge_rules merge_consecutive;
  bool auto_validate = false;
  conflict_rules conflict;
  missing_rules missing;
  std::vector<code_map_entry> code_map = {official_code_map()};
  std::vector<std::string> probative_methods;
  std::optional<duration> retained_gap;
  std::vector<visit_class> reason_required = {visit_class::start_corrected, visit_class::end_corrected,
                                              visit_class::both_corrected, visit_class::created};
  std::vector<class_reasons> reasons_allowed;
  std::vector<std::string> manual_reasons;

  friend bool operator==(const stamp_rules&, const stamp_rules&) = default;
};

template <>
inline constexpr auto description<match_window_rules> =
    fields(parameter<&match_window_rules::before>("before", "fenêtre avant le début planifié", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 1440),
           parameter<&match_window_rules::after>("after", "fenêtre après le début planifié", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 1440));

template <>
inline constexpr auto description<tolerance_rules> =
    fields(parameter<&tolerance_rules::start_early>("start_early", "avance tolérée à l'arrivée", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 1440),
           parameter<&tolerance_rules::start_late>("start_late", "retard toléré à l'arrivée", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 1440),
           parameter<&tolerance_rules::end_early>("end_early", "avance tolérée au départ", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 1440),
           parameter<&tolerance_rules::end_late>("end_late", "retard toléré au départ", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 1440));

template <>
inline constexpr auto description<merge_rules> =
    fields(parameter<&merge_rules::enabled>("enabled", "interventions consécutives réunies", standing::known),
           parameter<&merge_rules::max_gap>("max_gap_min", "écart maximal entre interventions réunies",
                                            standing::inferred_medium)
               .in(parameter_unit::minutes)
               .between(0, 1440),
           parameter<&merge_rules::scope>("scope", "interventions concernées", standing::known));

template <>
inline constexpr auto description<conflict_rules> =
    fields(parameter<&conflict_rules::same_worker>("same_worker", "même intervenant à deux endroits", standing::known),
           parameter<&conflict_rules::same_beneficiary>("same_beneficiary", "deux intervenants chez un bénéficiaire",
                                                        standing::inferred_medium),
           parameter<&conflict_rules::travel>("travel_min", "temps de trajet minimal", standing::inferred_medium)
               .in(parameter_unit::minutes)
               .between(0, 1440));

template <>
inline constexpr auto description<missing_rules> =
    fields(parameter<&missing_rules::start>("start", "arrivée non horodatée", standing::inferred_high),
           parameter<&missing_rules::end>("end", "départ non horodaté", standing::inferred_high),
           parameter<&missing_rules::both>("both", "aucun horodatage", standing::inferred_high));

template <>
inline constexpr auto description<code_class> = fields(field<&code_class::code>("code de correction", standing::known),
                                                       field<&code_class::meaning>("classe", standing::inferred_high));
template <>
inline constexpr bool keyed_entry<code_class> = true;

template <>
inline constexpr auto description<code_map_entry> =
    fields(parameter<&code_map_entry::producer>("producer", "producteur", standing::known),
           parameter<&code_map_entry::issued_from>("issued_from", "émis à partir du", standing::known),
           parameter<&code_map_entry::issued_to>("issued_to", "émis jusqu'au", standing::known),
           parameter<&code_map_entry::map>("map", "classe de chaque code", standing::known));

template <>
inline constexpr auto description<class_reasons> = fields(field<&class_reasons::corrected>("classe"),
                                                          field<&class_reasons::reasons>("motifs autorisés"));
template <>
inline constexpr bool keyed_entry<class_reasons> = true;

template <>
inline constexpr auto description<stamp_rules> = fields(
    parameter<&stamp_rules::precision>("precision", "précision des horodatages", standing::known),
    parameter<&stamp_rules::dedupe>("dedupe_seconds", "horodatages en double", standing::inferred_medium)
        .in(parameter_unit::seconds)
        .between(0, 86400),
    parameter<&stamp_rules::pair_max>("pair_max_hours", "durée maximale d'une intervention", standing::inferred_medium)
        .in(parameter_unit::hours)
        .between(1, 744),
    parameter<&stamp_rules::methods_allowed>("methods_allowed", "modes d'identification admis", standing::known),
    parameters<&stamp_rules::match_window>("match_window_min", "fenêtre de rapprochement avec le planning"),
    parameters<&stamp_rules::tolerance>("tolerance_min", "tolérance par rapport au planning"),
    parameter<&stamp_rules::outside_tolerance>("outside_tolerance", "hors tolérance", standing::known),
    parameter<&stamp_rules::distance_m>("distance_m", "distance tolérée", standing::known)
        .in(parameter_unit::metres)
        .between(0, 1'000'000),
    parameter<&stamp_rules::outside_distance>("outside_distance", "hors distance", standing::known),
    parameters<&stamp_rules::merge_consecutive>("merge_consecutive", "interventions consécutives"),
    parameter<&stamp_rules::auto_validate>("auto_validate", "validation automatique", standing::known),
    parameters<&stamp_rules::conflict>("conflict", "conflits"),
    parameters<&stamp_rules::missing>("missing", "horodatages manquants"),
    parameter<&stamp_rules::code_map>("code_map", "signification des codes de correction", standing::known),
    parameter<&stamp_rules::probative_methods>("probative_methods", "modes d'identification probants",
                                               standing::inferred_medium),
    parameter<&stamp_rules::retained_gap>("retained_gap_min", "écart admis avec la période retenue", standing::open)
        .in(parameter_unit::minutes)
        .between(0, 1440),
    parameter<&stamp_rules::reason_required>("reason_required", "classes dont le motif est exigé",
                                             standing::inferred_medium),
    parameter<&stamp_rules::reasons_allowed>("reasons_allowed", "motifs autorisés par classe",
                                             standing::inferred_medium),
    parameter<&stamp_rules::manual_reasons>("manual_reasons", "motifs de saisie manuelle", standing::known));

}  // namespace esppadom::inline ESPPADOM_ABI
