// What the steps of an explanation are about, beyond those of stamps, durations and prices.
#pragma once

#include "esppadom/billing/trace.hpp"

namespace esppadom::inline ESPPADOM_ABI::trace_labels {

// -- time and price of the visit
inline constexpr trace_label declared_time{"declared_time", "time or quantity declared", "temps ou quantité déclaré"};
inline constexpr trace_label extra_declared{"extra_declared", "extra minutes declared",
                                            "minutes complémentaires déclarées"};
inline constexpr trace_label extra_accepted{"extra_accepted", "extra minutes accepted",
                                            "minutes complémentaires acceptées"};
inline constexpr trace_label totals{"totals", "rounding of a total", "arrondi d'un total"};
inline constexpr trace_label other_visits_time{"other_visits_time", "time of the other visits of the total",
                                               "temps des autres interventions du total"};
inline constexpr trace_label put_on_later{"put_on_later", "difference put on later visits",
                                          "écart porté par des interventions plus tardives"};
inline constexpr trace_label difference_left{"difference_left", "difference left for this visit",
                                             "écart restant pour cette intervention"};
inline constexpr trace_label difference_taken{"difference_taken", "difference put on this visit",
                                              "écart porté par cette intervention"};
inline constexpr trace_label no_less_than_nothing{"no_less_than_nothing", "the whole time of the visit, taken off",
                                                  "tout le temps de l'intervention, en moins"};
inline constexpr trace_label after_totals{"after_totals", "time after the rules on totals",
                                          "temps après les règles sur les totaux"};
inline constexpr trace_label billed_total{"billed_total", "time billed", "temps facturé"};
inline constexpr trace_label hourly_price{"hourly_price", "price of an hour", "prix d'une heure"};
inline constexpr trace_label order_price{"order_price", "hourly price of the order", "prix horaire de la commande"};
inline constexpr trace_label reduced_hourly_price{"reduced_hourly_price", "reduced hourly price",
                                                  "prix horaire réduit"};

// -- pools
inline constexpr trace_label pool{"pool", "plan", "plan"};
inline constexpr trace_label granted{"granted", "what the orders grant", "ce que les commandes accordent"};
inline constexpr trace_label ordered_quantity{"ordered_quantity", "quantity of the order line",
                                              "quantité de la ligne de commande"};
inline constexpr trace_label days_of_month{"days_of_month", "days of the month", "jours du mois"};
inline constexpr trace_label weeks_of_month{"weeks_of_month", "weeks whose Thursday lies in the month",
                                            "semaines dont le jeudi tombe dans le mois"};
inline constexpr trace_label month_of_weeks{"month_of_weeks", "weekly quantity brought to the month",
                                            "quantité hebdomadaire ramenée au mois"};
inline constexpr trace_label days_in_force{"days_in_force", "days in force", "jours en vigueur"};
inline constexpr trace_label days_absent{"days_absent", "of these, days of absence", "dont jours d'absence"};
inline constexpr trace_label days_counted{"days_counted", "days that count", "jours comptés"};
inline constexpr trace_label days_of_whole{"days_of_whole", "days of the whole", "jours au total"};
inline constexpr trace_label share_of_days{"share_of_days", "share of the days", "part des jours"};
inline constexpr trace_label part_of_days{"part_of_days", "for these days", "pour ces jours"};
inline constexpr trace_label worth_of_hour{"worth_of_hour", "what an hour of the plan is worth",
                                           "valeur d'une heure du plan"};
inline constexpr trace_label worth_of_plan{"worth_of_plan", "what these hours are worth", "valeur de ces heures"};
inline constexpr trace_label granted_sum{"granted_sum", "granted by several order lines",
                                         "accordé par plusieurs lignes de commande"};
inline constexpr trace_label plan_of_period{"plan_of_period", "granted for the period", "accordé pour la période"};
inline constexpr trace_label advance_repaid{"advance_repaid", "of it, taken in advance by the period before",
                                            "dont pris par avance sur la période précédente"};
inline constexpr trace_label used_before{"used_before", "of it, used by earlier visits",
                                         "dont utilisé par les interventions précédentes"};
inline constexpr trace_label used_by_later{"used_by_later", "of it, used by later periods",
                                           "dont utilisé par des périodes plus tardives"};
inline constexpr trace_label own_difference{"own_difference", "granted less what was used",
                                            "accordé moins ce qui est utilisé"};
inline constexpr trace_label own_left{"own_left", "left of the period's own plan", "reste du plan de la période"};
inline constexpr trace_label lot{"lot", "left of an earlier period", "reste d'une période antérieure"};
inline constexpr trace_label carried_left{"carried_left", "left of earlier periods, together",
                                          "reste des périodes antérieures, au total"};
inline constexpr trace_label pool_ceiling{"pool_ceiling", "ceiling of own and carried hours",
                                          "plafond des heures propres et reportées"};
inline constexpr trace_label used_of_ceiling{"used_of_ceiling", "used under the ceiling", "utilisé sous le plafond"};
inline constexpr trace_label under_ceiling{"under_ceiling", "left under the ceiling", "reste sous le plafond"};
inline constexpr trace_label under_ceiling_or_none{"under_ceiling_or_none", "left under the ceiling, at least nothing",
                                                   "reste sous le plafond, au moins zéro"};
inline constexpr trace_label carried_usable{"carried_usable", "of earlier periods, usable now",
                                            "des périodes antérieures, utilisable"};
inline constexpr trace_label own_usable{"own_usable", "of the period's own plan, usable now",
                                        "du plan de la période, utilisable"};
inline constexpr trace_label after_lots{"after_lots", "left under the ceiling after the lots",
                                        "reste sous le plafond après les reports"};
inline constexpr trace_label advance_cap{"advance_cap", "most that may be used in advance",
                                         "maximum utilisable par avance"};
inline constexpr trace_label advanced_before{"advanced_before", "used in advance already", "déjà utilisé par avance"};
inline constexpr trace_label advance_room{"advance_room", "left for use in advance", "reste utilisable par avance"};
inline constexpr trace_label next_period_left{"next_period_left", "left of the next period's plan",
                                              "reste du plan de la période suivante"};
inline constexpr trace_label advance_usable{"advance_usable", "usable in advance", "utilisable par avance"};
inline constexpr trace_label first_paid_from{"first_paid_from", "first visit of the double, paid from",
                                             "première intervention du binôme, payée à partir de"};
inline constexpr trace_label first_paid_to{"first_paid_to", "paid until", "payée jusqu'à"};
inline constexpr trace_label both_from{"both_from", "both were there from", "à deux à partir de"};
inline constexpr trace_label both_to{"both_to", "both were there until", "à deux jusqu'à"};
inline constexpr trace_label paid_of_first{"paid_of_first", "paid of the first visit while both were there",
                                           "payé de la première intervention pendant la présence à deux"};
inline constexpr trace_label stands{"stands", "paid of the visit when it was invoiced, which stands",
                                    "pris en charge lors de la facturation, qui reste acquis"};
inline constexpr trace_label asked_now{"asked_now", "what the visit asks of the plan now",
                                       "ce que l'intervention demande au plan aujourd'hui"};
inline constexpr trace_label asked_then{"asked_then", "what it asked when it was invoiced",
                                        "ce qu'elle demandait lors de la facturation"};
inline constexpr trace_label asked_difference{"asked_difference", "difference asked", "écart demandé"};
inline constexpr trace_label asked_more{"asked_more", "asked more than then, at least nothing",
                                        "demandé en plus, au moins zéro"};
inline constexpr trace_label left_for_more{"left_for_more", "of it, what is left now", "dont ce qui reste aujourd'hui"};
inline constexpr trace_label available{"available", "what the visit may take", "ce que l'intervention peut prendre"};

// -- funding
inline constexpr trace_label funding{"funding", "who pays", "qui paie"};
inline constexpr trace_label funder{"funder", "funder", "financeur"};
inline constexpr trace_label volume{"volume", "volume of the funder", "volume du financeur"};
inline constexpr trace_label volume_used{"volume_used", "of it, used by earlier visits of the period",
                                         "dont utilisé par les interventions précédentes de la période"};
inline constexpr trace_label sub_ceilings{"sub_ceilings", "sub-ceilings of the service",
                                          "sous-plafonds de la prestation"};
inline constexpr trace_label sub_ceiling_used{"sub_ceiling_used", "used of the service in the period",
                                              "utilisé de la prestation dans la période"};
inline constexpr trace_label sub_ceiling_rest{"sub_ceiling_rest", "sub-ceiling less what is used",
                                              "sous-plafond moins ce qui est utilisé"};
inline constexpr trace_label volume_left{"volume_left", "left of the funder's volume", "reste du volume du financeur"};
inline constexpr trace_label euros_left{"euros_left", "euros left to the funder", "euros restants du financeur"};
inline constexpr trace_label own_rules_time{"own_rules_time", "time by the funder's own rules",
                                            "temps selon les règles propres du financeur"};
inline constexpr trace_label sub_ceiling_left{"sub_ceiling_left", "left under the sub-ceiling of the service",
                                              "reste sous le sous-plafond de la prestation"};
inline constexpr trace_label charged_before{"charged_before", "taken by the funders before",
                                            "pris par les financeurs précédents"};
inline constexpr trace_label room_under_limit{"room_under_limit", "room under the limit", "place sous la limite"};
inline constexpr trace_label at_least_nothing{"at_least_nothing", "at least nothing", "au moins zéro"};
inline constexpr trace_label offered{"offered", "minutes on offer to the funder", "minutes proposées au financeur"};
inline constexpr trace_label limited{"limited", "minutes within the limit", "minutes dans la limite"};
inline constexpr trace_label pool_closed{"pool_closed", "an earlier visit closed the plan",
                                         "une intervention précédente a fermé le plan"};
inline constexpr trace_label whole_or_nothing{"whole_or_nothing", "the whole visit or nothing",
                                              "toute l'intervention ou rien"};
inline constexpr trace_label taken{"taken", "minutes the funder takes", "minutes prises par le financeur"};
inline constexpr trace_label taken_here{"taken_here", "minutes taken of this segment", "minutes prises sur ce segment"};
inline constexpr trace_label cut_rest{"cut_rest", "minutes left of the segment", "minutes restantes du segment"};
inline constexpr trace_label piece_price{"piece_price", "price of the minutes", "prix des minutes"};
inline constexpr trace_label rest_price{"rest_price", "price of the minutes left", "prix des minutes restantes"};
inline constexpr trace_label share_of_cut{"share_of_cut", "share that goes with these minutes",
                                          "part qui suit ces minutes"};
inline constexpr trace_label unpaid{"unpaid", "not paid yet", "restant à payer"};
inline constexpr trace_label funder_rate{"funder_rate", "hourly rate of the funder", "tarif horaire du financeur"};
inline constexpr trace_label funder_day_rate{"funder_day_rate", "hourly rate of the funder for the day",
                                             "tarif horaire du financeur pour ce type de jour"};
inline constexpr trace_label capped_rate{"capped_rate", "rate, at most the price", "tarif, au plus le prix"};
inline constexpr trace_label at_rate{"at_rate", "minutes at the funder's rate", "minutes au tarif du financeur"};
inline constexpr trace_label capped_amount{"capped_amount", "amount, at most the price", "montant, au plus le prix"};
inline constexpr trace_label with_surcharge{"with_surcharge", "with the surcharge the funder bears",
                                            "avec la majoration à la charge du financeur"};
inline constexpr trace_label borne_surcharge{"borne_surcharge", "surcharge the funder bears",
                                             "majoration à la charge du financeur"};
inline constexpr trace_label funder_part{"funder_part", "funder's part of the surcharge",
                                         "part du financeur dans la majoration"};
inline constexpr trace_label participation_rate{"participation_rate", "participation of the beneficiary",
                                                "participation du bénéficiaire"};
inline constexpr trace_label kept_rate{"kept_rate", "1 − participation", "1 − participation"};
inline constexpr trace_label participation_hour{"participation_hour", "participation for each hour",
                                                "participation par heure"};
inline constexpr trace_label participation_amount{"participation_amount", "participation for these minutes",
                                                  "participation pour ces minutes"};
inline constexpr trace_label less_participation{"less_participation", "less the participation",
                                                "moins la participation"};
inline constexpr trace_label share_wanted{"share_wanted", "share before the limit of the price",
                                          "part avant la limite du prix"};
inline constexpr trace_label funder_pays{"funder_pays", "the funder pays on these minutes",
                                         "le financeur paie pour ces minutes"};
inline constexpr trace_label complement_rate{"complement_rate", "percentage of the complement", "part du complément"};
inline constexpr trace_label complement_max{"complement_max", "most for a visit", "maximum par intervention"};
inline constexpr trace_label complement_share{"complement_share", "complement on these minutes",
                                              "complément pour ces minutes"};
inline constexpr trace_label euros_target{"euros_target", "euros the funder can still pay",
                                          "euros que le financeur peut encore payer"};
inline constexpr trace_label charged_euros{"charged_euros", "euros charged to the funder",
                                           "euros à la charge du financeur"};
inline constexpr trace_label proportion{"proportion", "proportion of the euros left", "proportion des euros restants"};
inline constexpr trace_label others_paid{"others_paid", "paid by others", "payé par d'autres"};
inline constexpr trace_label paid_in_all{"paid_in_all", "paid with this part", "payé avec cette part"};
inline constexpr trace_label kept_time{"kept_time", "minutes in proportion", "minutes en proportion"};
inline constexpr trace_label rest_of_target{"rest_of_target", "euros left of the limit", "euros restants de la limite"};
inline constexpr trace_label over_tariff_share{"over_tariff_share", "price above the funder's rate",
                                               "prix au-dessus du tarif du financeur"};
inline constexpr trace_label surcharge_share{"surcharge_share", "surcharge the funder does not bear",
                                             "majoration non prise en charge"};
inline constexpr trace_label participation_share{"participation_share", "participation left to the beneficiary",
                                                 "participation restant au bénéficiaire"};
inline constexpr trace_label same_basis{"same_basis", "price on the funder's terms",
                                        "prix aux conditions du financeur"};
inline constexpr trace_label price_above{"price_above", "price above that", "prix au-delà"};
inline constexpr trace_label left_to_beneficiary{"left_to_beneficiary", "left to the beneficiary",
                                                 "restant à la charge du bénéficiaire"};
inline constexpr trace_label left_to_provider{"left_to_provider", "left to the provider",
                                              "restant à la charge du prestataire"};
inline constexpr trace_label left_unbilled{"left_unbilled", "billed to nobody", "facturé à personne"};

// -- the result of the visit
inline constexpr trace_label result{"result", "result", "résultat"};
inline constexpr trace_label funder_total{"funder_total", "share of the funder", "part du financeur"};
inline constexpr trace_label beneficiary_total{"beneficiary_total", "share of the beneficiary", "part du bénéficiaire"};
inline constexpr trace_label beneficiary_reason_total{
    "beneficiary_reason_total", "share of the beneficiary for this reason", "part du bénéficiaire pour ce motif"};
inline constexpr trace_label provider_total{"provider_total", "borne by the provider", "à la charge du prestataire"};
inline constexpr trace_label unbilled_total{"unbilled_total", "billed to nobody", "facturé à personne"};
inline constexpr trace_label price_total{"price_total", "price of the visit", "prix de l'intervention"};
inline constexpr trace_label sum_of_shares{"sum_of_shares", "sum of all shares", "somme de toutes les parts"};
inline constexpr trace_label sum_check{"sum_check", "price less all shares (must be 0)",
                                       "prix moins toutes les parts (doit être 0)"};

// -- lines and cents
inline constexpr trace_label line{"line", "invoice line", "ligne de facture"};
inline constexpr trace_label own_price{"own_price", "price of this visit on the line",
                                       "prix de cette intervention sur la ligne"};
inline constexpr trace_label own_time{"own_time", "time of this visit on the line",
                                      "temps de cette intervention sur la ligne"};
inline constexpr trace_label own_share{"own_share", "share of this visit", "part de cette intervention"};
inline constexpr trace_label others_price{"others_price", "price of the other visits on the line",
                                          "prix des autres interventions de la ligne"};
inline constexpr trace_label others_time{"others_time", "time of the other visits on the line",
                                         "temps des autres interventions de la ligne"};
inline constexpr trace_label others_share{"others_share", "share of the other visits on the line",
                                          "part des autres interventions de la ligne"};
inline constexpr trace_label line_price{"line_price", "exact price of the line", "prix exact de la ligne"};
inline constexpr trace_label line_time{"line_time", "time of the line", "temps de la ligne"};
inline constexpr trace_label line_share{"line_share", "exact share of the line", "part exacte de la ligne"};
inline constexpr trace_label invoice_total{"invoice_total", "exact total of the lines rounded together",
                                           "total exact des lignes arrondies ensemble"};
inline constexpr trace_label other_lines{"other_lines", "the other lines rounded together",
                                         "les autres lignes arrondies ensemble"};
inline constexpr trace_label rounded_price{"rounded_price", "price in cents", "prix en centimes"};
inline constexpr trace_label rounded_share{"rounded_share", "share rounded to cents", "part arrondie au centime"};
inline constexpr trace_label share_in_cents{"share_in_cents", "share in cents, at most what is left",
                                            "part en centimes, au plus ce qui reste"};
inline constexpr trace_label cents_left{"cents_left", "left to share out", "reste à répartir"};
inline constexpr trace_label rest_in_cents{"rest_in_cents", "share that takes the rest", "part qui prend le reste"};
inline constexpr trace_label residual{"residual", "residual of the rounding", "écart d'arrondi"};
inline constexpr trace_label floor_cents{"floor_cents", "whole cents of the exact share",
                                         "centimes entiers de la part exacte"};
inline constexpr trace_label remainder_of_part{"remainder_of_part", "what whole cents leave of the exact share",
                                               "reste de la part exacte au-delà des centimes entiers"};
inline constexpr trace_label cents_to_give{"cents_to_give", "cents left to give out", "centimes restant à répartir"};
inline constexpr trace_label cent_taken_before{"cent_taken_before", "cents of shares with a larger remainder",
                                               "centimes des parts de plus fort reste"};
inline constexpr trace_label remainder_cents{"remainder_cents", "cents by largest remainder",
                                             "centimes au plus fort reste"};
inline constexpr trace_label cents_of_reason{"cents_of_reason", "share of the reason in cents",
                                             "part de ce motif en centimes"};
inline constexpr trace_label own_cents{"own_cents", "this visit in cents", "cette intervention en centimes"};
inline constexpr trace_label other_cents{"other_cents", "other visits in cents", "autres interventions en centimes"};
inline constexpr trace_label line_cents{"line_cents", "the line in cents", "la ligne en centimes"};
inline constexpr trace_label rounded_together{"rounded_together", "lines of the invoice rounded together",
                                              "lignes de la facture arrondies ensemble"};
inline constexpr trace_label paid_by_others{"paid_by_others", "a line on which the beneficiary pays nothing",
                                            "ligne où le bénéficiaire ne paie rien"};
inline constexpr trace_label left_of_price{"left_of_price", "left of the price", "reste du prix"};
inline constexpr trace_label fixed_participation{"fixed_participation", "participation fixed for the month",
                                                 "participation fixée pour le mois"};
inline constexpr trace_label fixed_in_force{"fixed_in_force", "amount of a whole month", "montant d'un mois entier"};
inline constexpr trace_label fixed_sum{"fixed_sum", "amounts of the parts of the month",
                                       "montants des parties du mois"};
inline constexpr trace_label fixed_of_month{"fixed_of_month", "participation of the month in cents",
                                            "participation du mois en centimes"};
inline constexpr trace_label line_before{"line_before", "share of a line that comes before",
                                         "part d'une ligne qui précède"};
inline constexpr trace_label fixed_left{"fixed_left", "left for the following lines",
                                        "reste pour les lignes suivantes"};
inline constexpr trace_label fixed_off{"fixed_off", "taken off the share of the line", "retiré de la part de la ligne"};
inline constexpr trace_label after_fixed{"after_fixed", "after the participation fixed for the month",
                                         "après la participation fixée pour le mois"};
inline constexpr trace_label document{"document", "document", "document"};
inline constexpr trace_label should_stand{"should_stand", "what should stand now", "ce qui doit être facturé"};
inline constexpr trace_label emitted_before{"emitted_before", "invoiced by earlier runs", "déjà facturé précédemment"};
inline constexpr trace_label difference{"difference", "difference to invoice", "différence à facturer"};

// -- the national scale of participations
inline constexpr trace_label national_scale{"national_scale", "national scale of APA", "barème national de l'APA"};
inline constexpr trace_label mtp{"mtp", "MTP (assistance of a third person) on 1 January",
                                 "MTP (majoration pour tierce personne) au 1er janvier"};
inline constexpr trace_label ceiling_factor{"ceiling_factor", "ceiling of the plan, as a multiple of the MTP",
                                            "plafond du plan, en multiple de la MTP"};
inline constexpr trace_label plan_ceiling{"plan_ceiling", "ceiling of the plan", "plafond du plan"};
inline constexpr trace_label proposed_plan{"proposed_plan", "plan of the month", "plan du mois"};
inline constexpr trace_label accepted_plan{"accepted_plan", "plan that counts", "plan retenu"};
inline constexpr trace_label couple_divisor{"couple_divisor", "divisor of the resources of a couple",
                                            "diviseur des ressources d'un couple"};
inline constexpr trace_label resources_of_one{"resources_of_one", "resources that count", "ressources retenues"};
inline constexpr trace_label resources_in_mtp{"resources_in_mtp", "resources as a multiple of the MTP",
                                              "ressources en multiple de la MTP"};
inline constexpr trace_label free_below{"free_below",
                                        "resources up to which nothing is asked, as a multiple of the MTP",
                                        "ressources jusqu'auxquelles rien n'est demandé, en multiple de la MTP"};
inline constexpr trace_label full_above{
    "full_above", "resources above which the highest rate is asked, as a multiple of the MTP",
    "ressources au-delà desquelles le taux maximal est demandé, en multiple de la MTP"};
inline constexpr trace_label highest_rate{"highest_rate", "highest rate of participation",
                                          "taux maximal de participation"};
inline constexpr trace_label scale_width{"scale_width", "from one threshold to the other", "d'un seuil à l'autre"};
inline constexpr trace_label above_free{"above_free", "resources above the first threshold",
                                        "ressources au-delà du premier seuil"};
inline constexpr trace_label risen{"risen", "part of the way to the second threshold",
                                   "part du chemin vers le second seuil"};
inline constexpr trace_label scale_factor{"scale_factor", "rate before the slices are weighed",
                                          "taux avant pondération des tranches"};
inline constexpr trace_label edge_factor{"edge_factor", "end of a slice of the plan, as a multiple of the MTP",
                                         "fin d'une tranche du plan, en multiple de la MTP"};
inline constexpr trace_label slice_edge{"slice_edge", "end of a slice of the plan", "fin d'une tranche du plan"};
inline constexpr trace_label plan_up_to{"plan_up_to", "plan up to the end of the slice",
                                        "plan jusqu'à la fin de la tranche"};
inline constexpr trace_label plan_slice{"plan_slice", "slice of the plan", "tranche du plan"};
inline constexpr trace_label slice_factor{"slice_factor", "weight of the resources in a slice",
                                          "poids des ressources dans une tranche"};
inline constexpr trace_label slice_rest{"slice_rest", "weight of the second threshold in a slice",
                                        "poids du second seuil dans une tranche"};
inline constexpr trace_label slice_part{"slice_part", "weighed part", "part pondérée"};
inline constexpr trace_label slice_sum{"slice_sum", "weighed parts together", "parts pondérées ensemble"};
inline constexpr trace_label slice_above{"slice_above", "weighed parts above the first threshold",
                                         "parts pondérées au-delà du premier seuil"};
inline constexpr trace_label slice_weight{"slice_weight", "how much of the slice counts",
                                          "part de la tranche qui compte"};
inline constexpr trace_label weighted_slice{"weighted_slice", "what counts of the slice",
                                            "ce qui compte de la tranche"};
inline constexpr trace_label weighted_plan{"weighted_plan", "what counts of the plan", "ce qui compte du plan"};
inline constexpr trace_label scale_participation{"scale_participation", "participation in the plan of the month",
                                                 "participation au plan du mois"};
inline constexpr trace_label rate_of_scale{"rate_of_scale", "rate of the national scale", "taux du barème national"};
inline constexpr trace_label no_accepted_plan{"no_accepted_plan", "rate of a plan of nothing", "taux d'un plan nul"};

}  // namespace esppadom::inline ESPPADOM_ABI::trace_labels
