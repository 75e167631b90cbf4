/* Pango lays text out, cairo writes the PDF. The casts between GObject's types are macros, which Swift does not import. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

static inline cairo_scaled_font_t *pango_font_scaled(PangoFont *font) {
    return pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
}
