// What the steps of the explanation of a document are about.
#pragma once

#include "esppadom/billing/trace.hpp"

namespace esppadom::inline ESPPADOM_ABI::trace_labels {

// -- lines
inline constexpr trace_label document_lines{"document_lines", "lines of the document", "lignes du document"};
inline constexpr trace_label document_line{"document_line", "share of the funder on the line",
                                           "part du financeur sur la ligne"};
inline constexpr trace_label lines_total{"lines_total", "sum of the lines", "somme des lignes"};

// -- penalties
inline constexpr trace_label penalty{"penalty", "penalty", "pénalité"};
inline constexpr trace_label judged_rate{"judged_rate", "correction rate that is judged", "taux de correction jugé"};
inline constexpr trace_label rate_numerator{"rate_numerator", "what counts as corrected",
                                            "ce qui compte comme corrigé"};
inline constexpr trace_label rate_denominator{"rate_denominator", "what the rate is taken over",
                                              "ce sur quoi porte le taux"};
inline constexpr trace_label visits_of_class{"visits_of_class", "visits of this class in the rate",
                                             "interventions de cette classe dans le taux"};
inline constexpr trace_label time_of_class{"time_of_class", "time of the visits of this class in the rate",
                                           "temps des interventions de cette classe dans le taux"};
inline constexpr trace_label two_stamps{"two_stamps", "two stamps for each visit", "deux pointages par intervention"};
inline constexpr trace_label corrected_of_class{"corrected_of_class", "corrected visits of this class",
                                                "interventions corrigées de cette classe"};
inline constexpr trace_label corrected_stamps_of_class{"corrected_stamps_of_class",
                                                       "corrected stamps of the visits of this class",
                                                       "pointages corrigés des interventions de cette classe"};
inline constexpr trace_label corrected_time_of_class{"corrected_time_of_class",
                                                     "time of the corrected visits of this class",
                                                     "temps des interventions corrigées de cette classe"};
inline constexpr trace_label weighed_of_class{"weighed_of_class", "with the weight of the class",
                                              "avec le poids de la classe"};
inline constexpr trace_label correction_rate{"correction_rate", "correction rate", "taux de correction"};
inline constexpr trace_label above_threshold{"above_threshold", "rate less the threshold", "taux moins le seuil"};
inline constexpr trace_label excess_rate{"excess_rate", "excess over the threshold, at least 0",
                                         "dépassement du seuil, au moins 0"};
inline constexpr trace_label excess_times_k{"excess_times_k", "excess × coefficient", "dépassement × coefficient"};
inline constexpr trace_label capped_reduction{"capped_reduction", "reduction, at most the cap and the whole",
                                              "réfaction, au plus le plafond et le tout"};
inline constexpr trace_label tier_reached{"tier_reached", "reduction of the tier that is reached",
                                          "réfaction du palier atteint"};
inline constexpr trace_label reduction_if_exceeded{
    "reduction_if_exceeded", "reduction, if the rate exceeds the threshold", "réfaction, si le taux dépasse le seuil"};
inline constexpr trace_label allowed_corrections{"allowed_corrections", "what the threshold allows",
                                                 "ce que le seuil permet"};
inline constexpr trace_label refused_counted{"refused_counted", "a refused visit counts",
                                             "une intervention refusée compte"};
inline constexpr trace_label left_of_corrections{"left_of_corrections", "what is left with refused visits taken off",
                                                 "reste une fois les interventions refusées retirées"};
inline constexpr trace_label beyond_allowed{"beyond_allowed", "beyond what the threshold allows (at most 0)",
                                            "au-delà de ce que le seuil permet (au plus 0)"};
inline constexpr trace_label judged_share{"judged_share", "share of the judged visits on the line",
                                          "part des interventions jugées sur la ligne"};
inline constexpr trace_label penalty_base{"penalty_base", "base of the penalty", "assiette de la pénalité"};
inline constexpr trace_label refused_share{"refused_share", "share of the refused visits on the line",
                                           "part des interventions refusées sur la ligne"};
inline constexpr trace_label refused_total{"refused_total", "refused visits", "interventions refusées"};
inline constexpr trace_label reducible{"reducible", "base less refused visits",
                                       "assiette moins les interventions refusées"};
inline constexpr trace_label exact_reduction{"exact_reduction", "exact amount of the reduction",
                                             "montant exact de la réfaction"};
inline constexpr trace_label reduction_amount{"reduction_amount", "reduction in cents", "réfaction en centimes"};
inline constexpr trace_label penalty_of_rate{"penalty_of_rate", "penalty for this rate", "pénalité pour ce taux"};
inline constexpr trace_label penalty_total{"penalty_total", "penalties that should stand",
                                           "pénalités qui doivent s'appliquer"};
inline constexpr trace_label penalty_before{"penalty_before", "penalties of earlier runs",
                                            "pénalités des facturations précédentes"};
inline constexpr trace_label penalty_on_document{"penalty_on_document", "penalty on this document",
                                                 "pénalité sur ce document"};
inline constexpr trace_label penalties_total{"penalties_total", "sum of the penalties", "somme des pénalités"};

// -- VAT
inline constexpr trace_label vat{"vat", "VAT", "TVA"};
inline constexpr trace_label line_vat_rate{"line_vat_rate", "VAT rate of the line", "taux de TVA de la ligne"};
inline constexpr trace_label one_plus_vat{"one_plus_vat", "1 + VAT rate", "1 + taux de TVA"};
inline constexpr trace_label exact_net{"exact_net", "exact amount without VAT", "montant exact hors taxes"};
inline constexpr trace_label net_amount{"net_amount", "amount without VAT", "montant hors taxes"};
inline constexpr trace_label vat_base{"vat_base", "base of the VAT", "base de la TVA"};
inline constexpr trace_label exact_vat{"exact_vat", "exact VAT", "TVA exacte"};
inline constexpr trace_label vat_amount{"vat_amount", "VAT in cents", "TVA en centimes"};
inline constexpr trace_label net_total{"net_total", "total without VAT", "total hors taxes"};
inline constexpr trace_label vat_total{"vat_total", "total of the VAT", "total de la TVA"};

// -- totals
inline constexpr trace_label document_total{"document_total", "totals of the document", "totaux du document"};
inline constexpr trace_label grand_total{"grand_total", "total of the document", "total du document"};
inline constexpr trace_label vat_difference{"vat_difference", "total less the sum of its amounts with VAT",
                                            "total moins la somme de ses montants toutes taxes comprises"};
inline constexpr trace_label due{"due", "amount due", "net à payer"};

// -- advances
inline constexpr trace_label recovery{"recovery", "recovery of an advance", "récupération d'un acompte"};
inline constexpr trace_label advance_granted{"advance_granted", "advance granted", "acompte accordé"};
inline constexpr trace_label recovered_before{"recovered_before", "recovered before this document",
                                              "récupéré avant ce document"};
inline constexpr trace_label advance_left{"advance_left", "advance still to be recovered",
                                          "acompte restant à récupérer"};
inline constexpr trace_label exact_part{"exact_part", "equal part of the advance", "part égale de l'acompte"};
inline constexpr trace_label part_of_advance{"part_of_advance", "part in cents", "part en centimes"};
inline constexpr trace_label recovered_in_month{"recovered_in_month", "recovered in this month of billing",
                                                "récupéré dans ce mois de facturation"};
inline constexpr trace_label part_left{"part_left", "left of the part", "reste de la part"};
inline constexpr trace_label recoverable{"recoverable", "to be recovered at most", "récupérable au plus"};
inline constexpr trace_label recovered{"recovered", "recovered on this document", "récupéré sur ce document"};
inline constexpr trace_label new_advance{"new_advance", "advance for the next month", "acompte pour le mois suivant"};
inline constexpr trace_label advance_forecast{"advance_forecast", "forecast of the month", "prévision du mois"};
inline constexpr trace_label due_of_document{"due_of_document", "due of a document", "net à payer d'un document"};
inline constexpr trace_label due_total{"due_total", "due of these months", "net à payer de ces mois"};
inline constexpr trace_label forecast_of_line{"forecast_of_line", "forecast of an order line",
                                              "prévision d'une ligne de commande"};
inline constexpr trace_label forecast_hours{"forecast_hours", "hours of the month to come", "heures du mois à venir"};
inline constexpr trace_label forecast_rate{"forecast_rate", "rate of the funder", "tarif du financeur"};
inline constexpr trace_label forecast_gross{"forecast_gross", "these hours at the rate", "ces heures au tarif"};
inline constexpr trace_label forecast_less_fixed{"forecast_less_fixed",
                                                 "less the participation fixed for a month, at least 0",
                                                 "moins la participation fixée pour un mois, au moins 0"};
inline constexpr trace_label exact_average{"exact_average", "exact average of a month", "moyenne mensuelle exacte"};
inline constexpr trace_label advance_base{"advance_base", "base of the advance", "assiette de l'acompte"};
inline constexpr trace_label exact_advance{"exact_advance", "exact advance", "acompte exact"};

}  // namespace esppadom::inline ESPPADOM_ABI::trace_labels
