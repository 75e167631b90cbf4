/* zlib's deflateInit2 and inflateInit2 are macros, which Swift does not import. */
#include <zlib.h>
static inline int zlib_begin_gzip(z_stream *stream) {
    return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
/* DEFLATE alone (RFC 1951), as it stands in a ZIP. */
static inline int zlib_begin_raw_inflate(z_stream *stream) {
    return inflateInit2(stream, -15);
}
