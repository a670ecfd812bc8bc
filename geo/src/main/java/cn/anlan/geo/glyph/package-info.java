/**
 * Letters for maps in the browser: glyphs of an installed font as signed distance fields, in the
 * form that MapLibre asks for. {@link cn.anlan.geo.glyph.GlyphRange} is the way in.
 */
package cn.anlan.geo.glyph;
