// One message from its JSON, wherever in a document it stands.
#pragma once

#include "exchange/json_reader.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

result<order> read_order_at(std::string_view bytes, findings& out, const json_read_options& options,
                            const json_origin& origin);
result<delivery> read_delivery_at(std::string_view bytes, findings& out, const json_read_options& options,
                                  const json_origin& origin);
result<invoice> read_invoice_at(std::string_view bytes, findings& out, const json_read_options& options,
                                const json_origin& origin);

}  // namespace esppadom::inline ESPPADOM_ABI::detail
