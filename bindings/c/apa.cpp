// The national scale of APA.

#include "esppadom/exchange/apa_report.hpp"
#include "handles.hpp"

using namespace c_api;

namespace {

problem money_of(esppadom_view text, const char* name, esppadom::money& out) {
  ESPPADOM_C_NEED_VIEW(text);
  return because(esppadom::parse_money(text_of(text)).get(out), name);
}

}  // namespace

extern "C" {

esppadom_status esppadom_apa(const esppadom_apa_query* query, esppadom_text* json, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(query);
    ESPPADOM_C_NEED(json);
    esppadom_apa_query given;
    ESPPADOM_C_TRY(read_struct(query, given));
    ESPPADOM_C_NEED_VIEW(given.date);
    ESPPADOM_C_NEED_VIEW(given.mtp);
    if (given.couple != 0 && given.couple != 1) return because(esppadom::error_code::invalid_value, "couple");
    esppadom::apa_question asked;
    ESPPADOM_C_TRY(because(esppadom::parse_local_date(text_of(given.date)).get(asked.day), "date"));
    ESPPADOM_C_TRY(money_of(given.plan, "plan", asked.of.plan));
    ESPPADOM_C_TRY(money_of(given.resources, "resources", asked.of.resources));
    if (!text_of(given.mtp).empty()) ESPPADOM_C_TRY(money_of(given.mtp, "mtp", asked.mtp.emplace()));
    asked.of.gir = given.gir;
    asked.of.couple = given.couple == 1;
    const auto answer = answer_of(asked);
    if (!answer) return because(answer.error(), "query");
    return give(write_json(*answer), json);
  });
}

}  // extern "C"
