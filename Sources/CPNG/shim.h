/* The simplified interface of libpng. Swift does not import macros that are made of others. */
#include <png.h>

static const png_uint_32 png_format_rgba = PNG_FORMAT_RGBA;
