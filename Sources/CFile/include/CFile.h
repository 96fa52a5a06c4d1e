#ifndef PLANC_CFILE_H
#define PLANC_CFILE_H

/// Swaps two paths on one file system in a single step; both must exist.
/// Returns 0, or the `errno` of the fault.
int planc_swap(const char *a, const char *b);

/// Renames `from` to `to` in a single step and never replaces what is at `to`.
/// Returns 0, or the `errno` of the fault.
int planc_move(const char *from, const char *to);

#endif
