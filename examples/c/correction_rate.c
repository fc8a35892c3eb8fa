/* The correction rate of DELIVERY files by provider and month, as JSON.
 *
 *   c_correction_rate FILE|DIR… */
#include "support.h"

int main(int argc, char **argv) {
  esppadom_error *error = NULL;
  esppadom_findings *findings = NULL;
  esppadom_request *request = NULL;
  esppadom_text json = {0};
  int each;

  need(esppadom_findings_new(&findings, &error), error, "findings");
  need(esppadom_request_new(&request, &error), error, "request");
  for (each = 1; each < argc; ++each) {
    need(esppadom_request_read(request, esppadom_view_of(argv[each]), findings, &error), error, argv[each]);
  }
  need(esppadom_correction_rate(request, NULL, &json, &error), error, "rate");
  fputs(json.data, stdout);
  esppadom_text_free(&json);
  esppadom_request_free(request);
  esppadom_findings_free(findings);
  return 0;
}
