package cn.anlan.web.sheet;

import cn.anlan.geo.text.Text;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import java.util.function.Function;

/**
 * A drawing of a sheet.
 *
 * @param svg made when the page is written, in the page's language
 */
public record Drawing(String id, Text title, Function<Language, Html> svg) implements Sheet.Part {}
