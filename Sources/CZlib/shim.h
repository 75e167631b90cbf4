/* zlib's deflateInit2 is a macro, which Swift does not import. */
#include <zlib.h>
static inline int zlib_begin_gzip(z_stream *stream) {
    return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
