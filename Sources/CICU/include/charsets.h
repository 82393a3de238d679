// Charset detection and conversion.
#ifndef KAOJU_CHARSETS_H
#define KAOJU_CHARSETS_H

#include <stdint.h>

typedef struct KaojuConverter KaojuConverter;
typedef struct KaojuCharsetDetector KaojuCharsetDetector;
typedef struct KaojuCharsetMatch KaojuCharsetMatch;

/// The status that says that the target is full and the source not yet empty.
extern const int32_t kaoju_ucnv_target_is_full;

KaojuConverter *kaoju_ucnv_open(const char *name, int32_t *status);
void kaoju_ucnv_close(KaojuConverter *converter);
const char *kaoju_ucnv_getName(const KaojuConverter *converter, int32_t *status);
int32_t kaoju_ucnv_fromUChars(
    KaojuConverter *converter, char *target, int32_t capacity, const uint16_t *source,
    int32_t length, int32_t *status);
/// Decodes from `*source` to `*target` and moves both on.
void kaoju_ucnv_toUnicode(
    KaojuConverter *converter, uint16_t **target, const uint16_t *limit, const char **source,
    const char *sourceLimit, int flush, int32_t *status);

KaojuCharsetDetector *kaoju_ucsdet_open(int32_t *status);
void kaoju_ucsdet_close(KaojuCharsetDetector *detector);
void kaoju_ucsdet_setText(
    KaojuCharsetDetector *detector, const char *bytes, int32_t length, int32_t *status);
/// The guesses, most likely first; they belong to the detector.
const KaojuCharsetMatch *const *kaoju_ucsdet_detectAll(
    KaojuCharsetDetector *detector, int32_t *found, int32_t *status);
const char *kaoju_ucsdet_getName(const KaojuCharsetMatch *match, int32_t *status);
int32_t kaoju_ucsdet_getConfidence(const KaojuCharsetMatch *match, int32_t *status);

#endif
