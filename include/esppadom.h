/* libesppadom in C: reading, checking, editing and writing ESPPADOM messages (ORDER, DELIVERY, INVOICE), rule books,
 * billing, correction rates, CSV. C99; every type is a fixed-width integer, a pointer, or a struct of these.
 *
 * Handles     Types whose members are not shown are handles. `…_new`, `…_open`, `…_load` and the like give one to the
 *             caller, who ends it with the `…_free` of its type; `…_free(NULL)` does nothing. A handle must not be used
 *             after it was freed. NULL for any other argument that is not called optional gives ESPPADOM_NULL_ARGUMENT.
 * Results     Functions that can fail return a status: ESPPADOM_SUCCESS (0) or a reason. Results come through pointers,
 *             which are written only on success. `error`, always last and optional, receives a handle that says more.
 * Text        UTF-8. `esppadom_view` is borrowed: it need not end with NUL, and what a function returns as one lives as
 *             long as the handle it came from and until that handle is next changed. `esppadom_text` is owned by the
 *             caller, ends with a NUL beyond `size`, and is given back with `esppadom_text_free`. {NULL, 0} is empty.
 * Data        Bad data gives findings (code, severity, place, text in French and English), not statuses. A status says
 *             that a call could not be made: wrong arguments, unreadable bytes, no memory.
 * Structs     Structs with `struct_size` are filled by the caller: set it to sizeof of the struct, and what a later
 *             version adds keeps its default. All members 0 means all defaults.
 * Threads     No function keeps hidden state. A handle may be used by one thread at a time; handles that are only read
 *             (arguments marked const) by several.
 * Amounts     Texts with a decimal point ("21.23"), durations in whole seconds, dates as the messages write them. No
 *             binary floating point anywhere.
 *
 * Standing of the rules behind the results: docs/reference of the library. */
#ifndef ESPPADOM_H
#define ESPPADOM_H

#include <stdint.h>

#if !defined(ESPPADOM_C_API)
#if defined(_WIN32) && defined(ESPPADOM_C_BUILDING)
#define ESPPADOM_C_API __declspec(dllexport)
#elif defined(_WIN32) && defined(ESPPADOM_C_SHARED)
#define ESPPADOM_C_API __declspec(dllimport)
#elif defined(__GNUC__) && defined(ESPPADOM_C_BUILDING)
#define ESPPADOM_C_API __attribute__((visibility("default")))
#else
#define ESPPADOM_C_API
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* -- versions -------------------------------------------------------------------------------------------------------*/

/* The version of the library, "0.1.0"; ends with NUL, lives for ever. */
ESPPADOM_C_API const char* esppadom_version(void);

/* Raised by one when this header changes in a way that old programs would notice. */
#define ESPPADOM_C_ABI 1
ESPPADOM_C_API uint32_t esppadom_abi(void);

/* -- text -----------------------------------------------------------------------------------------------------------*/

typedef struct esppadom_view {
  const char* data;
  uint64_t size; /* bytes */
} esppadom_view;

typedef struct esppadom_text {
  char* data;
  uint64_t size; /* bytes, without the NUL behind them */
} esppadom_text;

/* A view of a text that ends with NUL; {NULL, 0} for NULL. */
ESPPADOM_C_API esppadom_view esppadom_view_of(const char* text);

/* Frees a text and empties the struct; NULL and an empty text are fine. */
ESPPADOM_C_API void esppadom_text_free(esppadom_text* text);

/* Languages of texts for people. */
#define ESPPADOM_ENGLISH 0
#define ESPPADOM_FRENCH 1

/* -- statuses and errors --------------------------------------------------------------------------------------------*/

typedef int32_t esppadom_status;

#define ESPPADOM_SUCCESS 0
#define ESPPADOM_OVERFLOW 1 /* the exact result does not fit */
#define ESPPADOM_DIVISION_BY_ZERO 2
#define ESPPADOM_INVALID_VALUE 3 /* an argument has no meaning here */
#define ESPPADOM_INEXACT 4       /* the value cannot be held without rounding */
#define ESPPADOM_OUT_OF_RANGE 5
#define ESPPADOM_INVALID_SYNTAX 6 /* a text does not have the expected form */
#define ESPPADOM_DOES_NOT_EXIST 7 /* a local time in the gap of the spring clock change */
#define ESPPADOM_AMBIGUOUS 8      /* a local time that occurs twice in autumn */
#define ESPPADOM_UNKNOWN_NAME 9
#define ESPPADOM_UNREADABLE 10 /* an input that cannot be opened or read */
#define ESPPADOM_TOO_LARGE 11
#define ESPPADOM_TOO_DEEP 12
#define ESPPADOM_NOT_BUILT 13 /* the library was built without this part */
#define ESPPADOM_MISSING 14
#define ESPPADOM_DUPLICATE 15
#define ESPPADOM_CONFLICT 16
#define ESPPADOM_UNSUPPORTED 17
#define ESPPADOM_UNWRITABLE 18
#define ESPPADOM_END_OF_INPUT 19
#define ESPPADOM_NULL_ARGUMENT 1000 /* an argument that is not optional is NULL */
#define ESPPADOM_NO_MEMORY 1001
#define ESPPADOM_INTERNAL 1002 /* a defect of the library; nothing was changed */

/* The name of a status, "invalid_syntax"; "unknown" for a number that is none. Ends with NUL, lives for ever. */
ESPPADOM_C_API const char* esppadom_status_name(esppadom_status status);

typedef struct esppadom_error esppadom_error;

ESPPADOM_C_API esppadom_status esppadom_error_status(const esppadom_error* error);
/* What happened, in a language. */
ESPPADOM_C_API esppadom_view esppadom_error_message(const esppadom_error* error, int32_t language);
/* The code of the finding behind, "ESP-JSON-001"; empty when it was no data. */
ESPPADOM_C_API esppadom_view esppadom_error_code(const esppadom_error* error);
/* Where in the data: a path or JSON pointer, a line and a column from 1; empty and 0 when unknown. */
ESPPADOM_C_API esppadom_view esppadom_error_path(const esppadom_error* error);
ESPPADOM_C_API uint64_t esppadom_error_line(const esppadom_error* error);
ESPPADOM_C_API uint64_t esppadom_error_column(const esppadom_error* error);
ESPPADOM_C_API void esppadom_error_free(esppadom_error* error);

/* -- findings -------------------------------------------------------------------------------------------------------*/

/* Collects what the library has to say about data: 10 000 findings are kept, further ones are counted by kind. */
typedef struct esppadom_findings esppadom_findings;

#define ESPPADOM_INFO 0
#define ESPPADOM_WARNING 1
#define ESPPADOM_ERROR 2

typedef struct esppadom_finding {
  uint32_t struct_size;
  int32_t severity;       /* ESPPADOM_INFO, _WARNING or _ERROR */
  esppadom_view code;     /* "ESP-XML-020"; stable */
  esppadom_view document; /* id of the message, or empty */
  esppadom_view path;
  esppadom_view file;
  uint64_t line;   /* from 1; 0 = unknown */
  uint64_t column; /* in characters, from 1; 0 = unknown */
} esppadom_finding;

ESPPADOM_C_API esppadom_status esppadom_findings_new(esppadom_findings** findings, esppadom_error** error);
ESPPADOM_C_API void esppadom_findings_free(esppadom_findings* findings);
/* How many are kept: the indexes of the next two functions. 0 for NULL. */
ESPPADOM_C_API uint64_t esppadom_findings_size(const esppadom_findings* findings);
/* How many were found of a severity, those not kept included. 0 for NULL. */
ESPPADOM_C_API uint64_t esppadom_findings_count(const esppadom_findings* findings, int32_t severity);
/* One finding, in the order in which they were found. Errors: out_of_range. */
ESPPADOM_C_API esppadom_status esppadom_findings_at(const esppadom_findings* findings, uint64_t index,
                                                    esppadom_finding* finding, esppadom_error** error);
/* What was found and what to do, as a sentence. Errors: out_of_range. */
ESPPADOM_C_API esppadom_status esppadom_findings_message(const esppadom_findings* findings, uint64_t index,
                                                         int32_t language, esppadom_text* message,
                                                         esppadom_error** error);
/* All as canonical JSON: {"schema": "esppadom/findings/1", "findings": […], "findings_dropped": […]}. */
ESPPADOM_C_API esppadom_status esppadom_findings_json(const esppadom_findings* findings, int32_t language,
                                                      esppadom_text* json, esppadom_error** error);

/* -- messages -------------------------------------------------------------------------------------------------------*/

#define ESPPADOM_ORDER 0
#define ESPPADOM_DELIVERY 1
#define ESPPADOM_INVOICE 2

/* How messages are written. */
#define ESPPADOM_CANONICAL 0      /* the structure tables */
#define ESPPADOM_PRODUCTION_1_4 1 /* as production systems write version 1.4 */
#define ESPPADOM_EXTENDED 2       /* canonical with the planned period */
#define ESPPADOM_ROUND_TRIP 3     /* everything as it was read */

#define ESPPADOM_XML 0
#define ESPPADOM_JSON 1

/* One message, with everything that was read of it, unknown elements included. */
typedef struct esppadom_message esppadom_message;

/* An empty message. Errors: unknown_name for a kind that is none. */
ESPPADOM_C_API esppadom_status esppadom_message_new(int32_t kind, esppadom_message** message, esppadom_error** error);
ESPPADOM_C_API esppadom_status esppadom_message_copy(const esppadom_message* message, esppadom_message** copy,
                                                     esppadom_error** error);
ESPPADOM_C_API void esppadom_message_free(esppadom_message* message);
/* ESPPADOM_ORDER, _DELIVERY or _INVOICE; -1 for NULL. */
ESPPADOM_C_API int32_t esppadom_message_kind(const esppadom_message* message);
/* 1 when two messages say the same, whatever they carry beside; 0 otherwise, and for NULL. */
ESPPADOM_C_API int32_t esppadom_message_equal(const esppadom_message* a, const esppadom_message* b);

/* Fields by path: "delivery_id", "beneficiary.name", "lines[0].billed_quantity", "lines[].service.label" with the index
 * of each [] in `at`. `esppadom_field_at` lists them all. */
typedef struct esppadom_path {
  esppadom_view text;
  const uint64_t* at; /* an index, from 0, for each [] of the text; may be NULL when there is none */
  uint64_t at_size;
} esppadom_path;

/* The text of a value as the JSON form writes it ("21.50", "true", "2026-10-01T09:00:00", seconds for a duration).
 * `present` receives 0 and `value` an empty text when there is none. Errors: unknown_name, invalid_syntax and the like
 * for a path that is none; missing for an index that is not given. */
ESPPADOM_C_API esppadom_status esppadom_message_get(const esppadom_message* message, esppadom_path path,
                                                    esppadom_text* value, int32_t* present, esppadom_error** error);
/* Sets a value; what is missing on the way is made, a list grows up to the index. Errors also: those of reading the
 * text as a value of the field's type; unsupported for a value that is derived from others. */
ESPPADOM_C_API esppadom_status esppadom_message_set(esppadom_message* message, esppadom_path path, esppadom_view value,
                                                    esppadom_error** error);
/* Empties an optional field. Errors: missing for a mandatory one. */
ESPPADOM_C_API esppadom_status esppadom_message_clear(esppadom_message* message, esppadom_path path,
                                                      esppadom_error** error);
/* How many items a list has: "lines", "lines[].amounts". */
ESPPADOM_C_API esppadom_status esppadom_message_count(const esppadom_message* message, esppadom_path path,
                                                      uint64_t* count, esppadom_error** error);

/* The fields of a kind of message, in the order of its description. Texts live for ever. */
typedef struct esppadom_field {
  uint32_t struct_size;
  int32_t settable;         /* 0 for values that are only derived */
  esppadom_view path;       /* "lines[].billed_quantity" */
  esppadom_view type;       /* text, choice, boolean, integer, decimal, amount, price, percent, date, month, time… */
  esppadom_view occurrence; /* "1", "0..1", "0..n", "1..n" */
  esppadom_view label;      /* French */
  esppadom_view standing;   /* known, inferred (high)…, open: how well the field is evidenced */
  esppadom_view code_list;  /* empty = none */
} esppadom_field;

/* How many there are; 0 for a kind that is none. And one of them. Errors: out_of_range. */
ESPPADOM_C_API uint64_t esppadom_field_count(int32_t kind);
ESPPADOM_C_API esppadom_status esppadom_field_at(int32_t kind, uint64_t index, esppadom_field* field,
                                                 esppadom_error** error);

/* The elements of a kind of message ("order", "delivery", "invoice") or of a "party" as XML writes them: path,
 * namespace, occurrence, type, field, label, code list, standing. Canonical JSON, esppadom/description/1, owned by the
 * caller. Errors: unknown_name. */
ESPPADOM_C_API esppadom_status esppadom_describe(esppadom_view of, esppadom_text* json, esppadom_error** error);

/* What the message says that cannot be right, by itself. */
ESPPADOM_C_API esppadom_status esppadom_message_check(const esppadom_message* message, esppadom_findings* findings,
                                                      esppadom_error** error);
/* The message alone as a document. Errors: unwritable for text that XML cannot carry. */
ESPPADOM_C_API esppadom_status esppadom_message_write(const esppadom_message* message, int32_t format, int32_t profile,
                                                      esppadom_text* document, esppadom_error** error);

/* -- reading --------------------------------------------------------------------------------------------------------*/

/* Reads a document, XML or JSON, message by message in constant memory. */
typedef struct esppadom_reader esppadom_reader;

typedef struct esppadom_read_options {
  uint32_t struct_size;
  int32_t strict;         /* 1: what departs from the standard is an error; 0: what can be understood is a warning */
  uint64_t message_bytes; /* the largest message; 0 = 16 MiB */
} esppadom_read_options;

/* `path` is the path of a file. `options` is optional; `findings` receives what is wrong and must outlive the reader.
 * Errors: unreadable. */
ESPPADOM_C_API esppadom_status esppadom_reader_open(esppadom_view path, const esppadom_read_options* options,
                                                    esppadom_findings* findings, esppadom_reader** reader,
                                                    esppadom_error** error);
/* The same for bytes in memory, which must outlive the reader; `name` is what findings call them. */
ESPPADOM_C_API esppadom_status esppadom_reader_open_memory(esppadom_view bytes, esppadom_view name,
                                                           const esppadom_read_options* options,
                                                           esppadom_findings* findings, esppadom_reader** reader,
                                                           esppadom_error** error);
/* The next message that could be read, owned by the caller; NULL at the end. */
ESPPADOM_C_API esppadom_status esppadom_reader_next(esppadom_reader* reader, esppadom_message** message,
                                                    esppadom_error** error);
/* 0 when the bytes could not be read as messages at all. Known after the first call of `next`. */
ESPPADOM_C_API int32_t esppadom_reader_readable(const esppadom_reader* reader);
/* Where the last message stands. */
ESPPADOM_C_API esppadom_status esppadom_reader_place(esppadom_reader* reader, uint64_t* line, uint64_t* column,
                                                     esppadom_error** error);
ESPPADOM_C_API void esppadom_reader_free(esppadom_reader* reader);

/* -- writing --------------------------------------------------------------------------------------------------------*/

/* Writes a document of messages of one kind into memory. */
typedef struct esppadom_writer esppadom_writer;

/* `like` is optional: a reader whose prefixes, version and layout the document takes over (for ESPPADOM_ROUND_TRIP). */
ESPPADOM_C_API esppadom_status esppadom_writer_new(int32_t kind, int32_t format, int32_t profile,
                                                   const esppadom_reader* like, esppadom_writer** writer,
                                                   esppadom_error** error);
/* Errors: conflict for another kind or after the end; unwritable for text that XML cannot carry. */
ESPPADOM_C_API esppadom_status esppadom_writer_add(esppadom_writer* writer, const esppadom_message* message,
                                                   esppadom_error** error);
/* Hands over what was written since the last call, so that memory need not hold the document; `finish` hands over the
 * rest. */
ESPPADOM_C_API esppadom_status esppadom_writer_take(esppadom_writer* writer, esppadom_text* written,
                                                    esppadom_error** error);
/* Ends the document and hands it over. Nothing can be added afterwards. `like` is optional: the same reader, at its
 * end, for what stood after the last message. */
ESPPADOM_C_API esppadom_status esppadom_writer_finish(esppadom_writer* writer, const esppadom_reader* like,
                                                      esppadom_text* document, esppadom_error** error);
ESPPADOM_C_API void esppadom_writer_free(esppadom_writer* writer);

/* -- validation -----------------------------------------------------------------------------------------------------*/

/* Checks documents by themselves and as one batch: echoes between orders, visits and invoices, ids, doubles. */
typedef struct esppadom_validator esppadom_validator;

#define ESPPADOM_REPORT_JSON 0  /* esppadom/validate/1 */
#define ESPPADOM_REPORT_SARIF 1 /* SARIF 2.1.0 */
#define ESPPADOM_REPORT_JUNIT 2

ESPPADOM_C_API esppadom_status esppadom_validator_new(const esppadom_read_options* options,
                                                      esppadom_validator** validator, esppadom_error** error);
/* The same with a profile of severities: `profile` is its JSON text and `name` what findings call it; with an empty
 * `profile`, `name` names one of the library, "lenient" or "strict". `findings` is optional. Errors: unknown_name, and
 * those of a text that is no profile. */
ESPPADOM_C_API esppadom_status esppadom_validator_new_graded(const esppadom_read_options* options,
                                                             esppadom_view profile, esppadom_view name,
                                                             esppadom_findings* findings,
                                                             esppadom_validator** validator, esppadom_error** error);
/* A file, a folder or a ZIP archive, read once more for the report; or bytes in memory, needed only during the call:
 * findings between messages then name no line in them. What cannot be read is a finding. */
ESPPADOM_C_API esppadom_status esppadom_validator_add(esppadom_validator* validator, esppadom_view path,
                                                      esppadom_error** error);
ESPPADOM_C_API esppadom_status esppadom_validator_add_memory(esppadom_validator* validator, esppadom_view bytes,
                                                             esppadom_view name, esppadom_error** error);
/* The report. Nothing can be added afterwards; may be called again for another form or language. */
ESPPADOM_C_API esppadom_status esppadom_validator_report(esppadom_validator* validator, int32_t form, int32_t language,
                                                         esppadom_text* report, esppadom_error** error);
/* What was found, into a collector of the caller's. */
ESPPADOM_C_API esppadom_status esppadom_validator_findings(esppadom_validator* validator, esppadom_findings* findings,
                                                           esppadom_error** error);
ESPPADOM_C_API void esppadom_validator_free(esppadom_validator* validator);

/* -- rules ----------------------------------------------------------------------------------------------------------*/

/* A rule book: dated, scoped rule sets. */
typedef struct esppadom_rules esppadom_rules;

/* `json` is the text of a rule file, `name` what findings call it. Loading is strict: with any error nothing is loaded,
 * and the status is invalid_syntax, too_large, too_deep or invalid_value. `findings` is optional. */
ESPPADOM_C_API esppadom_status esppadom_rules_load(esppadom_view json, esppadom_view name, esppadom_findings* findings,
                                                   esppadom_rules** rules, esppadom_error** error);
/* Also gives advice about what is legal and deserves a second look. */
ESPPADOM_C_API esppadom_status esppadom_rules_check(esppadom_view json, esppadom_view name, esppadom_findings* findings,
                                                    esppadom_error** error);
/* The canonical JSON of the book. */
ESPPADOM_C_API esppadom_status esppadom_rules_json(const esppadom_rules* rules, esppadom_text* json,
                                                   esppadom_error** error);

typedef struct esppadom_rule_query {
  uint32_t struct_size;
  uint32_t reserved;         /* 0 */
  esppadom_view date;        /* YYYY-MM-DD; mandatory */
  esppadom_view departement; /* empty: the only one that the book names */
  esppadom_view funder;
  esppadom_view provider;
  esppadom_view service;
  esppadom_view beneficiary;
} esppadom_rule_query;

/* Every parameter as it holds for somebody on a day, and where it comes from: esppadom/rules-show/1. */
ESPPADOM_C_API esppadom_status esppadom_rules_show(const esppadom_rules* rules, const esppadom_rule_query* query,
                                                   esppadom_text* json, esppadom_error** error);
ESPPADOM_C_API void esppadom_rules_free(esppadom_rules* rules);

/* -- billing --------------------------------------------------------------------------------------------------------*/

/* Everything a run is given: orders and deliveries as increments, rules, circumstances, ledger. */
typedef struct esppadom_request esppadom_request;
/* What a run gives. */
typedef struct esppadom_bill esppadom_bill;

ESPPADOM_C_API esppadom_status esppadom_request_new(esppadom_request** request, esppadom_error** error);
ESPPADOM_C_API void esppadom_request_free(esppadom_request* request);
/* Takes a copy of what it needs. Errors: unsupported for an INVOICE. */
ESPPADOM_C_API esppadom_status esppadom_request_add(esppadom_request* request, const esppadom_message* message,
                                                    esppadom_error** error);
/* All orders and deliveries of a file, a folder or a ZIP archive; invoices are passed over. What is wrong in them, and
 * what cannot be read, goes to `findings` and into every report that is made of the request. */
ESPPADOM_C_API esppadom_status esppadom_request_read(esppadom_request* request, esppadom_view path,
                                                     esppadom_findings* findings, esppadom_error** error);
/* The rules; without them every rule is neutral: the retained period as sent, no rounding, no cap, no carry. */
ESPPADOM_C_API esppadom_status esppadom_request_set_rules(esppadom_request* request, const esppadom_rules* rules,
                                                          esppadom_error** error);
/* What no message carries, as JSON (schemas/json/circumstances.schema.json). `findings` is optional. */
ESPPADOM_C_API esppadom_status esppadom_request_set_circumstances(esppadom_request* request, esppadom_view json,
                                                                  esppadom_view name, esppadom_findings* findings,
                                                                  esppadom_error** error);
/* The ledger of the run before, as `esppadom_bill_ledger` gave it. `findings` is optional. */
ESPPADOM_C_API esppadom_status esppadom_request_set_ledger(esppadom_request* request, esppadom_view json,
                                                           esppadom_view name, esppadom_findings* findings,
                                                           esppadom_error** error);

#define ESPPADOM_FINAL 0
#define ESPPADOM_PRO_FORMA 1

typedef struct esppadom_bill_options {
  uint32_t struct_size;
  int32_t stage;                     /* ESPPADOM_FINAL, or ESPPADOM_PRO_FORMA, which leaves the ledger as it was */
  esppadom_view month;               /* YYYY-MM; mandatory */
  esppadom_view as_of;               /* YYYY-MM-DD; mandatory: orders issued later are not known */
  esppadom_view issued_at;           /* YYYY-MM-DDThh:mm:ss; mandatory: the issue time that invoices carry */
  esppadom_view transaction_id;      /* of the batch; mandatory */
  const esppadom_view* complete_for; /* providers of whom all visits of the month were given; may be NULL; refused as
                                        unreadable when esppadom_request_read left messages out */
  uint64_t complete_for_size;
  const esppadom_view* validated; /* providers who have validated their pro forma; may be NULL */
  uint64_t validated_size;
} esppadom_bill_options;

/* Bills a month: invoices, differences for earlier months, what was not billed and why, the ledger to keep. */
ESPPADOM_C_API esppadom_status esppadom_bill_run(esppadom_request* request, const esppadom_bill_options* options,
                                                 esppadom_bill** bill, esppadom_error** error);
/* The result as canonical JSON, esppadom/bill/1; in it are the findings of the run and of esppadom_request_read. */
ESPPADOM_C_API esppadom_status esppadom_bill_json(const esppadom_bill* bill, int32_t language, esppadom_text* json,
                                                  esppadom_error** error);
/* What the run found, into a collector of the caller's. */
ESPPADOM_C_API esppadom_status esppadom_bill_findings(const esppadom_bill* bill, esppadom_findings* findings,
                                                      esppadom_error** error);
/* The ledger as canonical JSON. */
ESPPADOM_C_API esppadom_status esppadom_bill_ledger(const esppadom_bill* bill, esppadom_text* json,
                                                    esppadom_error** error);
/* How many invoices there are, and one of them as an INVOICE message. Errors: out_of_range. */
ESPPADOM_C_API uint64_t esppadom_bill_invoice_count(const esppadom_bill* bill);
ESPPADOM_C_API esppadom_status esppadom_bill_invoice(const esppadom_bill* bill, uint64_t index,
                                                     esppadom_message** invoice, esppadom_error** error);
/* The result as one page of HTML for those who manage, which needs nothing else: docs/report.md. */
ESPPADOM_C_API esppadom_status esppadom_bill_report(const esppadom_bill* bill, int32_t language, esppadom_text* html,
                                                    esppadom_error** error);
/* The invoices of the run held against the facts it billed from, before anybody receives them, as the command does:
 * canonical JSON, esppadom/reconcile/1, amounts in euros. Nothing differs in a run that went as it should. */
ESPPADOM_C_API esppadom_status esppadom_bill_reconcile(const esppadom_bill* bill, int32_t language, esppadom_text* json,
                                                       esppadom_error** error);
ESPPADOM_C_API void esppadom_bill_free(esppadom_bill* bill);

/* What if: bills with these options under the rules of the request and under others. The JSON is that of a bill,
 * esppadom/bill/1, with the member "comparison": the figures under both, and what each family of rules makes of the
 * difference. Nothing is kept. Errors: those of esppadom_bill_run. */
ESPPADOM_C_API esppadom_status esppadom_compare(esppadom_request* request, const esppadom_bill_options* options,
                                                const esppadom_rules* other, int32_t language, esppadom_text* json,
                                                esppadom_error** error);

/* The forms of an explanation. */
#define ESPPADOM_EXPLAIN_TEXT 0
#define ESPPADOM_EXPLAIN_JSON 1 /* esppadom/explain/1 */
#define ESPPADOM_EXPLAIN_HTML 2

/* How every amount and every second of one visit comes about when the request is billed with these options; nothing is
 * kept. `provider` may be empty as long as one provider alone uses the identifier. Errors: missing when the run knows
 * no such visit; ambiguous when several providers do. */
ESPPADOM_C_API esppadom_status esppadom_explain(esppadom_request* request, const esppadom_bill_options* options,
                                                esppadom_view delivery, esppadom_view provider, int32_t form,
                                                int32_t language, esppadom_text* explanation, esppadom_error** error);

/* -- correction rate ------------------------------------------------------------------------------------------------*/

typedef struct esppadom_rate_options {
  uint32_t struct_size;
  int32_t language;
  esppadom_view by;    /* provider (default), beneficiary, caregiver or service */
  esppadom_view unit;  /* by_intervention, by_stamp or by_minutes; empty: that of the rules */
  esppadom_view month; /* YYYY-MM; empty: every month that has visits */
} esppadom_rate_options;

/* The rates of the visits of a request, by the rules it holds: canonical JSON, esppadom/correction-rate/1. `options` is
 * optional. */
ESPPADOM_C_API esppadom_status esppadom_correction_rate(const esppadom_request* request,
                                                        const esppadom_rate_options* options, esppadom_text* json,
                                                        esppadom_error** error);

/* -- oversight ------------------------------------------------------------------------------------------------------*/

/* The three questions about a request bill it first, with its messages, rules, circumstances and ledger; the options of
 * an earlier esppadom_bill_run do not matter. Errors: conflict, with code and text of the finding, when the ledger does
 * not belong to the rules. What else is found is in the JSON. */

/* Every statistic is described in docs/oversight/statistics.md. */
typedef struct esppadom_statistics_options {
  uint32_t struct_size;
  int32_t language;
  esppadom_view of;          /* hours_by_provider, correction_rates, plan_follow_up, alerts…; mandatory */
  esppadom_view period;      /* month (default), half_year, year or window */
  esppadom_view from;        /* YYYY-MM; empty: the first month that has visits */
  esppadom_view to;          /* YYYY-MM; empty: the last month that has visits */
  esppadom_view as_of;       /* YYYY-MM-DD; empty: the last day of `to`, or of issue of a message if that is later */
  esppadom_view now;         /* YYYY-MM-DDThh:mm:ss, the moment of alerts; empty: the end of `to` */
  esppadom_view beneficiary; /* only about them; empty: about all. The same for the next four */
  esppadom_view provider;
  esppadom_view caregiver;
  esppadom_view service;
  esppadom_view funder;
  int64_t smallest_group; /* rows that count fewer beneficiaries are left out, 2 or more; 0: none is */
} esppadom_statistics_options;

/* A statistic as canonical JSON, esppadom/statistics/1. Errors also: out_of_range for a smallest group of 1 or below 0;
 * unknown_name where rows count no beneficiaries. */
ESPPADOM_C_API esppadom_status esppadom_statistics(esppadom_request* request,
                                                   const esppadom_statistics_options* options, esppadom_text* json,
                                                   esppadom_error** error);

/* Alerts that are told once: those of `now` that the ledger of the request does not know as told and standing, and
 * those that ended, as canonical JSON, esppadom/alerts/1. `ledger` receives the ledger to keep for the next time: the
 * request's, with what was told. Both texts are owned by the caller. `of`, `period` and `smallest_group` of the
 * options, which are optional, do not matter. */
ESPPADOM_C_API esppadom_status esppadom_told_alerts(esppadom_request* request,
                                                    const esppadom_statistics_options* options, esppadom_text* json,
                                                    esppadom_text* ledger, esppadom_error** error);

/* Invoices that are to be checked, made by the library or not. */
typedef struct esppadom_invoices esppadom_invoices;

ESPPADOM_C_API esppadom_status esppadom_invoices_new(esppadom_invoices** invoices, esppadom_error** error);
ESPPADOM_C_API void esppadom_invoices_free(esppadom_invoices* invoices);
/* Takes what it needs. Errors: unsupported for a message that is no INVOICE. */
ESPPADOM_C_API esppadom_status esppadom_invoices_add(esppadom_invoices* invoices, const esppadom_message* message,
                                                     esppadom_error** error);
/* All invoices of a file, a folder or a ZIP archive; other messages are passed over. What is wrong in them, and what
 * cannot be read, goes to `findings` and into the reconciliation. */
ESPPADOM_C_API esppadom_status esppadom_invoices_read(esppadom_invoices* invoices, esppadom_view path,
                                                      esppadom_findings* findings, esppadom_error** error);

typedef struct esppadom_reconcile_options {
  uint32_t struct_size;
  int32_t language;
  esppadom_view from; /* YYYY-MM; empty: every month of the invoices. The same for `to` */
  esppadom_view to;
  esppadom_view as_of;    /* YYYY-MM-DD; empty: the last day on which a message or invoice was issued */
  esppadom_view provider; /* only about them; empty: about all. The same for the next two */
  esppadom_view payer;
  esppadom_view service;
  esppadom_view by; /* sums by provider (default), funder, service, month or beneficiary */
} esppadom_reconcile_options;

/* Holds invoices against the orders and visits of a request, and where it has rules against what they give: canonical
 * JSON, esppadom/reconcile/1. `options` is optional. */
ESPPADOM_C_API esppadom_status esppadom_reconcile(esppadom_request* request, const esppadom_invoices* invoices,
                                                  const esppadom_reconcile_options* options, esppadom_text* json,
                                                  esppadom_error** error);

typedef struct esppadom_balance_options {
  uint32_t struct_size;
  uint32_t reserved;      /* 0 */
  esppadom_view from;     /* YYYY-MM; empty: the first month in which the ledger has documents */
  esppadom_view to;       /* YYYY-MM; empty: the last one */
  esppadom_view funder;   /* empty: all */
  esppadom_view provider; /* empty: all */
} esppadom_balance_options;

/* The trial balance of a ledger, the text that `esppadom_bill_ledger` gave: canonical JSON,
 * esppadom/trial-balance/1, with "balanced". `name` is what findings call the ledger; `options` and `findings` are
 * optional. Errors: those of a text that is no ledger. */
ESPPADOM_C_API esppadom_status esppadom_statements_trial_balance(esppadom_view ledger, esppadom_view name,
                                                                 const esppadom_balance_options* options,
                                                                 esppadom_findings* findings, esppadom_text* json,
                                                                 esppadom_error** error);

/* -- a change of operator -------------------------------------------------------------------------------------------*/

/* The part of a ledger that another operator needs to go on billing one `provider`, `service` or `beneficiary`, as `by`
 * says, with the identifier `id`. `part` receives that part, itself a ledger, and `json`, which is optional, what of
 * each kind of fact was taken and left out: canonical JSON, esppadom/ledger-export/1. Both are owned by the caller.
 * `name` is what findings call the ledger; `findings` is optional. Errors: those of a text that is no ledger; missing
 * when nothing of the ledger is concerned. */
ESPPADOM_C_API esppadom_status esppadom_ledger_export(esppadom_view ledger, esppadom_view name, esppadom_view by,
                                                      esppadom_view id, int32_t language, esppadom_findings* findings,
                                                      esppadom_text* part, esppadom_text* json, esppadom_error** error);
/* One ledger of several parts, in any order. `parts` are names for findings and ledgers in turn, `parts_size` views in
 * all. `ledger` is owned by the caller, `findings` optional. Errors: those of a text that is no ledger; conflict, with
 * a finding for each, where two parts say different things of the same. */
ESPPADOM_C_API esppadom_status esppadom_ledger_merge(const esppadom_view* parts, uint64_t parts_size,
                                                     esppadom_findings* findings, esppadom_text* ledger,
                                                     esppadom_error** error);

/* -- statements of contracts and of service -------------------------------------------------------------------------*/

typedef struct esppadom_cpom_options {
  uint32_t struct_size;
  int32_t language;
  esppadom_view from; /* YYYY-MM; empty: the first month in which documents were billed */
  esppadom_view to;   /* YYYY-MM; empty: the last one */
  esppadom_view funder;
  esppadom_view provider;
} esppadom_cpom_options;

/* The statement of the contracts (CPOM) of a ledger under its rules: what was authorised, performed and billed in
 * seconds and euros, objectives, advances, balance, envelope. Canonical JSON, esppadom/cpom/1, owned by the caller.
 * `options` and `findings` are optional; findings of the statement are in the JSON too. Errors: those of a text that is
 * no ledger; conflict for a ledger of other rules. */
ESPPADOM_C_API esppadom_status esppadom_statements_cpom(esppadom_view ledger, esppadom_view name,
                                                        const esppadom_rules* rules,
                                                        const esppadom_cpom_options* options,
                                                        esppadom_findings* findings, esppadom_text* json,
                                                        esppadom_error** error);

/* Sealed monthly statements of service rendered (service fait). */
typedef struct esppadom_statements esppadom_statements;

typedef struct esppadom_service_fait_options {
  uint32_t struct_size;
  int32_t keep_years;          /* kept until the end of that many years after the year of the month; 0: not said */
  esppadom_view from;          /* YYYY-MM; mandatory */
  esppadom_view to;            /* YYYY-MM; empty: only `from` */
  esppadom_view beneficiary;   /* empty: all */
  const esppadom_view* before; /* statements of the month before `from` that new ones are chained to: beneficiary and
                                  JSON in turn; may be NULL */
  uint64_t before_size;        /* of views: twice the number of statements */
} esppadom_service_fait_options;

typedef struct esppadom_statement {
  uint32_t struct_size;
  uint32_t reserved;
  esppadom_view beneficiary;
  esppadom_view month; /* YYYY-MM */
  esppadom_view seal;  /* SHA-256 of the statement; that of the last one is kept elsewhere as the head of the chain */
  esppadom_view json;  /* what is kept, byte for byte */
} esppadom_statement;

/* The statements by beneficiary and month. Whose statement in `before` is not as it was sealed has none, and that is a
 * finding. `findings` is optional. Errors: those of a text that is no ledger; not_built without OpenSSL. */
ESPPADOM_C_API esppadom_status esppadom_statements_service_fait(esppadom_view ledger, esppadom_view name,
                                                                const esppadom_service_fait_options* options,
                                                                esppadom_findings* findings,
                                                                esppadom_statements** statements,
                                                                esppadom_error** error);
/* How many there are, 0 for NULL; and one of them. Errors: out_of_range. */
ESPPADOM_C_API uint64_t esppadom_statements_size(const esppadom_statements* statements);
ESPPADOM_C_API esppadom_status esppadom_statements_at(const esppadom_statements* statements, uint64_t index,
                                                      esppadom_statement* statement, esppadom_error** error);
/* One of them as a page of HTML to read, sign and file, owned by the caller; the sealed document is the JSON. Errors:
 * out_of_range; unknown_name for a language. */
ESPPADOM_C_API esppadom_status esppadom_statements_html(const esppadom_statements* statements, uint64_t index,
                                                        int32_t language, esppadom_text* html, esppadom_error** error);
ESPPADOM_C_API void esppadom_statements_free(esppadom_statements* statements);

/* Whether kept statements are what was sealed, every byte, every link, no month missing: `good` receives 1 or 0, and
 * `findings`, which is optional, what is wrong. `kept` are names for findings and JSON in turn, `kept_size` views in
 * all. `head` is the seal of the last statement, kept elsewhere; empty when it is not known. */
ESPPADOM_C_API esppadom_status esppadom_statements_verify(const esppadom_view* kept, uint64_t kept_size,
                                                          esppadom_view head, esppadom_findings* findings,
                                                          int32_t* good, esppadom_error** error);

/* -- calls of a voice server ----------------------------------------------------------------------------------------*/

/* A log of telephone calls, identified. */
typedef struct esppadom_identified esppadom_identified;

typedef struct esppadom_identify_options {
  uint32_t struct_size;
  uint32_t reserved;            /* 0 */
  esppadom_view calls;          /* the log: CSV in UTF-8 (docs/oversight/calls.md); mandatory */
  esppadom_view calls_name;     /* what findings call it */
  esppadom_view directory;      /* whose the numbers are: CSV, or JSON; mandatory */
  esppadom_view directory_name; /* what findings call it */
  esppadom_view planned;        /* circumstances as JSON, of which the planned visits count; empty: none */
  esppadom_view planned_name;   /* what findings call them */
  esppadom_view issued_at;      /* YYYY-MM-DDThh:mm:ss, the issue time of the messages; empty: that of the last call */
  esppadom_view transaction_id; /* of the batch; empty: made of the issue time */
  esppadom_view method;         /* identification method that the messages name; empty: IVR */
} esppadom_identify_options;

/* Identifies the calls of a log by the rules that hold for each beneficiary and day, and makes DELIVERY messages of
 * them. `rules` is optional: without, every rule is neutral. `findings` is optional; what is not identified is a
 * finding, without telephone number. The views are needed only during the call. Errors: missing without log or
 * directory; invalid_value for a log without its columns; too_large; those of JSON. */
ESPPADOM_C_API esppadom_status esppadom_identify(const esppadom_identify_options* options, const esppadom_rules* rules,
                                                 esppadom_findings* findings, esppadom_identified** identified,
                                                 esppadom_error** error);
/* How many messages there are, 0 for NULL; the first ones are visits, so many as the second function says, the others
 * carry the raw stamps (HOR) of incomplete visits. */
ESPPADOM_C_API uint64_t esppadom_identified_size(const esppadom_identified* identified);
ESPPADOM_C_API uint64_t esppadom_identified_visits(const esppadom_identified* identified);
/* A copy of one of them, a DELIVERY owned by the caller. Errors: out_of_range. */
ESPPADOM_C_API esppadom_status esppadom_identified_message(const esppadom_identified* identified, uint64_t index,
                                                           esppadom_message** message, esppadom_error** error);
/* How many calls became what, those that are no visit (unidentified, ambiguous, repeated, incomplete), and all
 * findings: canonical JSON, esppadom/identify/1, owned by the caller. */
ESPPADOM_C_API esppadom_status esppadom_identified_json(const esppadom_identified* identified, int32_t language,
                                                        esppadom_text* json, esppadom_error** error);
ESPPADOM_C_API void esppadom_identified_free(esppadom_identified* identified);

/* -- messages as a role may see them --------------------------------------------------------------------------------*/

/* Reduces messages to what a role may see, and counts what it removed. One thread at a time. */
typedef struct esppadom_viewer esppadom_viewer;

typedef struct esppadom_viewer_options {
  uint32_t struct_size;
  int32_t keep_dates; /* 1: dates that the role would see shifted are kept; 0: they are shifted */
  esppadom_view role; /* departement, provider, branch, beneficiary, family or statistician; mandatory */
  esppadom_view key;  /* of the pseudonyms, at least 16 bytes, for roles that see any; copied, ended with the handle */
  esppadom_view provider;    /* only its messages; mandatory for provider and branch */
  esppadom_view beneficiary; /* only his messages; mandatory for beneficiary and family */
  esppadom_view service;     /* only its lines */
} esppadom_viewer_options;

/* Errors: missing for what the role needs; unknown_name for a role that is none; out_of_range for a shorter key;
 * not_built without OpenSSL for roles that need a key. */
ESPPADOM_C_API esppadom_status esppadom_viewer_new(const esppadom_viewer_options* options, esppadom_viewer** viewer,
                                                   esppadom_error** error);
/* The message as the role may see it, owned by the caller; `seen` receives NULL for one it may not see. `message` stays
 * as it was. */
ESPPADOM_C_API esppadom_status esppadom_viewer_see(esppadom_viewer* viewer, const esppadom_message* message,
                                                   esppadom_message** seen, esppadom_error** error);
/* For small groups: counts of whom a message speaks, once for each message before any is seen; then messages of a kind,
 * provider and service with fewer than `people` beneficiaries are left out, with the next smallest while a known total
 * would give them away. Errors: out_of_range for fewer than 2. */
ESPPADOM_C_API esppadom_status esppadom_viewer_count(esppadom_viewer* viewer, const esppadom_message* message,
                                                     esppadom_error** error);
ESPPADOM_C_API esppadom_status esppadom_viewer_smallest_group(esppadom_viewer* viewer, int64_t people,
                                                              esppadom_error** error);
/* How many messages were kept and how often what was removed, so far: canonical JSON, esppadom/view/1, without any
 * value of a message; owned by the caller. */
ESPPADOM_C_API esppadom_status esppadom_viewer_report(const esppadom_viewer* viewer, esppadom_text* json,
                                                      esppadom_error** error);
ESPPADOM_C_API void esppadom_viewer_free(esppadom_viewer* viewer);

/* -- comparing batches ----------------------------------------------------------------------------------------------*/

/* Messages that are to be compared with others. */
typedef struct esppadom_batch esppadom_batch;

ESPPADOM_C_API esppadom_status esppadom_batch_new(esppadom_batch** batch, esppadom_error** error);
ESPPADOM_C_API void esppadom_batch_free(esppadom_batch* batch);
ESPPADOM_C_API esppadom_status esppadom_batch_add(esppadom_batch* batch, const esppadom_message* message,
                                                  esppadom_error** error);
/* All messages of a file, a folder or a ZIP archive. What is wrong in them, and what cannot be read, goes to
 * `findings`. */
ESPPADOM_C_API esppadom_status esppadom_batch_read(esppadom_batch* batch, esppadom_view path,
                                                   esppadom_findings* findings, esppadom_error** error);
/* What two batches do not say alike: canonical JSON, esppadom/diff/1. Values that are a person's data are left out
 * unless `personal_data` is 1. */
ESPPADOM_C_API esppadom_status esppadom_diff(const esppadom_batch* a, const esppadom_batch* b, int32_t language,
                                             int32_t personal_data, esppadom_text* json, esppadom_error** error);

/* -- single rules ---------------------------------------------------------------------------------------------------*/

typedef struct esppadom_rounding {
  uint32_t struct_size;
  uint32_t reserved;         /* 0 */
  int64_t step_seconds;      /* 1 to 86 400 */
  int64_t threshold_seconds; /* of mode threshold, 0 to the step: from there on up */
  esppadom_view mode;        /* nearest (default), up, down, provider, payer or threshold */
  esppadom_view tie;         /* of mode nearest: up (default), down or even */
} esppadom_rounding;

/* Rounds `size` durations in whole seconds, in place, as `duration.rounding` of a rule file rounds visits. Errors, with
 * nothing changed: out_of_range for a duration beyond 2^62 s. Example: 4180 s to 900 s is 4500 s. */
ESPPADOM_C_API esppadom_status esppadom_round_durations(const esppadom_rounding* rounding, int64_t* seconds,
                                                        uint64_t size, esppadom_error** error);

typedef struct esppadom_split_funder {
  esppadom_view tariff;        /* euros an hour, "21.50" */
  esppadom_view participation; /* percent of that which the beneficiary pays, "20"; empty = 0 */
  int64_t seconds;             /* what it still pays for; below 0: no limit */
} esppadom_split_funder;

typedef struct esppadom_split_query {
  uint32_t struct_size;
  int32_t half_even;                    /* 1: cents are rounded half to even; 0: half up */
  int32_t residual_to_last;             /* 1: an odd cent goes to the last funder; 0: to the first */
  uint32_t reserved;                    /* 0 */
  int64_t seconds;                      /* of the visit */
  esppadom_view unit_price;             /* euros an hour */
  const esppadom_split_funder* funders; /* in the order of payment; may be NULL when there is none */
  uint64_t funders_size;                /* at most 8 */
} esppadom_split_query;

/* A visit among its funders by the neutral rules: canonical JSON, esppadom/split/1, in euros, exact fractions beside.
 */
ESPPADOM_C_API esppadom_status esppadom_split(const esppadom_split_query* query, esppadom_text* json,
                                              esppadom_error** error);

/* A plan smoothed over `size` periods that follow each other, by the rules that hold for `whom` on its date, which lies
 * in the first period. `plan_seconds` and `used_seconds` have `size` values each, 0 or more. Canonical JSON,
 * esppadom/smooth/1. Errors: unsupported for rules that count in euros or over a whole grant; missing for rules that do
 * not say what becomes of a visit at the ceiling. */
ESPPADOM_C_API esppadom_status esppadom_smooth(const esppadom_rules* rules, const esppadom_rule_query* whom,
                                               const int64_t* plan_seconds, const int64_t* used_seconds, uint64_t size,
                                               esppadom_text* json, esppadom_error** error);

/* One rule applied to the values of a question: "vat", "cents", "split_visit", "corrections"…; docs/calculations.md
 * lists them with the members of question and answer. `question` is JSON, `json` the answer, canonical JSON,
 * esppadom/calculation/1, owned by the caller. `rules` is optional: without, every rule is neutral; with, `whom` says
 * on which day and for whom they hold. `findings`, which is optional, receives what is wrong in the question. Errors:
 * unknown_name for a calculation that is none; those of JSON, with code, path, line and column; out_of_range for values
 * that no rule is made for; those of the rule. */
ESPPADOM_C_API esppadom_status esppadom_calculate(esppadom_view of, esppadom_view question, const esppadom_rules* rules,
                                                  const esppadom_rule_query* whom, esppadom_findings* findings,
                                                  esppadom_text* json, esppadom_error** error);

/* -- columns --------------------------------------------------------------------------------------------------------*/

struct ArrowArrayStream; /* of the Arrow C stream interface */

typedef struct esppadom_columns_options {
  uint32_t struct_size;
  int32_t strict;      /* as in esppadom_read_options */
  esppadom_view rows;  /* visits (default), stamps or lines of DELIVERY messages; shares of INVOICE messages */
  uint64_t batch_rows; /* 0 = 65 536 */
} esppadom_columns_options;

/* Messages of files, folders and ZIP archives as a stream of record batches, which `stream` receives and its owner
 * releases as the Arrow specification says; it needs no other handle. Cents and seconds are int64, times timestamp[s]
 * without zone, texts that repeat dictionary-encoded. Messages that cannot be read are left out, and get_last_error is
 * not raised for them: `findings`, which is optional, must outlive the stream and receives what is wrong while batches
 * are taken. `options` is optional. One thread at a time. */
ESPPADOM_C_API esppadom_status esppadom_columns_open(const esppadom_view* paths, uint64_t paths_size,
                                                     const esppadom_columns_options* options,
                                                     esppadom_findings* findings, struct ArrowArrayStream* stream,
                                                     esppadom_error** error);

/* Adds a visit for each row of a stream of record batches, as `bill` takes deliveries: the table of visits that
 * esppadom_columns_open gives, or one that other software made. Columns are found by name; needed are delivery_id,
 * provider, beneficiary, retained_start and retained_end, of use are caregiver, order_id, order_line_id, service,
 * aid_type, correction_code, issued_at, planned_start, planned_end, arrival, departure and billed_seconds. Texts are
 * utf8 or large_utf8, dictionary-encoded or not, times timestamps without zone, whole seconds on the clock of Paris.
 * Takes the stream and releases it. Errors: missing for a column or an identifier that is needed; invalid_value for
 * one of another kind; unreadable when the stream fails. After an error the rows before it were added. */
ESPPADOM_C_API esppadom_status esppadom_request_add_columns(esppadom_request* request, struct ArrowArrayStream* visits,
                                                            esppadom_error** error);

/* -- conformance kit ------------------------------------------------------------------------------------------------*/

#define ESPPADOM_CONFORMANCE_JSON 0 /* esppadom/conformance/1 */
#define ESPPADOM_CONFORMANCE_TAP 1
#define ESPPADOM_CONFORMANCE_JUNIT 2
#define ESPPADOM_CONFORMANCE_MARKDOWN 3
#define ESPPADOM_CONFORMANCE_HTML 4

typedef struct esppadom_conformance_options {
  uint32_t struct_size;
  int32_t form;
  int32_t language;
  uint32_t reserved;     /* 0 */
  esppadom_view answers; /* a folder of answers of another software that are compared; empty: this library answers */
  esppadom_view written; /* a folder of files another software wrote, which are judged; empty: none */
  esppadom_view judged;  /* name of the software; empty: this library */
} esppadom_conformance_options;

/* Runs the cases below the folder `kit`. `passed`, optional, receives 1 or 0. `options` and `findings` are optional.
 * Errors: unreadable when there is no case; invalid_value when one cannot be understood. */
ESPPADOM_C_API esppadom_status esppadom_conformance(esppadom_view kit, const esppadom_conformance_options* options,
                                                    esppadom_findings* findings, esppadom_text* report, int32_t* passed,
                                                    esppadom_error** error);

/* -- national scale of APA ------------------------------------------------------------------------------------------*/

typedef struct esppadom_apa_query {
  uint32_t struct_size;
  int32_t couple;          /* 1: the resources are those of two people, counted together */
  int64_t gir;             /* 1 to 4 */
  esppadom_view date;      /* YYYY-MM-DD */
  esppadom_view plan;      /* euros a month, "1000.00" */
  esppadom_view resources; /* euros a month */
  esppadom_view mtp;       /* the allowance the scale is built on, for a year it is not published for; empty = known */
} esppadom_apa_query;

/* What a beneficiary pays of a plan: canonical JSON, esppadom/apa/1. Errors: out_of_range for a day without a scale, a
 * GIR without a right to APA, amounts not between 0 and 1 000 000 euros. */
ESPPADOM_C_API esppadom_status esppadom_apa(const esppadom_apa_query* query, esppadom_text* json,
                                            esppadom_error** error);

/* -- CSV ------------------------------------------------------------------------------------------------------------*/

/* Which column holds which field: docs/csv.md. */
typedef struct esppadom_csv_mapping esppadom_csv_mapping;
/* Writes messages as the files of a mapping. */
typedef struct esppadom_csv_exporter esppadom_csv_exporter;
/* Reads messages from the files of a mapping. */
typedef struct esppadom_csv_importer esppadom_csv_importer;

/* `json` is the text of a mapping and `name` what findings call it; with an empty `json`, `name` names a mapping of the
 * library ("visits"). `parameters` are names and values in turn, NULL when there are none. `findings` is optional.
 * Errors: unknown_name, and those of a text that is no mapping. */
ESPPADOM_C_API esppadom_status esppadom_csv_mapping_load(esppadom_view json, esppadom_view name,
                                                         const esppadom_view* parameters, uint64_t parameters_size,
                                                         esppadom_findings* findings, esppadom_csv_mapping** mapping,
                                                         esppadom_error** error);
/* How many files it has, 0 for NULL; and the name of one. Errors: out_of_range. */
ESPPADOM_C_API uint64_t esppadom_csv_mapping_files(const esppadom_csv_mapping* mapping);
ESPPADOM_C_API esppadom_status esppadom_csv_mapping_file(const esppadom_csv_mapping* mapping, uint64_t index,
                                                         esppadom_text* name, esppadom_error** error);
ESPPADOM_C_API void esppadom_csv_mapping_free(esppadom_csv_mapping* mapping);

/* `findings` must outlive the exporter, the mapping need not. */
ESPPADOM_C_API esppadom_status esppadom_csv_exporter_new(const esppadom_csv_mapping* mapping,
                                                         esppadom_findings* findings, esppadom_csv_exporter** exporter,
                                                         esppadom_error** error);
/* Errors: unsupported for a message of another kind than the mapping's; conflict after the end. */
ESPPADOM_C_API esppadom_status esppadom_csv_exporter_add(esppadom_csv_exporter* exporter,
                                                         const esppadom_message* message, esppadom_error** error);
/* Ends the files. Nothing can be added afterwards. */
ESPPADOM_C_API esppadom_status esppadom_csv_exporter_finish(esppadom_csv_exporter* exporter, esppadom_error** error);
/* What was written to a file since the last call. Errors: out_of_range. */
ESPPADOM_C_API esppadom_status esppadom_csv_exporter_take(esppadom_csv_exporter* exporter, uint64_t file,
                                                          esppadom_text* written, esppadom_error** error);
ESPPADOM_C_API void esppadom_csv_exporter_free(esppadom_csv_exporter* exporter);

/* `paths` are the files of the mapping, in its order. `findings` must outlive the importer. Errors: unreadable;
 * unsupported for a mapping that can only be written. */
ESPPADOM_C_API esppadom_status esppadom_csv_importer_open(const esppadom_csv_mapping* mapping,
                                                          const esppadom_view* paths, uint64_t paths_size,
                                                          esppadom_findings* findings, esppadom_csv_importer** importer,
                                                          esppadom_error** error);
/* The next message, owned by the caller; NULL at the end. */
ESPPADOM_C_API esppadom_status esppadom_csv_importer_next(esppadom_csv_importer* importer, esppadom_message** message,
                                                          esppadom_error** error);
ESPPADOM_C_API void esppadom_csv_importer_free(esppadom_csv_importer* importer);

#ifdef __cplusplus
}
#endif

#endif
