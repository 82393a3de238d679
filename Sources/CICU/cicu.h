// The ICU4C functions that Kaoju uses, under names that Swift can see.
//
// ICU renames its functions by macros (ubrk_open is ubrk_open_72), and Swift does not import
// macros. Each wrapper is `static inline`, so a call costs nothing and the header builds with
// every ICU since 70.
#ifndef KAOJU_CICU_H
#define KAOJU_CICU_H

#include <unicode/utypes.h>
#include <unicode/uversion.h>
#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/uscript.h>

// MARK: Versions and errors

static inline void kaoju_icu_version(UVersionInfo version) { u_getVersion(version); }
static inline const char *kaoju_icu_error_name(UErrorCode code) { return u_errorName(code); }
static inline int kaoju_icu_failed(UErrorCode code) { return U_FAILURE(code); }

// MARK: Breaking

static inline UBreakIterator *kaoju_ubrk_open(UBreakIteratorType type, const char *locale, const UChar *text, int32_t length, UErrorCode *status) { return ubrk_open(type, locale, text, length, status); }
static inline UBreakIterator *kaoju_ubrk_openRules(const UChar *rules, int32_t rulesLength, const UChar *text, int32_t length, UParseError *parseError, UErrorCode *status) { return ubrk_openRules(rules, rulesLength, text, length, parseError, status); }
static inline void kaoju_ubrk_close(UBreakIterator *iterator) { ubrk_close(iterator); }
static inline void kaoju_ubrk_setText(UBreakIterator *iterator, const UChar *text, int32_t length, UErrorCode *status) { ubrk_setText(iterator, text, length, status); }
static inline int32_t kaoju_ubrk_first(UBreakIterator *iterator) { return ubrk_first(iterator); }
static inline int32_t kaoju_ubrk_next(UBreakIterator *iterator) { return ubrk_next(iterator); }
static inline int32_t kaoju_ubrk_getRuleStatus(UBreakIterator *iterator) { return ubrk_getRuleStatus(iterator); }

// MARK: Charsets

static inline UCharsetDetector *kaoju_ucsdet_open(UErrorCode *status) { return ucsdet_open(status); }
static inline void kaoju_ucsdet_close(UCharsetDetector *detector) { ucsdet_close(detector); }
static inline void kaoju_ucsdet_setText(UCharsetDetector *detector, const char *bytes, int32_t length, UErrorCode *status) { ucsdet_setText(detector, bytes, length, status); }
static inline const UCharsetMatch **kaoju_ucsdet_detectAll(UCharsetDetector *detector, int32_t *found, UErrorCode *status) { return ucsdet_detectAll(detector, found, status); }
static inline const char *kaoju_ucsdet_getName(const UCharsetMatch *match, UErrorCode *status) { return ucsdet_getName(match, status); }
static inline int32_t kaoju_ucsdet_getConfidence(const UCharsetMatch *match, UErrorCode *status) { return ucsdet_getConfidence(match, status); }

static inline UConverter *kaoju_ucnv_open(const char *name, UErrorCode *status) { return ucnv_open(name, status); }
static inline void kaoju_ucnv_close(UConverter *converter) { ucnv_close(converter); }
static inline const char *kaoju_ucnv_getName(const UConverter *converter, UErrorCode *status) { return ucnv_getName(converter, status); }
static inline int32_t kaoju_ucnv_toUChars(UConverter *converter, UChar *target, int32_t capacity, const char *source, int32_t length, UErrorCode *status) { return ucnv_toUChars(converter, target, capacity, source, length, status); }
static inline int32_t kaoju_ucnv_fromUChars(UConverter *converter, char *target, int32_t capacity, const UChar *source, int32_t length, UErrorCode *status) { return ucnv_fromUChars(converter, target, capacity, source, length, status); }
static inline void kaoju_ucnv_toUnicode(UConverter *converter, UChar **target, const UChar *limit, const char **source, const char *sourceLimit, UBool flush, UErrorCode *status) { ucnv_toUnicode(converter, target, limit, source, sourceLimit, NULL, flush, status); }
static inline int kaoju_ucnv_compareNames(const char *a, const char *b) { return ucnv_compareNames(a, b); }

// MARK: Normalization and transliteration

static inline const UNormalizer2 *kaoju_unorm2_getNFKCInstance(UErrorCode *status) { return unorm2_getNFKCInstance(status); }
static inline const UNormalizer2 *kaoju_unorm2_getNFCInstance(UErrorCode *status) { return unorm2_getNFCInstance(status); }
static inline int32_t kaoju_unorm2_normalize(const UNormalizer2 *normalizer, const UChar *source, int32_t length, UChar *target, int32_t capacity, UErrorCode *status) { return unorm2_normalize(normalizer, source, length, target, capacity, status); }
static inline int32_t kaoju_unorm2_spanQuickCheckYes(const UNormalizer2 *normalizer, const UChar *source, int32_t length, UErrorCode *status) { return unorm2_spanQuickCheckYes(normalizer, source, length, status); }

static inline UTransliterator *kaoju_utrans_openU(const UChar *identifier, int32_t length, UTransDirection direction, UParseError *parseError, UErrorCode *status) { return utrans_openU(identifier, length, direction, NULL, 0, parseError, status); }
static inline void kaoju_utrans_close(UTransliterator *transliterator) { utrans_close(transliterator); }
static inline void kaoju_utrans_transUChars(const UTransliterator *transliterator, UChar *text, int32_t *length, int32_t capacity, int32_t start, int32_t *limit, UErrorCode *status) { utrans_transUChars(transliterator, text, length, capacity, start, limit, status); }

// MARK: Calendars

static inline UCalendar *kaoju_ucal_open(const UChar *zone, int32_t length, const char *locale, UCalendarType type, UErrorCode *status) { return ucal_open(zone, length, locale, type, status); }
static inline void kaoju_ucal_close(UCalendar *calendar) { ucal_close(calendar); }
static inline void kaoju_ucal_clear(UCalendar *calendar) { ucal_clear(calendar); }
static inline void kaoju_ucal_setMillis(UCalendar *calendar, UDate date, UErrorCode *status) { ucal_setMillis(calendar, date, status); }
static inline UDate kaoju_ucal_getMillis(const UCalendar *calendar, UErrorCode *status) { return ucal_getMillis(calendar, status); }
static inline void kaoju_ucal_set(UCalendar *calendar, UCalendarDateFields field, int32_t value) { ucal_set(calendar, field, value); }
static inline int32_t kaoju_ucal_get(const UCalendar *calendar, UCalendarDateFields field, UErrorCode *status) { return ucal_get(calendar, field, status); }
static inline void kaoju_ucal_add(UCalendar *calendar, UCalendarDateFields field, int32_t amount, UErrorCode *status) { ucal_add(calendar, field, amount, status); }

// MARK: Characters

// An answer instead of an enumeration: Foundation brings an ICU of its own, and Swift finds two
// definitions of one enumeration in conflict in a module that sees both.
static inline int kaoju_u_isWide(UChar32 character) {
  int32_t width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}
static inline int8_t kaoju_u_charType(UChar32 character) { return u_charType(character); }
static inline UScriptCode kaoju_uscript_getScript(UChar32 character, UErrorCode *status) { return uscript_getScript(character, status); }

#endif
