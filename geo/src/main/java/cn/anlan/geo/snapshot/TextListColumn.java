package cn.anlan.geo.snapshot;

import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.roaringbitmap.RoaringBitmap;

/**
 * Lists of texts. Each different list is one entry of a dictionary: its elements, each ended by
 * U+0000, which no PostgreSQL text can hold.
 */
final class TextListColumn extends Column {
  private static final char END = '\0';

  private final Dictionary lists;
  private final LongChunks numbers;

  TextListColumn(
      ColumnSpec spec, int size, RoaringBitmap nulls, Dictionary lists, LongChunks numbers) {
    super(spec, size, nulls);
    this.lists = lists;
    this.numbers = numbers;
  }

  /** The dictionary entry of a list (a collection or an array); its null elements are left out. */
  static String encode(Object list) {
    Collection<?> elements =
        list instanceof Object[] array ? Arrays.asList(array) : (Collection<?>) list;
    StringBuilder entry = new StringBuilder();
    for (Object element : elements) {
      if (element != null) {
        entry.append((String) element).append(END);
      }
    }
    return entry.toString();
  }

  private static List<String> decode(String entry) {
    List<String> elements = new ArrayList<>();
    int from = 0;
    for (int end = entry.indexOf(END); end >= 0; end = entry.indexOf(END, from)) {
      elements.add(entry.substring(from, end));
      from = end + 1;
    }
    return List.copyOf(elements);
  }

  @Override
  List<String> valueAt(int row) {
    return decode(lists.get((int) numbers.get(row)));
  }

  /** True where the list has all of {@code wanted}. */
  Truth containing(Set<String> wanted) {
    return matching(list -> list.containsAll(wanted));
  }

  /** True where the list has at least one of {@code wanted}. */
  Truth overlapping(Set<String> wanted) {
    return matching(list -> list.stream().anyMatch(wanted::contains));
  }

  private Truth matching(Predicate<List<String>> wanted) {
    return on(numbers.rowsIn(lists.matching(entry -> wanted.test(decode(entry)))));
  }

  @Override
  Truth compare(Comparison comparison, Object literal) {
    throw listFault(spec());
  }

  static UserFault listFault(ColumnSpec spec) {
    return Faults.wrongType(
        spec,
        "与单个值比较",
        "请用 A_CONTAINS(%1$s, ('…')) 或 A_OVERLAPS / use A_CONTAINS(%1$s, ('…'))"
            .formatted(spec.name()));
  }

  @Override
  Map<String, Long> countsOf(RoaringBitmap rows) {
    throw Faults.notCountable(spec());
  }

  @Override
  long memoryBytes() {
    return lists.memoryBytes() + numbers.memoryBytes() + nulls().getLongSizeInBytes();
  }
}
