#include "CArena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Small pieces are cut from chunks, one behind the other; a large piece is a chunk of its own. The smallest are used
// again once they are given back: a document can need very many of them, one after the other.
enum { chunk_bytes = 256 * 1024, large = 32 * 1024, alignment = 16, reused = 512 };

typedef struct chunk {
  struct chunk *next, *previous;
  size_t padding[2];
} chunk;

/// Stands before each piece.
typedef struct header {
  size_t size;
  union {
    /// The piece's own chunk; null for a piece of a shared one.
    chunk *own;
    /// Of a piece that was given back: the next of its length.
    struct header *next;
  };
} header;

static _Thread_local struct {
  /// All chunks; the first made is kept, so that a thread's next document finds it warm.
  chunk *chunks, *kept;
  /// What is free of the newest shared chunk.
  char *next, *end;
  /// What was given back, by length in steps of `alignment`.
  header *free[reused / alignment + 1];
} arena;

static void fail(void) { abort(); }

/// The bytes of a piece without its header.
static size_t rounded(size_t size) { return (size + alignment - 1) / alignment * alignment; }

static chunk *add_chunk(size_t bytes) {
  chunk *new = malloc(sizeof(chunk) + bytes);
  if (!new) fail();
  new->previous = NULL;
  new->next = arena.chunks;
  if (arena.chunks) arena.chunks->previous = new;
  arena.chunks = new;
  return new;
}

static void drop_chunk(chunk *old) {
  if (old->previous) old->previous->next = old->next;
  else arena.chunks = old->next;
  if (old->next) old->next->previous = old->previous;
  free(old);
}

static void *take(size_t size) {
  if (size > SIZE_MAX / 2) fail();
  size_t room = rounded(size), bytes = sizeof(header) + room;
  header *piece;
  if (room <= reused && arena.free[room / alignment]) {
    piece = arena.free[room / alignment];
    arena.free[room / alignment] = piece->next;
    piece->own = NULL;
  } else if (bytes > large) {
    chunk *own = add_chunk(bytes);
    piece = (header *)(own + 1);
    piece->own = own;
  } else {
    if (bytes > (size_t)(arena.end - arena.next)) {
      chunk *shared = add_chunk(chunk_bytes);
      if (!arena.kept) arena.kept = shared;
      arena.next = (char *)(shared + 1);
      arena.end = arena.next + chunk_bytes;
    }
    piece = (header *)arena.next;
    arena.next += bytes;
    piece->own = NULL;
  }
  piece->size = size;
  return piece + 1;
}

void *planc_arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) fail();
  void *pointer = take(count * size);
  return memset(pointer, 0, count * size);
}

void *planc_arena_realloc(void *pointer, size_t size) {
  if (!pointer) return take(size);
  size_t old = ((header *)pointer - 1)->size;
  if (size <= old) return pointer;
  header *piece = (header *)pointer - 1;
  // The newest piece grows where it is.
  if (!piece->own && (char *)pointer + rounded(old) == arena.next && size <= large &&
      rounded(size) <= (size_t)(arena.end - (char *)pointer)) {
    arena.next = (char *)pointer + rounded(size);
    piece->size = size;
    return pointer;
  }
  void *new = take(size);
  memcpy(new, pointer, old);
  planc_arena_free(pointer);
  return new;
}

void planc_arena_free(void *pointer) {
  if (!pointer) return;
  header *piece = (header *)pointer - 1;
  size_t room = rounded(piece->size);
  if (piece->own) {
    drop_chunk(piece->own);
  } else if ((char *)pointer + room == arena.next) {
    arena.next = (char *)piece;
  } else if (room <= reused) {
    piece->next = arena.free[room / alignment];
    arena.free[room / alignment] = piece;
  }
}

void planc_arena_reset(void) {
  chunk *next = arena.chunks;
  while (next) {
    chunk *old = next;
    next = old->next;
    if (old != arena.kept) free(old);
  }
  arena.chunks = arena.kept;
  memset(arena.free, 0, sizeof arena.free);
  if (!arena.kept) return;
  arena.kept->next = arena.kept->previous = NULL;
  arena.next = (char *)(arena.kept + 1);
  arena.end = arena.next + chunk_bytes;
}
