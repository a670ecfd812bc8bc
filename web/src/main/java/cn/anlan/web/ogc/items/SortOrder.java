package cn.anlan.web.ogc.items;

import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.web.ogc.schema.LayerProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The parameter {@code sortby}: properties parted by commas, each with {@code +} (the default) or
 * {@code -} before it. Rows that are equal so far stand by ascending id; rows without a value stand
 * last, whichever the direction. Texts stand by their UTF-16 code units.
 *
 * @param keys empty for the order of ids alone
 */
record SortOrder(List<Key> keys) {
  private static final int MOST_KEYS = 5;

  record Key(String column, boolean descending) {}

  static final SortOrder BY_ID = new SortOrder(List.of());

  /**
   * @throws UserFault naming the property that cannot be sorted by
   */
  static SortOrder parse(String text, Layer layer) {
    Map<String, ColumnKind> sortable =
        LayerProperty.of(layer).stream()
            .filter(LayerProperty::isSortable)
            .collect(Collectors.toMap(LayerProperty::name, LayerProperty::kind));
    sortable.put(LayerSnapshot.ID, ColumnKind.INTEGER);
    List<Key> keys = new ArrayList<>();
    for (String word : text.split(",", -1)) {
      boolean signed = word.startsWith("-") || word.startsWith("+") || word.startsWith(" ");
      String column = (signed ? word.substring(1) : word).strip(); // a + may arrive as a blank
      if (!sortable.containsKey(column)) {
        throw new UserFault(
            "sortby=" + text + ": 不能按 \"" + column + "\" 排序 (not sortable)",
            Spelling.hint(column, sortable.keySet())
                + "见 (see) /ogc/collections/"
                + layer.id()
                + "/sortables");
      }
      keys.add(new Key(column, word.startsWith("-")));
    }
    if (keys.size() > MOST_KEYS) {
      throw new UserFault(
          "sortby 有 " + keys.size() + " 个属性 (too many properties)", "至多 (at most) " + MOST_KEYS);
    }
    return keys.equals(List.of(new Key(LayerSnapshot.ID, false))) ? BY_ID : new SortOrder(keys);
  }

  boolean isById() {
    return keys.isEmpty();
  }

  /** Where a row stands: its values by key, null where it has none, then its id. */
  List<Object> place(LayerSnapshot snapshot, int row) {
    List<Object> place = new ArrayList<>(keys.size() + 1);
    for (int i = 0; i < keys.size(); i++) {
      place.add(value(snapshot, row, i));
    }
    place.add(snapshot.id(row));
    return place;
  }

  /** Compares where a row stands with a place, looking at no more values than it must. */
  int compare(LayerSnapshot snapshot, int row, List<Object> place) {
    for (int i = 0; i < keys.size(); i++) {
      int order = compare(value(snapshot, row, i), place.get(i), keys.get(i).descending());
      if (order != 0) {
        return order;
      }
    }
    return Long.compare(snapshot.id(row), (Long) place.get(keys.size()));
  }

  private Object value(LayerSnapshot snapshot, int row, int key) {
    String column = keys.get(key).column();
    return column.equals(LayerSnapshot.ID)
        ? (Object) snapshot.id(row)
        : snapshot.value(column, row);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // both are values of one column
  private static int compare(Object a, Object b, boolean descending) {
    if (a == null || b == null) {
      return a == b ? 0 : a == null ? 1 : -1;
    }
    int order = ((Comparable) a).compareTo(b);
    return descending ? -order : order;
  }
}
