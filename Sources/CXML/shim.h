/* What pkg-config would define: SwiftPM drops its -D flags, and without them the headers do not fit the library. */
#define XMLSEC_CRYPTO_OPENSSL 1
#define XMLSEC_NO_SIZE_T 1
#define XMLSEC_NO_CRYPTO_DYNAMIC_LOADING 1
#define XMLSEC_NO_GOST 1
#define XMLSEC_NO_GOST2012 1
/* libxml2's header of encodings brings Debian's ICU along, whose names clash with those of Foundation's own. Nothing
   here uses it, and it only adds fields to the end of a structure that is met by pointer. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/errors.h>
#include <xmlsec/io.h>
#include <xmlsec/keyinfo.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmltree.h>
#include <xmlsec/openssl/app.h>
#include <xmlsec/openssl/crypto.h>

/* A variable that holds a function, which Swift takes for shared state. */
static inline void xml_free(void *memory) { xmlFree(memory); }
