// Word breaking.
#ifndef KAOJU_BREAKING_H
#define KAOJU_BREAKING_H

#include <stdint.h>

typedef struct KaojuBreakIterator KaojuBreakIterator;

/// Opens ICU's word breaker for a locale, dictionary and all.
KaojuBreakIterator *kaoju_ubrk_open_words(const char *locale, int32_t *status);
void kaoju_ubrk_close(KaojuBreakIterator *iterator);
/// Points the iterator at a text, which must outlive the walk.
void kaoju_ubrk_setText(
    KaojuBreakIterator *iterator, const uint16_t *text, int32_t length, int32_t *status);
int32_t kaoju_ubrk_first(KaojuBreakIterator *iterator);
/// The next boundary, or -1 at the end.
int32_t kaoju_ubrk_next(KaojuBreakIterator *iterator);

#endif
