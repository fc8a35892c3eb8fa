#include "bill/month.hpp"

namespace esppadom::tests {

bill_result billed(const bill_request& request) { return bill(request); }

}  // namespace esppadom::tests
