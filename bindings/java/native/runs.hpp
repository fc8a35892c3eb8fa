// Requests of Java become requests of the library: rules, ledgers, circumstances and messages are read.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "esppadom/exchange/inputs.hpp"
#include "esppadom/exchange/json.hpp"
#include "support.hpp"

namespace java {

esppadom::json_read_options reading(const named_document& from);

outcome read_rules(const named_document& from, esppadom::language in, esppadom::findings& found,
                   esppadom::rule_book& out);
outcome read_ledger(const named_document& from, esppadom::language in, esppadom::findings& found,
                    esppadom::ledger& out);

/// Circumstances as a document or as values, not both.
outcome circumstances_of(const std::optional<named_document>& document,
                         const std::optional<esppadom::circumstances>& facts, esppadom::language in,
                         esppadom::findings& found, esppadom::circumstances& out);

/// The rules and the day and person they are asked for.
outcome query_of(const rules_query& asked, esppadom::findings& found, esppadom::rule_book& rules,
                 esppadom::rule_query& out);

/// Everything of a billing request: rules, circumstances, ledger, how documents are issued, and the messages.
outcome fill(const billing_request& asked, esppadom::findings& found, esppadom::bill_request& out);

/// The same of a run that asks for no month.
outcome fill(const run_inputs& asked, esppadom::language in, esppadom::findings& found, esppadom::bill_request& out);

/// The messages of one kind in files, folders and archives. Other kinds in a folder are passed over; in a file that was
/// named itself they are findings. False when something could not be read.
template <class Message, class Each>
bool read_all(const std::vector<std::string>& paths, esppadom::message_kind kind, esppadom::findings& found,
              Each each) {
  bool readable = true;
  esppadom::findings own;  // of the inputs themselves
  for_each_input(paths_of(paths), own, {}, [&](esppadom::input& one) {
    if (!may_hold(one, kind)) return true;
    esppadom::read_options how;
    how.file = one.name;
    esppadom::message_reader from(std::move(one.bytes), found, std::move(how));
    Message message;
    while (from.next(message))
      each(std::move(message));
    readable = readable && from.readable();
    return true;
  });
  readable = readable && !own.has_errors();
  found.merge(std::move(own));
  return readable;
}

}  // namespace java
