package cn.anlan.web.ogc.items;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.LayerSnapshot;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Where a page ended, as the parameter {@code after} of the link to the next: the last row's id, or
 * for another order its values and its id. It names a place in the order, not a row or a version,
 * so it stays good whatever is changed, also where that row is gone.
 */
final class Cursor {
  private static final String NAME = "after";

  private Cursor() {}

  static String write(SortOrder order, List<Object> place) {
    if (order.isById()) {
      return place.get(0).toString();
    }
    ArrayNode values = JsonMapper.shared().createArrayNode();
    for (Object value : place) {
      if (value instanceof LocalDate day) {
        values.add(day.toString());
      } else {
        values.addPOJO(value);
      }
    }
    byte[] json = values.toString().getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
  }

  /**
   * @throws UserFault where it is none of this order
   */
  static List<Object> read(String text, SortOrder order, LayerSnapshot snapshot) {
    try {
      if (order.isById()) {
        return List.of(Long.parseLong(text));
      }
      byte[] json = Base64.getUrlDecoder().decode(text);
      JsonNode values = JsonMapper.shared().readTree(json);
      Map<String, ColumnKind> kinds =
          snapshot.columns().stream().collect(Collectors.toMap(c -> c.name(), c -> c.kind()));
      List<Object> place = new ArrayList<>();
      for (int i = 0; i < order.keys().size(); i++) {
        String column = order.keys().get(i).column();
        place.add(value(values.get(i), kinds.getOrDefault(column, ColumnKind.INTEGER)));
      }
      place.add(values.get(order.keys().size()).longValue());
      return place;
    } catch (RuntimeException unreadable) {
      throw new UserFault(
          NAME + "=" + text + " 不是本次排序的页标 (no mark of a page in this order)",
          "从第一页起，沿 next 链接翻页 (begin at the first page and follow its links)");
    }
  }

  private static Object value(JsonNode node, ColumnKind kind) {
    if (node.isNull()) {
      return null;
    }
    return switch (kind) {
      case TEXT, CODE -> node.stringValue();
      case INTEGER -> node.longValue();
      case NUMBER -> node.doubleValue();
      case BOOLEAN -> node.booleanValue();
      case DATE -> LocalDate.parse(node.stringValue());
      case TEXT_LIST -> throw new IllegalStateException("lists are not sorted by");
    };
  }
}
