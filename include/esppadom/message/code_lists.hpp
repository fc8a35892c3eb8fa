// The code lists the descriptions name (messages reference, section 9). The codes themselves are data.
#pragma once

#include "esppadom/message/description.hpp"

namespace esppadom::inline ESPPADOM_ABI {

inline constexpr std::string_view edess_agency = "EDESS";
inline constexpr std::string_view local_agency = "LIBESPPADOM";  ///< of the lists the library defines itself

inline constexpr code_list effectivity_adjust{"ESPPADOM_EFFECTIVITY_AJUST", edess_agency};
inline constexpr code_list aid_types{"ESPPADOM_TYPE_AIDE", edess_agency};
/// Services: of a local list, beside the aid type.
inline constexpr code_list service_codes{aid_types.id, aid_types.agency, true};
inline constexpr code_list care_modes{"ESPPADOM_CADRE", edess_agency};
inline constexpr code_list contact_types{"ESPPADOM_CONTACT_PRESTATAIRE", edess_agency};
inline constexpr code_list timestamp_methods{"ESPPADOM_TIMESTAMP_METHOD", edess_agency};
inline constexpr code_list amount_reasons{"LIBE_MOTIF_MONTANT", local_agency};
inline constexpr code_list invoice_natures{"LIBE_NATURE_FACTURE", local_agency};
inline constexpr code_list credit_reasons{"LIBE_MOTIF_AVOIR", local_agency};
inline constexpr code_list invoice_types{"UNTDID 1001", "UN/CEFACT"};  ///< of ORDER too: types of documents
inline constexpr code_list message_functions{"UNTDID 1225", "UN/CEFACT"};
inline constexpr code_list tax_types{"UNTDID 5153", "UN/CEFACT"};
inline constexpr code_list tax_categories{"UNCL 5305", "UN/CEFACT"};
inline constexpr code_list currencies{"ISO 4217", "ISO"};
inline constexpr code_list countries{"ISO 3166-1", "ISO"};           ///< alpha-2
inline constexpr code_list unit_codes{"UNECE Rec 20", "UN/CEFACT"};  ///< of quantities; messages do not name it

}  // namespace esppadom::inline ESPPADOM_ABI
