// The whole C++ API. Who wants less includes less: `esppadom/bill.hpp` and what it stands on need the standard library
// only; `esppadom/exchange/…` needs the compiled library.
#pragma once

#include "esppadom/bill.hpp"
#include "esppadom/bill/summary.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/finding_areas.hpp"
#include "esppadom/exchange/json.hpp"
#include "esppadom/exchange/reports.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/severity_profile.hpp"
#include "esppadom/exchange/sha256.hpp"
#include "esppadom/exchange/validate.hpp"
#include "esppadom/exchange/xml.hpp"
#include "esppadom/library.hpp"
#include "esppadom/message/checks.hpp"
#include "esppadom/message/code_tables.hpp"
#include "esppadom/message/field_list.hpp"
#include "esppadom/message/normalise.hpp"
#include "esppadom/oversight/batch_checks.hpp"
#include "esppadom/oversight/correction_rate.hpp"
#include "esppadom/version.hpp"
