#ifndef PLANC_CHASH_H
#define PLANC_CHASH_H

#include <stddef.h>
#include <stdint.h>

/// 128 bits that stand for some bytes (XXH3 of xxHash): the same for the same bytes, on every machine.
typedef struct {
  uint64_t low;
  uint64_t high;
} planc_hash;

planc_hash planc_hash_of(const void *bytes, size_t count);

#endif
