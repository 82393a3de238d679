#include "conversion.h"

#include <unicode/unorm2.h>
#include <unicode/utrans.h>

int32_t kaoju_nfkc(
    const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCInstance(&code);
  int32_t written = 0;
  if (U_SUCCESS(code))
    written = unorm2_normalize(
        normalizer, (const UChar *)source, length, (UChar *)target, capacity, &code);
  *status = code;
  return written;
}

void kaoju_transliterate(
    const uint16_t *identifier, int32_t identifierLength, uint16_t *text, int32_t *length,
    int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UParseError place;
  UTransliterator *transliterator = utrans_openU(
      (const UChar *)identifier, identifierLength, UTRANS_FORWARD, NULL, 0, &place, &code);
  if (U_SUCCESS(code)) {
    int32_t limit = *length;
    utrans_transUChars(transliterator, (UChar *)text, length, capacity, 0, &limit, &code);
    utrans_close(transliterator);
  }
  *status = code;
}
