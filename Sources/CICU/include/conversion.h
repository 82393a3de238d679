// Normalization and transliteration.
#ifndef KAOJU_CONVERSION_H
#define KAOJU_CONVERSION_H

#include <stdint.h>

/// The NFKC form of a text; returns its length, which may be more than the capacity.
int32_t kaoju_nfkc(
    const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity, int32_t *status);

/// Transliterates a text in place (`Hant-Hans`); `*length` becomes the new length.
void kaoju_transliterate(
    const uint16_t *identifier, int32_t identifierLength, uint16_t *text, int32_t *length,
    int32_t capacity, int32_t *status);

#endif
