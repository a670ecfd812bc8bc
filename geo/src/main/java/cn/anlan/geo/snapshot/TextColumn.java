package cn.anlan.geo.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.roaringbitmap.RoaringBitmap;

/**
 * Texts or codes by number in a {@link TextTable}. A column of different texts without null (the
 * business key) has its table in row order and no numbers at all; a code column has a bitmap of
 * rows for each of its values. A condition is asked once for each different text, not for each row.
 *
 * <p>Order is that of Unicode code points, as PostgreSQL's collation "C".
 */
final class TextColumn extends Column {
  /** A code column with more values than this keeps no bitmaps and is scanned as text is. */
  private static final int MAX_BITMAPS = 4096;

  /** For so few values it is quicker to look for each through all rows. */
  private static final int FEW = 4;

  private final TextTable texts;
  private final LongChunks numbers;
  private final RoaringBitmap[] rowsOfNumber;

  /**
   * @param numbers the number of each row's text (of a null: any), or null where it is the row
   */
  TextColumn(ColumnSpec spec, int size, RoaringBitmap nulls, TextTable texts, LongChunks numbers) {
    super(spec, size, nulls);
    this.texts = texts;
    this.numbers = numbers;
    boolean mapped =
        spec.kind() == ColumnKind.CODE && numbers != null && texts.size() <= MAX_BITMAPS;
    this.rowsOfNumber = mapped ? bitmaps() : null;
  }

  private RoaringBitmap[] bitmaps() {
    RoaringBitmap[] result = new RoaringBitmap[texts.size()];
    if (result.length <= FEW) {
      Arrays.setAll(result, i -> numbers.rowsBetween(i, i));
    } else {
      Arrays.setAll(result, i -> new RoaringBitmap());
      for (int row = 0; row < size(); row++) {
        result[(int) numbers.get(row)].add(row);
      }
    }
    for (RoaringBitmap rows : result) {
      rows.andNot(nulls());
      rows.runOptimize();
    }
    return result;
  }

  /** The row whose text this is, or -1; only for a key. */
  int find(String text) {
    return texts.find(text);
  }

  @Override
  String valueAt(int row) {
    return texts.get(number(row));
  }

  @Override
  Truth compare(Comparison comparison, Object literal) {
    String text = (String) literal;
    if (comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL) {
      BitSet wanted = new BitSet();
      int number = texts.find(text);
      if (number >= 0) {
        wanted.set(number);
      }
      Truth equal = on(rowsWith(wanted));
      return comparison == Comparison.EQUAL ? equal : equal.not();
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return matching(
        value ->
            comparison.holds(Arrays.compareUnsigned(value.getBytes(StandardCharsets.UTF_8), utf8)));
  }

  @Override
  Truth in(List<Object> literals) {
    BitSet wanted = texts.findAll(literals.stream().map(String.class::cast).toList());
    return on(rowsWith(wanted));
  }

  /** True where {@code wanted} accepts the text. */
  Truth matching(Predicate<String> wanted) {
    return on(rowsWith(texts.matching(wanted)));
  }

  @Override
  Map<String, Long> countsOf(RoaringBitmap rows) {
    if (texts.size() > MAX_COUNTED) {
      return super.countsOf(rows);
    }
    long[] counts = new long[texts.size()];
    if (rowsOfNumber == null) {
      rows.forEach((int row) -> counts[number(row)]++);
    } else {
      Arrays.setAll(counts, number -> RoaringBitmap.andCardinality(rowsOfNumber[number], rows));
    }
    return named(counts, texts::get);
  }

  @Override
  IntUnaryOperator ranksOfPresent(List<String> values) {
    if (texts.size() > MAX_COUNTED) {
      return super.ranksOfPresent(values);
    }
    int[] rankOf = new int[texts.size()];
    Arrays.setAll(rankOf, number -> rankOf(texts.get(number), values));
    return row -> rankOf[number(row)];
  }

  @Override
  long memoryBytes() {
    long total = texts.memoryBytes() + nulls().getLongSizeInBytes();
    total += numbers == null ? 0 : numbers.memoryBytes();
    if (rowsOfNumber != null) {
      for (RoaringBitmap rows : rowsOfNumber) {
        total += 64 + rows.getLongSizeInBytes();
      }
    }
    return total;
  }

  private int number(int row) {
    return numbers == null ? row : (int) numbers.get(row);
  }

  private RoaringBitmap rowsWith(BitSet wanted) {
    if (numbers == null) {
      RoaringBitmap rows = new RoaringBitmap();
      wanted.stream().forEach(rows::add);
      return rows;
    }
    if (rowsOfNumber == null) {
      return numbers.rowsIn(wanted);
    }
    return RoaringBitmap.or(wanted.stream().mapToObj(n -> rowsOfNumber[n]).iterator());
  }
}
