package cn.anlan.web.ogc.items;

import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.RowPredicate;
import cn.anlan.web.ogc.OgcRequest;
import cn.anlan.web.ogc.schema.LayerProperty;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Properties as parameters of their own (Part 3, "queryables as query parameters"): {@code
 * ?status=closed&sector=fire} keeps the rows that have just these values; of a list, those that
 * have the value among others. A property that is called like another parameter is asked for by a
 * filter only.
 */
final class PropertyParameters {
  private PropertyParameters() {}

  /** Their names. */
  static List<String> names(Layer layer, List<String> taken) {
    return LayerProperty.of(layer).stream()
        .filter(LayerProperty::held)
        .map(LayerProperty::name)
        .filter(name -> !taken.contains(name) && !OgcRequest.COMMON.contains(name))
        .toList();
  }

  /**
   * @throws UserFault naming the value that its property cannot have
   */
  static List<RowPredicate> read(Layer layer, List<String> taken, OgcRequest request) {
    List<RowPredicate> all = new ArrayList<>();
    List<String> names = names(layer, taken);
    for (LayerProperty property : LayerProperty.of(layer)) {
      Optional<String> value =
          names.contains(property.name()) ? request.find(property.name()) : Optional.empty();
      value.ifPresent(text -> all.add(equal(property, text)));
    }
    return all;
  }

  private static RowPredicate equal(LayerProperty property, String text) {
    String name = property.name();
    if (property.kind() == ColumnKind.TEXT_LIST) {
      return columns -> columns.contains(name, Set.of(text));
    }
    Object literal = literal(property, text);
    return columns -> columns.compare(name, Comparison.EQUAL, literal);
  }

  private static Object literal(LayerProperty property, String text) {
    try {
      return switch (property.kind()) {
        case TEXT, CODE, TEXT_LIST -> text;
        case INTEGER, NUMBER -> number(text);
        case DATE -> LocalDate.parse(text);
        case BOOLEAN -> truth(text);
      };
    } catch (NumberFormatException | DateTimeException unreadable) {
      throw new UserFault(
          "%s=%s 不是%s (not of type %s)"
              .formatted(property.name(), text, property.kind().zh(), property.kind().en()),
          "例如 (such as) " + property.name() + "=" + example(property.kind()));
    }
  }

  /** Of a bounded length: exact arithmetic on 1e999999999 would take the machine. */
  private static BigDecimal number(String text) {
    if (!text.matches("[-+]?[0-9]{0,40}(\\.[0-9]{0,40})?")) {
      throw new NumberFormatException(text);
    }
    return new BigDecimal(text);
  }

  private static boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new NumberFormatException(text);
    }
    return text.equals("true");
  }

  private static String example(ColumnKind kind) {
    return switch (kind) {
      case TEXT, CODE, TEXT_LIST -> "abc";
      case INTEGER, NUMBER -> "12";
      case DATE -> "2021-03-01";
      case BOOLEAN -> "true";
    };
  }
}
