#ifndef KAOJU_PREFETCH_H
#define KAOJU_PREFETCH_H

// Asks the processor to bring an address into its cache; reads nothing and cannot fault.
static inline void kaoju_prefetch(const void *_Nonnull address) {
  __builtin_prefetch(address, 0, 3);
}

#endif
