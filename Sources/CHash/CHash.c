#define XXH_INLINE_ALL
#include <xxhash.h>

#include "CHash.h"

planc_hash planc_hash_of(const void *bytes, size_t count) {
  XXH128_hash_t hash = XXH3_128bits(bytes, count);
  return (planc_hash){.low = hash.low64, .high = hash.high64};
}
