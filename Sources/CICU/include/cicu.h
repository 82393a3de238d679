// The ICU4C functions that Kaoju uses, in plain C types.
//
// Two reasons keep ICU's own headers out of this one. ICU renames its functions by macros
// (ubrk_open is ubrk_open_72), and Swift imports no macros. And Swift's Foundation carries headers
// of the same names from another ICU: a module that sees both does not compile.
//
// A status of 0 or below is success, as in ICU.
#ifndef KAOJU_CICU_H
#define KAOJU_CICU_H

#include "breaking.h"
#include "calendars.h"
#include "characters.h"
#include "charsets.h"
#include "conversion.h"

/// The version of ICU that is linked: major and minor.
void kaoju_icu_version(int32_t *major, int32_t *minor);

/// Whether a status tells of an error rather than success or a warning.
static inline int kaoju_icu_failed(int32_t status) { return status > 0; }

#endif
