// What each choice of a rule file means, in French: for the schema that editors complete from and for the list of
// parameters. The texts say what the pages under docs/rules say at length.
#pragma once

#include <cstddef>
#include <iterator>
#include <string_view>

#include "esppadom/rules/rule_book.hpp"
#include "esppadom/value/enum_names.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The texts of the choices of `Choice`, in the order of their names.
template <class Choice>
struct choice_texts;

template <>
struct choice_texts<holiday_zone> {
  static constexpr std::string_view items[] = {"métropole et Corse", "aussi le vendredi saint et le 26 décembre",
                                               "aussi le 27 mai",    "aussi le 22 mai",
                                               "aussi le 10 juin",   "aussi le 20 décembre",
                                               "aussi le 27 avril",  "aussi le 28 mai (le 27 mai avant 2018)",
                                               "aussi le 9 octobre"};
};
template <>
struct choice_texts<dst_policy> {
  static constexpr std::string_view items[] = {"le temps réellement écoulé",
                                               "la différence des heures lues à l'horloge"};
};
template <>
struct choice_texts<ambiguous_policy> {
  static constexpr std::string_view items[] = {
      "la première des deux heures compte", "la seconde des deux heures compte", "l'intervention n'est pas facturée"};
};
template <>
struct choice_texts<attribution_rule> {
  static constexpr std::string_view items[] = {"toute l'intervention au jour de son début",
                                               "chaque minute à son jour : coupée à minuit",
                                               "coupée aussi où changent le mois, le tarif ou le plan"};
};
template <>
struct choice_texts<price_unit> {
  static constexpr std::string_view items[] = {"prix d'une heure", "prix d'une unité (repas, forfait, jour)"};
};
template <>
struct choice_texts<tariff_source> {
  static constexpr std::string_view items[] = {"le prix de la commande", "le prix du recueil de règles"};
};
template <>
struct choice_texts<stamp_precision> {
  static constexpr std::string_view items[] = {"à la seconde", "à la minute, secondes ôtées",
                                               "à la minute la plus proche"};
};
template <>
struct choice_texts<tolerance_policy> {
  static constexpr std::string_view items[] = {
      "l'intervention n'est pas facturée", "facturée telle quelle, avec un constat",
      "l'horodatage est ramené à la limite", "l'horaire planifié de ce côté compte"};
};
template <>
struct choice_texts<distance_policy> {
  static constexpr std::string_view items[] = {"l'intervention n'est pas facturée",
                                               "facturée telle quelle, avec un constat"};
};
template <>
struct choice_texts<merge_scope> {
  static constexpr std::string_view items[] = {"toutes les interventions",
                                               "celles horodatées par ligne fixe à leurs deux bouts"};
};
template <>
struct choice_texts<worker_conflict_policy> {
  static constexpr std::string_view items[] = {"la plus récente des deux n'est pas facturée",
                                               "facturées toutes deux, avec un constat",
                                               "facturées toutes deux, sans constat"};
};
template <>
struct choice_texts<beneficiary_conflict_policy> {
  static constexpr std::string_view items[] = {
      "la plus récente des deux n'est pas facturée", "facturées toutes deux, avec un constat",
      "facturées toutes deux, sans constat", "sans constat si la double intervention est admise, sinon comme flag"};
};
template <>
struct choice_texts<missing_policy> {
  static constexpr std::string_view items[] = {"l'heure de la période retenue", "l'heure de l'horaire planifié",
                                               "l'intervention n'est pas facturée", "l'intervention compte 0 minute"};
};
template <>
struct choice_texts<visit_class> {
  static constexpr std::string_view items[] = {"horodatée à l'arrivée et au départ",
                                               "arrivée non horodatée (COA)",
                                               "départ non horodaté (COD)",
                                               "ni arrivée ni départ horodatés (CO2)",
                                               "créée sans horodatage (CRE)",
                                               "modifiée hors horaires (MDT)",
                                               "retirée (SUP)",
                                               "horodatages seuls (HOR)",
                                               "saisie en déclaratif",
                                               "non payée",
                                               "identifiée par un moyen non probant",
                                               "modifiée dans ses horaires"};
};
template <>
struct choice_texts<duration_source> {
  static constexpr std::string_view items[] = {
      "la période retenue par le prestataire", "la durée entre les horodatages",
      "la durée planifiée, quelle que soit la durée réelle", "la plus courte des durées horodatée et planifiée"};
};
template <>
struct choice_texts<rounding_object> {
  static constexpr std::string_view items[] = {"rien n'est arrondi", "les heures d'arrivée et de départ", "la durée"};
};
template <>
struct choice_texts<rounding_scope> {
  static constexpr std::string_view items[] = {"chaque intervention", "la somme des interventions d'une journée",
                                               "la somme des interventions d'un mois"};
};
template <>
struct choice_texts<step_mode> {
  static constexpr std::string_view items[] = {
      "au pas le plus proche", "au pas supérieur",
      "au pas inférieur",      "en faveur du prestataire",
      "en faveur du payeur",   "au pas supérieur à partir de threshold_min, sinon à l'inférieur"};
};
template <>
struct choice_texts<step_tie> {
  static constexpr std::string_view items[] = {"au pas supérieur", "au pas inférieur", "au pas pair"};
};
template <>
struct choice_texts<rounding_guard> {
  static constexpr std::string_view items[] = {"toujours", "seulement si le réel est plus court que le planifié",
                                               "seulement si le réel est plus long que le planifié"};
};
template <>
struct choice_texts<cap_kind> {
  static constexpr std::string_view items[] = {"sans plafond", "la durée planifiée",
                                               "la durée planifiée plus extra_min", "le plan de la journée"};
};
template <>
struct choice_texts<smoothing_unit> {
  static constexpr std::string_view items[] = {"le plan se compte en temps", "le plan se compte en euros"};
};
template <>
struct choice_texts<pool_period> {
  static constexpr std::string_view items[] = {"semaine",  "mois",  "trimestre",
                                               "semestre", "année", "toute la durée de la commande"};
};
template <>
struct choice_texts<pool_scope> {
  static constexpr std::string_view items[] = {"les prestataires d'un plan partagent un compteur",
                                               "chaque prestataire a le sien"};
};
template <>
struct choice_texts<week_to_month> {
  static constexpr std::string_view items[] = {"jours du mois divisés par 7", "52 semaines divisées par 12 mois",
                                               "4,33 semaines par mois", "semaines dont le jeudi tombe dans le mois"};
};
template <>
struct choice_texts<plan_proration> {
  static constexpr std::string_view items[] = {"chaque mois entier, sans prorata", "au prorata des jours du mois",
                                               "au prorata des jours ouvrés",
                                               "chaque version du plan compte ses propres interventions"};
};
template <>
struct choice_texts<carry_order> {
  static constexpr std::string_view items[] = {"les heures du mois, puis les plus anciennes reportées",
                                               "les heures du mois, puis les plus récentes reportées",
                                               "les heures reportées d'abord, les plus anciennes en tête"};
};
template <>
struct choice_texts<crossing_visit> {
  static constexpr std::string_view items[] = {"dans le plan, en entier", "en dépassement, en entier"};
};
template <>
struct choice_texts<tariff_month> {
  static constexpr std::string_view items[] = {"le tarif du mois où les heures sont utilisées",
                                               "le tarif du mois qui les a accordées"};
};
template <>
struct choice_texts<late_visits> {
  static constexpr std::string_view items[] = {"le mois est recalculé, la différence est facturée",
                                               "ce qui a été facturé reste ; seul le reste du plan sert"};
};
template <>
struct choice_texts<overflow_to> {
  static constexpr std::string_view items[] = {"à la charge du bénéficiaire", "à la charge du prestataire",
                                               "non facturé", "à la charge du financeur suivant"};
};
template <>
struct choice_texts<residual_cent> {
  static constexpr std::string_view items[] = {"le premier financeur", "le dernier financeur"};
};
template <>
struct choice_texts<funding_split> {
  static constexpr std::string_view items[] = {"les minutes, en coupant l'intervention", "des interventions entières"};
};
template <>
struct choice_texts<duration_from> {
  static constexpr std::string_view items[] = {"les règles du premier financeur",
                                               "les règles de chaque financeur pour sa part"};
};
template <>
struct choice_texts<funding_nature> {
  static constexpr std::string_view items[] = {"des heures à son tarif", "le prix, jusqu'à épuisement de son montant",
                                               "un pourcentage de ce qui reste du prix"};
};
template <>
struct choice_texts<funder_rate_cap> {
  static constexpr std::string_view items[] = {"le tarif du financeur",
                                               "le tarif du financeur, la part bornée par le prix du prestataire",
                                               "le plus petit du tarif du financeur et du prix du prestataire"};
};
template <>
struct choice_texts<funding_day> {
  static constexpr std::string_view items[] = {"lundi",    "mardi",  "mercredi", "jeudi",
                                               "vendredi", "samedi", "dimanche", "jour férié"};
};
template <>
struct choice_texts<participation_basis> {
  static constexpr std::string_view items[] = {"sur les heures utilisées", "montant mensuel fixe sur le plan accepté",
                                               "pas de participation", "un montant par heure"};
};
template <>
struct choice_texts<participation_rate> {
  static constexpr std::string_view items[] = {"taux ou montant donné", "barème national de l'APA",
                                               "tableau selon les ressources"};
};
template <>
struct choice_texts<participation_rounding> {
  static constexpr std::string_view items[] = {"au plus proche, la moitié au supérieur",
                                               "au plus proche, la moitié au chiffre pair", "à l'inférieur"};
};
template <>
struct choice_texts<over_tariff> {
  static constexpr std::string_view items[] = {"à la charge du bénéficiaire", "à la charge du prestataire",
                                               "interdit : l'intervention n'est pas facturée"};
};
template <>
struct choice_texts<surcharge_policy> {
  static constexpr std::string_view items[] = {"la plus forte seule", "leur somme",
                                               "celle des heures remplace celle du jour si elle est plus forte"};
};
template <>
struct choice_texts<surcharge_bearer> {
  static constexpr std::string_view items[] = {"le bénéficiaire", "le financeur", "les deux, selon split_pct"};
};
template <>
struct choice_texts<cancelled_bill_to> {
  static constexpr std::string_view items[] = {"à personne", "au bénéficiaire", "au financeur"};
};
template <>
struct choice_texts<payment_channel> {
  static constexpr std::string_view items[] = {"au prestataire, qui facture le financeur",
                                               "au bénéficiaire, à qui tout est facturé",
                                               "à l'émetteur des CESU, avec lesquels paie le bénéficiaire"};
};
template <>
struct choice_texts<correction_unit> {
  static constexpr std::string_view items[] = {"par intervention", "par horodatage", "par minutes"};
};
template <>
struct choice_texts<correction_source> {
  static constexpr std::string_view items[] = {"d'après le motif de correction", "d'après les horodatages",
                                               "le plus sévère des deux"};
};
template <>
struct choice_texts<declarative_in_rates> {
  static constexpr std::string_view items[] = {"hors du taux", "au dénominateur seulement", "comptées comme corrigées"};
};
template <>
struct choice_texts<correction_exclusion> {
  static constexpr std::string_view items[] = {"bénéficiaires incompatibles", "pannes", "interventions rejetées",
                                               "horodatages seuls"};
};
template <>
struct choice_texts<correction_scope> {
  static constexpr std::string_view items[] = {"par prestataire et mois", "par prestataire et trimestre",
                                               "par bénéficiaire et mois", "par intervenant et mois"};
};
template <>
struct choice_texts<correction_penalty> {
  static constexpr std::string_view items[] = {"aucune suite",
                                               "un constat",
                                               "les corrections en trop ne sont pas payées",
                                               "une réfaction selon l'écart au seuil",
                                               "une réfaction par paliers",
                                               "le taux est mesuré pour un bonus, rien n'est calculé"};
};
template <>
struct choice_texts<refusal_order> {
  static constexpr std::string_view items[] = {"les créées d'abord", "les plus récentes d'abord",
                                               "les plus longues d'abord"};
};
template <>
struct choice_texts<undocumented_correction> {
  static constexpr std::string_view items[] = {"payées, avec un constat",
                                               "non payées tant que motif et auteur manquent"};
};
template <>
struct choice_texts<declarative_mode> {
  static constexpr std::string_view items[] = {"pas de saisie déclarative", "par intervention", "un total par mois"};
};
template <>
struct choice_texts<incompatible_source> {
  static constexpr std::string_view items[] = {"la durée planifiée", "la durée déclarée"};
};
template <>
struct choice_texts<extra_minutes_bearer> {
  static constexpr std::string_view items[] = {"le financeur", "le bénéficiaire", "le prestataire"};
};
template <>
struct choice_texts<invoice_granularity> {
  static constexpr std::string_view items[] = {
      "par prestataire", "par prestataire et prestation", "par prestataire, prestation et secteur",
      "par prestataire et bénéficiaire", "par prestataire, prestation et bénéficiaire"};
};
template <>
struct choice_texts<credit_note_form> {
  static constexpr std::string_view items[] = {"un avoir à part", "une ligne négative de la facture suivante"};
};
template <>
struct choice_texts<advance_base> {
  static constexpr std::string_view items[] = {"la prévision du mois à venir", "la moyenne des derniers mois"};
};
template <>
struct choice_texts<advance_recovery> {
  static constexpr std::string_view items[] = {"en une fois, sur la facture suivante",
                                               "par parts égales, sur plusieurs mois"};
};
template <>
struct choice_texts<retroactive_tariff> {
  static constexpr std::string_view items[] = {"ce qui est facturé est recalculé", "ce qui est facturé garde son prix"};
};
template <>
struct choice_texts<line_rounding> {
  static constexpr std::string_view items[] = {"au plus proche, la moitié au supérieur",
                                               "au plus proche, la moitié au centime pair"};
};
template <>
struct choice_texts<rounding_place> {
  static constexpr std::string_view items[] = {"chaque intervention", "chaque ligne", "chaque facture"};
};
template <>
struct choice_texts<numbering_period> {
  static constexpr std::string_view items[] = {"une suite par mois", "une suite par an"};
};
template <>
struct choice_texts<scope_level> {
  static constexpr std::string_view items[] = {"tout le département", "un financeur", "un prestataire",
                                               "une prestation", "un bénéficiaire"};
};

/// What a choice means, in French. Example: rounding_scope::day is "la somme des interventions d'une journée".
template <class Choice>
constexpr std::string_view text_of_choice(Choice value) {
  constexpr auto& names = enum_names<Choice>::items;
  static_assert(std::size(names) == std::size(choice_texts<Choice>::items), "every choice has its text");
  for (std::size_t i = 0; i < std::size(names); ++i) {
    if (names[i].value == value) return choice_texts<Choice>::items[i];
  }
  return {};
}

}  // namespace esppadom::inline ESPPADOM_ABI
