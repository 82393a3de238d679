#include "charsets.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

const int32_t kaoju_ucnv_target_is_full = U_BUFFER_OVERFLOW_ERROR;

KaojuConverter *kaoju_ucnv_open(const char *name, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &code);
  *status = code;
  return (KaojuConverter *)converter;
}

void kaoju_ucnv_close(KaojuConverter *converter) { ucnv_close((UConverter *)converter); }

const char *kaoju_ucnv_getName(const KaojuConverter *converter, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const char *name = ucnv_getName((const UConverter *)converter, &code);
  *status = code;
  return name;
}

int32_t kaoju_ucnv_fromUChars(
    KaojuConverter *converter, char *target, int32_t capacity, const uint16_t *source,
    int32_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t written = ucnv_fromUChars(
      (UConverter *)converter, target, capacity, (const UChar *)source, length, &code);
  *status = code;
  return written;
}

void kaoju_ucnv_toUnicode(
    KaojuConverter *converter, uint16_t **target, const uint16_t *limit, const char **source,
    const char *sourceLimit, int flush, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  ucnv_toUnicode(
      (UConverter *)converter, (UChar **)target, (const UChar *)limit, source, sourceLimit, NULL,
      flush != 0, &code);
  *status = code;
}

KaojuCharsetDetector *kaoju_ucsdet_open(int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&code);
  *status = code;
  return (KaojuCharsetDetector *)detector;
}

void kaoju_ucsdet_close(KaojuCharsetDetector *detector) {
  ucsdet_close((UCharsetDetector *)detector);
}

void kaoju_ucsdet_setText(
    KaojuCharsetDetector *detector, const char *bytes, int32_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  ucsdet_setText((UCharsetDetector *)detector, bytes, length, &code);
  *status = code;
}

const KaojuCharsetMatch *const *kaoju_ucsdet_detectAll(
    KaojuCharsetDetector *detector, int32_t *found, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const UCharsetMatch **matches = ucsdet_detectAll((UCharsetDetector *)detector, found, &code);
  *status = code;
  return (const KaojuCharsetMatch *const *)matches;
}

const char *kaoju_ucsdet_getName(const KaojuCharsetMatch *match, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const char *name = ucsdet_getName((const UCharsetMatch *)match, &code);
  *status = code;
  return name;
}

int32_t kaoju_ucsdet_getConfidence(const KaojuCharsetMatch *match, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t confidence = ucsdet_getConfidence((const UCharsetMatch *)match, &code);
  *status = code;
  return confidence;
}
