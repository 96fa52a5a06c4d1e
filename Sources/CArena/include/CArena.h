#ifndef PLANC_CARENA_H
#define PLANC_CARENA_H

#include <stddef.h>

/// Memory that goes all at once: each thread has an arena of its own, and what was taken from it since
/// `planc_arena_reset` was last called on that thread goes with the next call. Taking is a few instructions, and giving
/// back costs nothing. Pointers must not leave their thread. Ends the process when there is no memory.
void *planc_arena_calloc(size_t count, size_t size);
void *planc_arena_realloc(void *pointer, size_t size);
void planc_arena_free(void *pointer);
void planc_arena_reset(void);

#endif
