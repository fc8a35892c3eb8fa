// What billing finds in the data it is given: ESP-BIL-nnn.
#pragma once

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

inline constexpr finding_kind bil_planned_missing{
    "ESP-BIL-002",
    severity::error,
    "A rule in force needs the planned time, and nothing gives it.",
    "Une règle en vigueur exige l'horaire planifié, que rien ne fournit.",
    "Give the planned visit in the circumstances, or send the planned period in the DELIVERY.",
    "Fournissez l'intervention planifiée dans les circonstances, ou la période planifiée dans le message DELIVERY.",
    "The planned time comes from the message, from an earlier message of the same visit or from the circumstances, "
    "never from the real time. A snap, a cap or billing of the planned time without it would pay uncapped time, so the "
    "visit is listed as unbilled.",
    "L'horaire planifié vient du message, d'un message antérieur de la même intervention ou des circonstances, jamais "
    "du réel. Sans lui, un alignement, un plafond ou une facturation au planifié paierait un temps sans limite : "
    "l'intervention figure en non facturé.",
    standing::inferred_medium};
inline constexpr finding_kind bil_no_order_line{
    "ESP-BIL-003",
    severity::warning,
    "No order line covers the visit of {0}.",
    "Aucune ligne de commande ne couvre l'intervention du {0}.",
    "Send the order, or correct the order line, provider or service of the visit.",
    "Envoyez la commande, ou corrigez la ligne de commande, le prestataire ou la prestation de l'intervention.",
    "A visit is joined by the order and line it names, else by the line alone, else by the one line of the same "
    "beneficiary, provider and service in force on its date (inferred). With none there is no tariff and no plan: the "
    "visit is listed as unbilled.",
    "Une intervention se rattache par la commande et la ligne qu'elle cite, sinon par la ligne seule, sinon par "
    "l'unique ligne de même bénéficiaire, prestataire et prestation en vigueur à sa date (déduit). Sans ligne, ni "
    "tarif ni plan : l'intervention figure en non facturé.",
    standing::inferred_medium};
inline constexpr finding_kind bil_several_order_lines{
    "ESP-BIL-004",
    severity::warning,
    "{0} order lines could cover the visit of {1}.",
    "{0} lignes de commande pourraient couvrir l'intervention du {1}.",
    "Name the order line (OrderLineID) in the DELIVERY.",
    "Indiquez la ligne de commande (OrderLineID) dans le message DELIVERY.",
    "Several lines of one payer, or of different services, would pay this visit by different tariffs or plans; the "
    "library does not choose, and the visit is listed as unbilled. Lines of one service from different payers are no "
    "conflict: they share the visit.",
    "Plusieurs lignes d'un même payeur, ou de prestations différentes, paieraient cette intervention selon des tarifs "
    "ou des plans différents ; la bibliothèque ne choisit pas et l'intervention figure en non facturé. Des lignes "
    "d'une même prestation de payeurs différents ne se contredisent pas : elles se partagent l'intervention.",
    standing::inferred_medium};
inline constexpr finding_kind bil_joined_by_service{
    "ESP-BIL-005",
    severity::info,
    "No order line “{0}” is in force; the visit was joined by its service.",
    "Aucune ligne de commande « {0} » n'est en vigueur ; l'intervention a été rattachée par sa prestation.",
    "Check that the provider echoes the order line of the order in force.",
    "Vérifiez que le prestataire reprend la ligne de la commande en vigueur.",
    "The order line that a visit names is the first key (known), the fallback on the service is inferred. The visit is "
    "billed on the line found; if that is not the plan meant, the amounts go to the wrong one.",
    "La ligne de commande citée par une intervention est la première clé (établi), le recours à la prestation est "
    "déduit. L'intervention est facturée sur la ligne trouvée ; si ce n'est pas le plan voulu, les montants vont au "
    "mauvais plan.",
    standing::inferred_medium};
inline constexpr finding_kind bil_order_superseded{
    "ESP-BIL-006",
    severity::info,
    "Order {0} is superseded by order {1} from {2} on.",
    "La commande {0} est remplacée par la commande {1} à compter du {2}.",
    "Nothing to do if this is intended; otherwise have the ordering party correct the dates or the reference.",
    "Rien à faire si c'est voulu ; sinon, faites corriger les dates ou le renvoi par le donneur d'ordre.",
    "An order is corrected by a new order number, never in place (known); which order replaces which is inferred from "
    "the reference to it or from plan, lines and dates. Counters of the plan go on, and visits already billed change "
    "only where rate, payer, participation or volume differ.",
    "Une commande se corrige par un nouveau numéro, jamais sur place (établi) ; quelle commande en remplace une autre "
    "est déduit du renvoi à celle-ci ou du plan, des lignes et des dates. Les compteurs du plan se poursuivent, et les "
    "interventions déjà facturées ne changent que si taux, payeur, participation ou volume diffèrent.",
    standing::inferred_medium};
inline constexpr finding_kind bil_order_after_as_of{
    "ESP-BIL-007",
    severity::info,
    "Order {0} was issued after {1}: it is not used.",
    "La commande {0} a été émise après le {1} : elle n'est pas utilisée.",
    "Give a later as-of date if the order must count.",
    "Donnez une date d'arrêté postérieure si elle doit compter.",
    "A run bills what was known on its as-of date, so that a later rerun gives the same result. The order is kept in "
    "the ledger and counts as soon as a run has a later date.",
    "Un traitement facture ce qui était connu à sa date d'arrêté, pour qu'un nouveau passage donne le même résultat. "
    "La commande reste au registre et compte dès qu'un traitement porte une date postérieure.",
    standing::inferred_high};
inline constexpr finding_kind bil_order_and_rules_differ{
    "ESP-BIL-008",
    severity::warning,
    "{0}: the order says {1}, the rule book {2}; by tariff.source = {3} that value applies.",
    "{0} : la commande indique {1}, le recueil de règles {2} ; d'après tariff.source = {3}, c'est cette valeur qui "
    "s'applique.",
    "Align the order and the rule book, or set tariff.source.",
    "Accordez la commande et le recueil de règles, ou fixez tariff.source.",
    "No public source says whether the order or the rule book decides when their tariffs, surcharges or participations "
    "differ. The key tariff.source decides; every visit of the line is paid by the value it names.",
    "Aucune source publique ne dit qui, de la commande ou du recueil de règles, l'emporte quand leurs tarifs, "
    "majorations ou participations diffèrent. La clé tariff.source en décide ; chaque intervention de la ligne est "
    "payée selon la valeur qu'elle désigne.",
    standing::open};
inline constexpr finding_kind bil_same_order_id{
    "ESP-BIL-009",
    severity::warning,
    "Order {0} came twice with different contents; the later one counts.",
    "La commande {0} est arrivée deux fois avec des contenus différents ; la plus récente compte.",
    "Have the ordering party correct an order by a new order number; check which of the two is right.",
    "Faites corriger une commande par un nouveau numéro de commande ; vérifiez laquelle des deux est juste.",
    "Nothing is modified in place: a correction is a new order number in a later batch. The order issued later is used "
    "(then by content, never by the order of the files), and a month already billed may change with it.",
    "Rien ne se modifie sur place : une correction est un nouveau numéro de commande dans un lot ultérieur. La "
    "commande émise le plus tard est employée (puis d'après le contenu, jamais l'ordre des fichiers), et un mois déjà "
    "facturé peut changer avec elle.",
    standing::known};
inline constexpr finding_kind bil_replaced{
    "ESP-BIL-010",
    severity::info,
    "The visit came in {0} messages; the latest one counts.",
    "L'intervention figure dans {0} messages ; le plus récent compte.",
    "Nothing to do if this is intended; two visits need two numbers.",
    "Rien à faire si c'est voulu ; deux interventions ont deux numéros.",
    "A later DELIVERY of the same number replaces the earlier one (inferred), by issue time and then by content. A "
    "visit already billed is billed anew, and the difference goes on a supplementary invoice or credit note.",
    "Un DELIVERY postérieur de même numéro remplace le précédent (déduit), d'après la date d'émission puis le contenu. "
    "Une intervention déjà facturée est recalculée, et la différence passe en facture complémentaire ou en avoir.",
    standing::inferred_medium};
inline constexpr finding_kind bil_same_visit_two_ids{
    "ESP-BIL-011",
    severity::error,
    "The same visit as {0}, under another identifier: held.",
    "Même intervention que {0}, sous un autre identifiant : mise en attente.",
    "Withdraw one of the two (code SUP), or correct its times.",
    "Retirez l'une des deux (code SUP), ou corrigez ses horaires.",
    "The same caregiver cannot be twice at the same beneficiary's home at once, so two messages of one provider that "
    "overlap are one visit sent twice (inferred). Only the earlier message is billed; the other is listed as unbilled, "
    "so that nothing is paid twice.",
    "Le même intervenant ne peut pas être deux fois à la fois chez le même bénéficiaire : deux messages d'un "
    "prestataire qui se chevauchent sont une intervention envoyée deux fois (déduit). Seul le message le plus ancien "
    "est facturé ; l'autre figure en non facturé, pour que rien ne soit payé deux fois.",
    standing::inferred_medium};
inline constexpr finding_kind bil_caregiver_conflict{
    "ESP-BIL-012",
    severity::warning,
    "The same caregiver is at another visit ({0}) at that time.",
    "Le même intervenant est sur une autre intervention ({0}) à ce moment.",
    "Correct the times of one of the two.",
    "Corrigez les horaires de l'une des deux.",
    "Two live visits of one caregiver must not overlap; visits that touch do not. By the rule "
    "stamps.conflict.same_worker the visit sent later is billed with this alert, or rejected and listed as unbilled; "
    "value allow gives no finding.",
    "Deux interventions d'un même intervenant ne doivent pas se chevaucher ; celles qui se touchent ne se chevauchent "
    "pas. Selon la règle stamps.conflict.same_worker, l'intervention envoyée en dernier est facturée avec cette "
    "alerte, ou rejetée et mise en non facturé ; la valeur allow ne donne aucun constat.",
    standing::known};
inline constexpr finding_kind bil_code_evidence{
    "ESP-BIL-013",
    severity::warning,
    "By its correction code the visit is {0}; by its stamps it is {2}.",
    "D'après son motif de correction, l'intervention est {1} ; d'après ses horodatages, {3}.",
    "Have the provider correct the code or explain the difference.",
    "Faites corriger le motif ou expliquer l'écart par le prestataire.",
    "The code of the message and what stamps, methods and retained period show should agree; which of them counts for "
    "the correction rate is open, and correction.classify_by decides. The amount of the visit does not depend on it.",
    "Le motif du message et ce que montrent horodatages, modes d'identification et période retenue devraient concorder "
    "; lequel compte pour le taux de correction est ouvert, et correction.classify_by en décide. Le montant de "
    "l'intervention n'en dépend pas.",
    standing::inferred_medium};
inline constexpr finding_kind bil_unknown_code{
    "ESP-BIL-014",
    severity::error,
    "The correction code “{0}” has no class in the rule set; the visit is held.",
    "Le motif de correction « {0} » n'a pas de classe dans le jeu de règles ; l'intervention est en attente.",
    "Add the code to stamps.code_map, or have the provider use one of the list; the next run bills the visit.",
    "Ajoutez le motif à stamps.code_map, ou faites employer par le prestataire un motif de la liste ; le traitement "
    "suivant facture l'intervention.",
    "What codes outside the list mean is for the parties to say, in stamps.code_map, by producer and issue date: a "
    "code "
    "may correct a visit or withdraw it. Until it is said, the visit is listed as UNKNOWN_CODE with the amount at "
    "stake.",
    "Le sens des motifs hors liste est à dire par les parties, dans stamps.code_map, par producteur et date "
    "d'émission : un motif peut corriger une intervention ou la retirer. Tant que ce n'est pas dit, l'intervention est "
    "listée UNKNOWN_CODE avec le montant en jeu.",
    standing::inferred_medium};
inline constexpr finding_kind bil_extra_minutes{
    "ESP-BIL-015",
    severity::error,
    "{0} extra minutes are not billed: {1}.",
    "{0} minutes complémentaires non facturées : {2}.",
    "Extra minutes need a rule that allows them, a code that the visit carries as its correction code, a bearer, and "
    "a reason and author in the circumstances.",
    "Il faut une règle qui les permette, un code que l'intervention porte comme code de correction, un payeur, et un "
    "motif et un auteur dans les circonstances.",
    "That extra minutes exist is known (CASVP); their reasons, code and bearer are open, so nothing is paid until a "
    "rule says so. Without approval (NOT_APPROVED): no rule allows them, or not for this reason; not documented "
    "(EXTRA_MINUTES_WITHOUT_CODE): code, bearer, reason or author is missing, or the visit has another correction "
    "code. "
    "The visit itself is billed.",
    "Que les minutes complémentaires existent est établi (CASVP) ; leurs motifs, leur code et leur payeur sont ouverts "
    ": rien n'est payé tant qu'une règle ne le dit pas. Sans accord (NOT_APPROVED) : aucune règle ne les permet, ou "
    "pas "
    "pour ce motif ; non documentées (EXTRA_MINUTES_WITHOUT_CODE) : code, payeur, motif ou auteur manque, ou "
    "l'intervention porte un autre code de correction. L'intervention elle-même est facturée.",
    standing::open};
inline constexpr finding_kind bil_no_quantity{
    "ESP-BIL-016",
    severity::warning,
    "Order line {0} gives no quantity: its plan is not limited.",
    "La ligne de commande {0} n'a pas de quantité : son plan n'est pas limité.",
    "Have the ordering party order a quantity per month if the plan has a limit.",
    "Faites commander une quantité par mois par le donneur d'ordre si le plan a une limite.",
    "The plan of a month comes from the order alone. A line without a quantity limits nothing: its visits are charged "
    "to the funder whatever their number, and its whole pool is without ceiling.",
    "Le plan d'un mois vient de la commande seule. Une ligne sans quantité ne limite rien : ses interventions sont à "
    "la charge du financeur quel qu'en soit le nombre, et toute son enveloppe est sans plafond.",
    standing::inferred_medium};
inline constexpr finding_kind bil_plan_quantity{
    "ESP-BIL-017",
    severity::error,
    "The quantity of order line {0} cannot be brought to a month: {1}.",
    "La quantité de la ligne de commande {0} ne peut pas être ramenée au mois : {2}.",
    "Order a quantity per month, or set smoothing.week_to_month.",
    "Commandez une quantité par mois, ou fixez smoothing.week_to_month.",
    "How weekly quantities become a month is open, and a total over the whole validity or another unit is not spread "
    "by guess. Without the month's ceiling nothing may be charged to the funder: the visits of the line are listed as "
    "unbilled.",
    "Le passage d'une quantité hebdomadaire au mois est ouvert, et un total sur toute la validité ou une autre unité "
    "ne se répartit pas au jugé. Sans le plafond du mois, rien ne peut être mis à la charge du financeur : les "
    "interventions de la ligne figurent en non facturé.",
    standing::open};
inline constexpr finding_kind bil_no_tariff_of_lot{
    "ESP-BIL-060",
    severity::warning,
    "Hours of {0} are used by this visit, and no order gives their tariff; they are billed at the visit's own.",
    "Cette intervention utilise des heures de {0} dont aucune commande ne donne le tarif ; elles sont facturées au "
    "sien.",
    "Send the order that was in force in that period.",
    "Envoyez la commande en vigueur dans cette période.",
    "With smoothing.tariff_month = grant carried hours are paid at the tariff of the month they were granted for. The "
    "order of the same provider, service and payer in that period gives it; without one the tariff of the visit's day "
    "is taken, so that the visit is billed all the same.",
    "Avec smoothing.tariff_month = grant, les heures reportées se paient au tarif du mois qui les a accordées. La "
    "commande de même prestataire, prestation et payeur dans cette période le donne ; à défaut, le tarif du jour de "
    "l'intervention s'applique, pour qu'elle soit tout de même facturée.",
    standing::open};
inline constexpr finding_kind bil_incompatible_contradiction{
    "ESP-BIL-018",
    severity::warning,
    "The circumstances say that the beneficiary is incompatible; the rule set names a decision, but not the status.",
    "Les circonstances disent le bénéficiaire incompatible ; le jeu de règles cite une décision, mais pas le statut.",
    "Set incompatible.status in the rule set, or correct the period in the circumstances.",
    "Fixez incompatible.status dans le jeu de règles, ou corrigez la période dans les circonstances.",
    "The département decides who cannot be under télégestion; rule set and circumstances can both carry the decision. "
    "The circumstances count here: no stamp is expected of the visit, and it stays out of the correction rate unless "
    "incompatible.in_rates says otherwise.",
    "Le département décide qui ne peut pas être sous télégestion ; le jeu de règles comme les circonstances peuvent "
    "porter la décision. Ici, les circonstances comptent : aucun horodatage n'est attendu de l'intervention, et elle "
    "sort du taux de correction sauf si incompatible.in_rates dit le contraire.",
    standing::inferred_medium};
inline constexpr finding_kind bil_missing_identifier{
    "ESP-BIL-019",
    severity::error,
    "The message has no {0}: it cannot be billed.",
    "Le message n'a pas de {0} : il ne peut pas être facturé.",
    "Have the provider complete the message and send it again.",
    "Faites compléter et renvoyer le message par le prestataire.",
    "Visits are billed by beneficiary and provider and replaced by their number; the identifiers are those of the "
    "ordering party's software, echoed by the provider. The visit is listed as unbilled (IDENTIFIER_MISSING).",
    "Les interventions se facturent par bénéficiaire et prestataire et se remplacent par leur numéro ; les "
    "identifiants sont ceux du logiciel du donneur d'ordre, repris par le prestataire. L'intervention figure en non "
    "facturé (IDENTIFIER_MISSING).",
    standing::inferred_high};
inline constexpr finding_kind bil_ledger_other_book{
    "ESP-BIL-021",
    severity::error,
    "The ledger was made under rule book “{0}”, the request brings “{1}”.",
    "Le registre a été fait sous le recueil « {0} », la demande apporte « {1} ».",
    "Use the ledger and the rule book of the same département.",
    "Utilisez le registre et le recueil du même département.",
    "One rule book, one département: the ledger holds what was billed under its book, and differences computed under "
    "another would reopen every month. Nothing is billed; the ledger stays as it was.",
    "Un recueil de règles, un département : le registre contient ce qui a été facturé sous son recueil, et des "
    "différences calculées sous un autre rouvriraient tous les mois. Rien n'est facturé ; le registre reste tel quel.",
    standing::inferred_high};
inline constexpr finding_kind bil_ledger_rule_set_changed{
    "ESP-BIL-022",
    severity::error,
    "Rule set {0} version {1} is not what it was when the ledger was made.",
    "Le jeu de règles {0} version {1} n'est plus celui avec lequel le registre a été fait.",
    "Restore it and put the change into a new version.",
    "Rétablissez-le et portez le changement dans une nouvelle version.",
    "Invoices name the version they were computed by, and a version that changed no longer explains them. Nothing is "
    "billed; the ledger stays as it was.",
    "Les factures nomment la version qui les a calculées, et une version modifiée ne les explique plus. Rien n'est "
    "facturé ; le registre reste tel quel.",
    standing::inferred_high};
inline constexpr finding_kind bil_ledger_format{
    "ESP-BIL-023",
    severity::error,
    "The ledger has format {0}; this version reads format {1}.",
    "Le registre est au format {0} ; cette version lit le format {1}.",
    "Use the version of the library that wrote it.",
    "Utilisez la version de la bibliothèque qui l'a écrit.",
    "Technical. The form of the ledger has a number; read by another form its facts would be misunderstood. Nothing is "
    "billed; the ledger stays as it was.",
    "Technique. La forme du registre porte un numéro ; lue sous une autre forme, ses faits seraient mal compris. Rien "
    "n'est facturé ; le registre reste tel quel.",
    standing::known};
inline constexpr finding_kind bil_circumstance_without_visit{
    "ESP-BIL-024",
    severity::info,
    "The entry of “{0}” in the circumstances is for visit {1}, which is in no message and not in the ledger.",
    "L'élément « {0} » des circonstances vise l'intervention {1}, qui n'est dans aucun message ni au registre.",
    "Check the identifier of the visit, or give the entry again when the visit has arrived.",
    "Vérifiez l'identifiant de l'intervention, ou redonnez l'élément quand elle sera arrivée.",
    "Circumstances find their visit by its number. The entry has no effect in this run; a cancellation, a reason or "
    "extra minutes meant for a visit are then missing from the bill.",
    "Les circonstances trouvent leur intervention par son numéro. L'élément est sans effet dans ce traitement ; une "
    "annulation, un motif ou des minutes complémentaires destinés à une intervention manquent alors à la facturation.",
    standing::inferred_high};
inline constexpr finding_kind bil_ambiguous_time{
    "ESP-BIL-026",
    severity::info,
    "A time of the visit falls in the hour repeated in autumn: {1} (dst_ambiguous = {0}).",
    "Une heure de l'intervention tombe dans l'heure répétée en automne : {2} (dst_ambiguous = {0}).",
    "Set dst_ambiguous if another reading is wanted.",
    "Fixez dst_ambiguous si une autre lecture est voulue.",
    "Messages carry civil time without offset, so the two readings of the hour from 02:00 to 02:59 on the last Sunday "
    "of October cannot be told apart; no source says which is meant. The other reading changes the visit by one hour.",
    "Les messages portent l'heure civile sans décalage : les deux lectures de l'heure de 02:00 à 02:59 du dernier "
    "dimanche d'octobre ne se distinguent pas ; aucune source ne dit laquelle est voulue. L'autre lecture change "
    "l'intervention d'une heure.",
    standing::open};

inline constexpr finding_kind bil_reason_missing{
    "ESP-BIL-027",
    severity::info,
    "{0} corrected visits of provider {1} in {2} have no documented reason and author.",
    "{0} interventions corrigées du prestataire {1} en {2} n'ont ni motif ni auteur documentés.",
    "Give reason and author in the circumstances, or change stamps.reason_required.",
    "Fournissez motif et auteur dans les circonstances, ou modifiez stamps.reason_required.",
    "The rule set lists in stamps.reason_required the classes of correction that need a reason and an author; messages "
    "have no element for them, so they come with the circumstances. The visits are billed and counted; what follows is "
    "for the département to decide.",
    "Le jeu de règles liste dans stamps.reason_required les classes de correction qui exigent un motif et un auteur ; "
    "les messages n'ont pas d'élément pour eux, ils viennent donc des circonstances. Les interventions sont facturées "
    "et comptées ; la suite est à décider par le département.",
    standing::open};
inline constexpr finding_kind bil_several_lines{
    "ESP-BIL-028",
    severity::warning,
    "The DELIVERY has {0} lines; the first one is billed.",
    "Le message DELIVERY a {0} lignes ; la première est facturée.",
    "Have the provider send one DELIVERY for each visit and service.",
    "Faites envoyer par le prestataire un message DELIVERY par intervention et prestation.",
    "Production writes one line a DELIVERY; several are allowed by inference only. The retained period is that of the "
    "whole message and cannot be shared among lines without a rule, so lines after the first are not billed.",
    "La production écrit une ligne par DELIVERY ; en admettre plusieurs est seulement déduit. La période retenue est "
    "celle du message entier et ne se partage pas entre lignes sans règle : les lignes après la première ne sont pas "
    "facturées.",
    standing::inferred_high};
inline constexpr finding_kind bil_complete_unread{
    "ESP-BIL-029",
    severity::error,
    "The month of provider {0} is declared complete, but messages could not be read: nothing is billed.",
    "Le mois du prestataire {0} est déclaré complet, mais des messages n'ont pas pu être lus : rien n'est facturé.",
    "Correct the files, or do not declare the month complete.",
    "Corrigez les fichiers, ou ne déclarez pas le mois complet.",
    "Messages are increments: a visit that is absent is unchanged, unless the month is declared complete, in which "
    "case it leaves and is credited. An unread message looks like an absent visit, so the run stops before anything is "
    "taken back by mistake.",
    "Les messages s'ajoutent : une intervention absente est inchangée, sauf si le mois est déclaré complet ; elle sort "
    "alors et donne lieu à un avoir. Un message non lu ressemble à une intervention absente : le traitement s'arrête "
    "avant que rien ne soit repris par erreur.",
    standing::inferred_high};
inline constexpr finding_kind bil_reason_not_allowed{
    "ESP-BIL-030",
    severity::warning,
    "The reason of the correction is not on the rule set's list for a visit {1} ({0}).",
    "Le motif de la correction n'est pas dans la liste du jeu de règles pour une intervention {2} ({0}).",
    "Use an authorised reason, or add it to stamps.reasons_allowed.",
    "Utilisez un motif autorisé, ou ajoutez-le à stamps.reasons_allowed.",
    "The authorised reasons of each class are data of the rule set, stamps.reasons_allowed; a class without a list "
    "takes any reason. The visit is billed and counted as before; what follows is for the département to decide.",
    "Les motifs autorisés de chaque classe sont des données du jeu de règles, stamps.reasons_allowed ; une classe sans "
    "liste admet tout motif. L'intervention est facturée et comptée comme avant ; la suite est à décider par le "
    "département.",
    standing::open};
inline constexpr finding_kind bil_raw_stamps_merged{
    "ESP-BIL-031",
    severity::info,
    "The raw stamps belong to visit {0} and count there.",
    "Les horodatages seuls appartiennent à l'intervention {0} et y comptent.",
    "Nothing to do.",
    "Rien à faire.",
    "A message with stamps only (HOR) replaces nothing; its stamps go to the visit of the same number, else to that of "
    "the same provider, beneficiary and caregiver at that time (inferred). Under the source retained no amount changes "
    "by it.",
    "Un message d'horodatages seuls (HOR) ne remplace rien ; ses horodatages vont à l'intervention de même numéro, "
    "sinon à celle des mêmes prestataire, bénéficiaire et intervenant à ce moment (déduit). Avec la source « retained "
    "», aucun montant n'en change.",
    standing::inferred_medium};
inline constexpr finding_kind bil_no_participation_rate{
    "ESP-BIL-032",
    severity::error,
    "The participation towards {0} in {1} cannot be computed from participation.rate = {2}; the visits are held.",
    "La participation envers {0} en {1} ne se calcule pas avec participation.rate = {2} ; les interventions "
    "restent en attente.",
    "Give participation.inputs (or a band for these resources, or an amount where participation.basis wants one), for "
    "a "
    "year whose MTP is published and a GIR of 1 to 4; rate_scale and rate_rounding both or neither.",
    "Renseignez participation.inputs (ou une tranche pour ces ressources, ou un montant si participation.basis en "
    "demande un), pour une année dont la MTP est publiée et un GIR de 1 à 4 ; rate_scale et rate_rounding ensemble ou "
    "pas du tout.",
    "A rate from the national scale needs resources, couple, GIR and accepted plan of the beneficiary; one from a "
    "table needs the resources; a fixed amount of the month or the hour must be given. Nothing is guessed, because the "
    "beneficiary would pay the guess.",
    "Un taux issu du barème national demande les ressources, la situation de couple, le GIR et le plan accepté du "
    "bénéficiaire ; un taux issu d'un tableau demande les ressources ; un montant forfaitaire mensuel ou horaire doit "
    "être donné. Rien n'est supposé : c'est le bénéficiaire qui paierait la supposition.",
    standing::inferred_high};
inline constexpr finding_kind bil_no_apa_answer{
    "ESP-BIL-033",
    severity::error,
    "The national scale of APA has no answer for this row: {0}.",
    "Le barème national de l'APA ne donne pas de réponse pour cette ligne : {0}.",
    "Correct the column named: a year whose MTP is published (or column mtp), GIR 1 to 4, amounts from 0 to 1 000 000 "
    "with at most two decimals, couple 0 or 1.",
    "Corrigez la colonne citée : une année dont la MTP est publiée (ou la colonne mtp), un GIR de 1 à 4, des montants "
    "de 0 à 1 000 000 avec au plus deux décimales, couple 0 ou 1.",
    "The results of the row stay empty and the other rows are computed. The MTP from April 2026 is not published, so "
    "that years from 2027 have no scale yet.",
    "Les résultats de la ligne restent vides et les autres lignes sont calculées. La MTP à partir d'avril 2026 n'est "
    "pas publiée : les années à partir de 2027 n'ont pas encore de barème.",
    standing::inferred_high};

/// Every kind once, for the documentation.
inline constexpr std::array bil_finding_kinds{&bil_planned_missing,
                                              &bil_no_order_line,
                                              &bil_several_order_lines,
                                              &bil_joined_by_service,
                                              &bil_order_superseded,
                                              &bil_order_after_as_of,
                                              &bil_order_and_rules_differ,
                                              &bil_same_order_id,
                                              &bil_replaced,
                                              &bil_same_visit_two_ids,
                                              &bil_caregiver_conflict,
                                              &bil_code_evidence,
                                              &bil_unknown_code,
                                              &bil_extra_minutes,
                                              &bil_no_quantity,
                                              &bil_plan_quantity,
                                              &bil_no_tariff_of_lot,
                                              &bil_incompatible_contradiction,
                                              &bil_missing_identifier,
                                              &bil_ledger_other_book,
                                              &bil_ledger_rule_set_changed,
                                              &bil_ledger_format,
                                              &bil_circumstance_without_visit,
                                              &bil_ambiguous_time,
                                              &bil_reason_missing,
                                              &bil_several_lines,
                                              &bil_complete_unread,
                                              &bil_reason_not_allowed,
                                              &bil_raw_stamps_merged,
                                              &bil_no_participation_rate,
                                              &bil_no_apa_answer};

}  // namespace esppadom
