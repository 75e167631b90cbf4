#include <stddef.h>
#include <stdint.h>

/* Hands bytes to `one` until it crashes or the arguments say that it is enough. */
int fuzz(int argc, char **argv, int (*one)(const uint8_t *bytes, size_t count));
