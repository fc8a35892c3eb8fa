/* Checks files, folders and ZIP archives of messages, and prints one line a finding.
 *
 *   c_validate FILE|DIR…        exit status 1 when there is an error in the data */
#include "support.h"

int main(int argc, char **argv) {
  esppadom_error *error = NULL;
  esppadom_validator *validator = NULL;
  esppadom_findings *findings = NULL;
  uint64_t errors, i;
  int each;

  need(esppadom_validator_new(NULL, &validator, &error), error, "validator");
  need(esppadom_findings_new(&findings, &error), error, "findings");
  for (each = 1; each < argc; ++each) {
    need(esppadom_validator_add(validator, esppadom_view_of(argv[each]), &error), error, argv[each]);
  }
  need(esppadom_validator_findings(validator, findings, &error), error, "findings");
  for (i = 0; i < esppadom_findings_size(findings); ++i) {
    esppadom_finding one = {0};
    esppadom_text message = {0};
    one.struct_size = sizeof one;
    need(esppadom_findings_at(findings, i, &one, &error), error, "finding");
    need(esppadom_findings_message(findings, i, ESPPADOM_ENGLISH, &message, &error), error, "finding");
    printf("%.*s %.*s:%lu: %s\n", (int)one.code.size, one.code.data, (int)one.file.size, one.file.data,
           (unsigned long)one.line, message.data);
    esppadom_text_free(&message);
  }
  errors = esppadom_findings_count(findings, ESPPADOM_ERROR);
  printf("%lu errors, %lu warnings, %lu remarks\n", (unsigned long)errors,
         (unsigned long)esppadom_findings_count(findings, ESPPADOM_WARNING),
         (unsigned long)esppadom_findings_count(findings, ESPPADOM_INFO));
  esppadom_findings_free(findings);
  esppadom_validator_free(validator);
  return errors == 0 ? 0 : 1;
}
