// The only door to libxml2. Every test of LIBXML_VERSION is in this file.
#ifndef SIGNPOST_CLIBXML2_SHIM_H
#define SIGNPOST_CLIBXML2_SHIM_H

// Debian's libxml2 headers drag in ICU's, which clash with the ICU that Foundation brings along
// ('UErrorCode' has different definitions in different modules). Only a tail of
// xmlCharEncodingHandler depends on it, and that struct is never touched from here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#endif
