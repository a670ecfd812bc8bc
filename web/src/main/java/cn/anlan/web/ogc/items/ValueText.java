package cn.anlan.web.ogc.items;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.web.ogc.schema.LayerProperty;
import cn.anlan.web.print.Figures;
import cn.anlan.web.print.Language;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;

/** Values as people read them: codes by their titles, numbers with their unit. */
final class ValueText {
  private final Catalog catalog;
  private final Language language;

  ValueText(Catalog catalog, Language language) {
    this.catalog = catalog;
    this.language = language;
  }

  String of(LayerProperty property, Object value) {
    if (value == null) {
      return Figures.orNone(null);
    }
    if (value instanceof Boolean flag) {
      return flag ? language.of("是", "yes") : language.of("否", "no");
    }
    if (value instanceof Collection<?> items) {
      return items.stream().map(Object::toString).collect(Collectors.joining("、"));
    }
    String text =
        value instanceof Double number
            ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
            : value.toString();
    return property.field() == null ? text : of(property.field(), text);
  }

  private String of(Field field, String text) {
    if (field.codes() != null) {
      return catalog
          .getCodes(field.codes())
          .find(text)
          .map(code -> language.of(code.title()))
          .orElse(text);
    }
    return field.unit() == null ? text : text + " " + field.unit();
  }
}
