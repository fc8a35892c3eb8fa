/* Bills a month and prints each invoice with its total, then what all of them make.
 *
 *   c_bill_month RULES.json CIRCUMSTANCES.json ORDERS DELIVERIES YYYY-MM AS-OF */
#include "support.h"

/* A field of a message, to be freed with esppadom_text_free. */
static esppadom_text field(const esppadom_message *message, const char *name) {
  esppadom_error *error = NULL;
  esppadom_text value = {0};
  esppadom_path path = {0};
  path.text = esppadom_view_of(name);
  need(esppadom_message_get(message, path, &value, NULL, &error), error, name);
  return value;
}

/* Cents of "1234.56": amounts are texts, so that no cent is lost in binary floating point. */
static long long cents_of(const char *amount) {
  long long cents = 0;
  int negative = *amount == '-';
  for (; *amount != '\0'; ++amount) {
    if (*amount >= '0' && *amount <= '9') cents = cents * 10 + (*amount - '0');
  }
  return negative ? -cents : cents;
}

int main(int argc, char **argv) {
  esppadom_error *error = NULL;
  esppadom_findings *findings = NULL;
  esppadom_rules *rules = NULL;
  esppadom_request *request = NULL;
  esppadom_bill *bill = NULL;
  esppadom_bill_options options = {0};
  esppadom_view text;
  char issued_at[32];
  char *bytes;
  long long total = 0;
  uint64_t i;

  if (argc != 7) {
    fprintf(stderr, "usage: c_bill_month RULES.json CIRCUMSTANCES.json ORDERS DELIVERIES YYYY-MM AS-OF\n");
    return 2;
  }
  need(esppadom_findings_new(&findings, &error), error, "findings");
  need(esppadom_request_new(&request, &error), error, "request");

  bytes = bytes_of_file(argv[1], &text.size);
  text.data = bytes;
  need(esppadom_rules_load(text, esppadom_view_of(argv[1]), findings, &rules, &error), error, argv[1]);
  free(bytes);
  need(esppadom_request_set_rules(request, rules, &error), error, argv[1]);
  esppadom_rules_free(rules);

  bytes = bytes_of_file(argv[2], &text.size);
  text.data = bytes;
  need(esppadom_request_set_circumstances(request, text, esppadom_view_of(argv[2]), findings, &error), error, argv[2]);
  free(bytes);

  need(esppadom_request_read(request, esppadom_view_of(argv[3]), findings, &error), error, argv[3]);
  need(esppadom_request_read(request, esppadom_view_of(argv[4]), findings, &error), error, argv[4]);

  snprintf(issued_at, sizeof issued_at, "%sT00:00:00", argv[6]);
  options.struct_size = sizeof options;
  options.month = esppadom_view_of(argv[5]);
  options.as_of = esppadom_view_of(argv[6]);
  options.issued_at = esppadom_view_of(issued_at);
  options.transaction_id = esppadom_view_of("LOT-1");
  need(esppadom_bill_run(request, &options, &bill, &error), error, "bill");

  for (i = 0; i < esppadom_bill_invoice_count(bill); ++i) {
    esppadom_message *invoice = NULL;
    esppadom_text id, due;
    need(esppadom_bill_invoice(bill, i, &invoice, &error), error, "invoice");
    id = field(invoice, "invoice_id");
    due = field(invoice, "due_payable");
    printf("%s %s\n", id.data, due.data);
    total += cents_of(due.data);
    esppadom_text_free(&id);
    esppadom_text_free(&due);
    esppadom_message_free(invoice);
  }
  printf("%lu invoices, %lld.%02lld EUR\n", (unsigned long)esppadom_bill_invoice_count(bill), total / 100, total % 100);

  esppadom_bill_free(bill);
  esppadom_request_free(request);
  esppadom_findings_free(findings);
  return 0;
}
