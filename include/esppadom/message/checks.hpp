#pragma once

// Whether a message makes sense by itself, and whether the messages of one file do together. Pure functions: a message
// in, findings out; nothing is changed and nothing refused. What messages of several kinds say of each other is checked
// in oversight/batch_checks.hpp; what needs a rule book is decided further up.

#include "esppadom/message/checks/delivery.hpp"
#include "esppadom/message/checks/file_checks.hpp"
#include "esppadom/message/checks/invoice.hpp"
#include "esppadom/message/checks/order.hpp"
