// The only door to libxml2. Every test of LIBXML_VERSION is in this file.
#ifndef SIGNPOST_CLIBXML2_SHIM_H
#define SIGNPOST_CLIBXML2_SHIM_H

// Debian's libxml2 headers drag in ICU's, which clash with the ICU that Foundation brings along
// ('UErrorCode' has different definitions in different modules). Only a tail of
// xmlCharEncodingHandler depends on it, and that struct is never touched from here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/dict.h>
#include <string.h>

// Options of every parse. NOENT, DTDLOAD, DTDATTR, XINCLUDE, RECOVER and HUGE stay off.
static inline int cxml_strict_options(void) {
  int options = XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES;
#if LIBXML_VERSION >= 21300
  options |= XML_PARSE_NO_XXE;
#endif
#if LIBXML_VERSION >= 21400
  options |= XML_PARSE_NO_SYS_CATALOG;
#endif
#if LIBXML_VERSION >= 21500
  options |= XML_PARSE_SKIP_IDS;
#endif
  return options;
}

// A push parser that calls `handler` with `user`, and reads UTF-8 whatever the declaration claims.
static inline xmlParserCtxt *_Nullable cxml_push_context(xmlSAXHandler *_Nonnull handler, void *_Nonnull user) {
  xmlParserCtxt *context = xmlCreatePushParserCtxt(handler, user, NULL, 0, NULL);
  if (context == NULL) return NULL;
  xmlCtxtUseOptions(context, cxml_strict_options());
  if (xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8) < 0) {
    xmlFreeParserCtxt(context);
    return NULL;
  }
  return context;
}

// The same parser for another document, with the names that it knows; 0, or memory gave out and it is freed.
static inline int cxml_reuse(xmlParserCtxt *_Nonnull context, void *_Nonnull user) {
  if (xmlCtxtResetPush(context, NULL, 0, NULL, NULL) == 0) {
    context->userData = user;
    if (xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8) == 0) return 0;
  }
  xmlFreeParserCtxt(context);
  return -1;
}

// How many names the parser knows.
static inline int cxml_names(xmlParserCtxt *_Nonnull context) {
#if LIBXML_VERSION >= 21400
  return xmlDictSize(xmlCtxtGetDict(context));
#else
  return xmlDictSize(context->dict);
#endif
}

// The context's own copy of a name: the same pointer that its callbacks will pass for that name.
static inline const unsigned char *_Nullable cxml_intern(
    xmlParserCtxt *_Nonnull context, const unsigned char *_Nullable name, int length) {
#if LIBXML_VERSION >= 21400
  return xmlDictLookup(xmlCtxtGetDict(context), name, length);
#else
  return xmlDictLookup(context->dict, name, length);
#endif
}

// Offset, in the bytes fed so far, of the next byte that the parser will read; -1 before the first.
static inline long cxml_offset(xmlParserCtxt *_Nonnull context) {
  xmlParserInput *input = context->input;
  if (input == NULL) return -1;
  return (long)input->consumed + (long)(input->cur - input->base);
}

static inline void cxml_stop(xmlParserCtxt *_Nonnull context) { xmlStopParser(context); }

#endif
