#include "breaking.h"

#include <unicode/ubrk.h>

KaojuBreakIterator *kaoju_ubrk_open_words(const char *locale, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, locale, NULL, 0, &code);
  *status = code;
  return (KaojuBreakIterator *)iterator;
}

void kaoju_ubrk_close(KaojuBreakIterator *iterator) { ubrk_close((UBreakIterator *)iterator); }

void kaoju_ubrk_setText(
    KaojuBreakIterator *iterator, const uint16_t *text, int32_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  ubrk_setText((UBreakIterator *)iterator, (const UChar *)text, length, &code);
  *status = code;
}

int32_t kaoju_ubrk_first(KaojuBreakIterator *iterator) {
  return ubrk_first((UBreakIterator *)iterator);
}

int32_t kaoju_ubrk_next(KaojuBreakIterator *iterator) {
  return ubrk_next((UBreakIterator *)iterator);
}
