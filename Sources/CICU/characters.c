#include "characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

static KaojuCharacterClass letterClass(UChar32 character) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(character, &status)) {
    case USCRIPT_HAN:
      return KaojuCharacterClassHan;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return KaojuCharacterClassKana;
    default:
      return KaojuCharacterClassLetter;
  }
}

KaojuCharacterClass kaoju_character_class(uint32_t character) {
  UChar32 code = (UChar32)character;
  switch (u_charType(code)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return letterClass(code);
    case U_DECIMAL_DIGIT_NUMBER:
      return KaojuCharacterClassDigit;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return KaojuCharacterClassSpace;
    case U_CONTROL_CHAR:
      return KaojuCharacterClassControl;
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
    case U_MATH_SYMBOL:
    case U_CURRENCY_SYMBOL:
    case U_MODIFIER_SYMBOL:
      return KaojuCharacterClassPunctuation;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return KaojuCharacterClassMark;
    default:
      return KaojuCharacterClassOther;
  }
}

int kaoju_character_is_wide(uint32_t character) {
  int32_t width = u_getIntPropertyValue((UChar32)character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}
