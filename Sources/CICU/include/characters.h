// Properties of characters.
#ifndef KAOJU_CHARACTERS_H
#define KAOJU_CHARACTERS_H

#include <stdint.h>

/// What a character is, as far as cutting runs needs to know it.
typedef enum __attribute__((enum_extensibility(closed))) {
  KaojuCharacterClassLetter,
  KaojuCharacterClassHan,
  KaojuCharacterClassKana,
  KaojuCharacterClassDigit,
  KaojuCharacterClassSpace,
  KaojuCharacterClassControl,
  KaojuCharacterClassPunctuation,
  KaojuCharacterClassMark,
  KaojuCharacterClassOther
} KaojuCharacterClass;

/// The class of a code point, by its general category and script.
KaojuCharacterClass kaoju_character_class(uint32_t character);

/// Whether a character takes two columns of a terminal (UAX #11).
int kaoju_character_is_wide(uint32_t character);

#endif
