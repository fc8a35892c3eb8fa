/* What the examples share: saying what went wrong, and reading a small file. */
#ifndef EXAMPLE_SUPPORT_H
#define EXAMPLE_SUPPORT_H

#include <stdio.h>
#include <stdlib.h>

#include <esppadom.h>

/* Ends the program when a call failed: with the reason, and with the place where it lies in data. */
static void need(esppadom_status status, esppadom_error* error, const char* what) {
  esppadom_view text, path;
  if (status == ESPPADOM_SUCCESS) return;
  text = esppadom_error_message(error, ESPPADOM_ENGLISH);
  path = esppadom_error_path(error);
  fprintf(stderr, "%s: %s: %.*s", what, esppadom_status_name(status), (int)text.size, text.data ? text.data : "");
  if (path.size > 0)
    fprintf(stderr, " (line %lu, %.*s)", (unsigned long)esppadom_error_line(error), (int)path.size, path.data);
  fputc('\n', stderr);
  esppadom_error_free(error);
  exit(2);
}

/* The bytes of a file, to be freed. */
static char* bytes_of_file(const char* name, uint64_t* size) {
  FILE* file = fopen(name, "rb");
  char* bytes = NULL;
  size_t used = 0, room = 0, got = 1;
  if (file == NULL) {
    fprintf(stderr, "%s: cannot be read\n", name);
    exit(2);
  }
  while (got > 0) {
    if (room - used < 65536) {
      room = room * 2 + 65536;
      bytes = realloc(bytes, room);
      if (bytes == NULL) exit(2);
    }
    got = fread(bytes + used, 1, room - used, file);
    used += got;
  }
  fclose(file);
  *size = used;
  return bytes;
}

#endif
