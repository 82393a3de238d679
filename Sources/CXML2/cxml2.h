// The door to libxml2: its parsers, and the few macros and globals that Swift cannot see.
#ifndef KAOJU_CXML2_H
#define KAOJU_CXML2_H

// Where libxml2 is built with ICU its headers bring ICU's enumerations, which clash with those of
// Foundation's own ICU.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>

static inline void kaoju_xml_free(void *memory) { xmlFree(memory); }

// Reads a page that is UTF-8 whatever it says of itself; never fetches anything.
static inline htmlDocPtr kaoju_html_read(const char *bytes, int length) {
  return htmlReadMemory(bytes, length, NULL, "UTF-8",
                        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                            HTML_PARSE_NONET | HTML_PARSE_COMPACT);
}

// Reads XML that is UTF-8 and names no other charset; never fetches anything, expands no entity
// that the document declares.
static inline xmlTextReaderPtr kaoju_xml_reader(xmlInputReadCallback read, void *context) {
  return xmlReaderForIO(
      read, NULL, context, NULL, "UTF-8",
      XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_COMPACT);
}

#endif
