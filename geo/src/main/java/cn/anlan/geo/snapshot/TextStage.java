package cn.anlan.geo.snapshot;

import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;

/** Texts, codes or lists while rows are being read: numbers in a dictionary. */
class TextStage extends ColumnStage {
  private Dictionary dictionary = new Dictionary();
  private LongChunks numbers = new LongChunks();
  private byte[] lastText = new byte[0];
  private int lastLength = -1;
  private int last = -1;

  TextStage(ColumnSpec spec) {
    super(spec);
  }

  @Override
  void append(byte[] bytes, int from, int length) {
    if (length != lastLength || !Arrays.equals(lastText, 0, length, bytes, from, from + length)) {
      last = dictionary.intern(bytes, from, length);
      remember(bytes, from, length);
    }
    numbers.add(last);
  }

  /** Neighbouring rows often say the same: comparing is cheaper than looking it up. */
  private void remember(byte[] bytes, int from, int length) {
    if (lastText.length < length) {
      lastText = new byte[2 * length];
    }
    System.arraycopy(bytes, from, lastText, 0, length);
    lastLength = length;
  }

  @Override
  void repeat() {
    if (last < 0) {
      last = dictionary.intern(new byte[0], 0, 0);
    }
    numbers.add(last);
  }

  @Override
  Column finish(int[] order) {
    RoaringBitmap rowNulls = nullsIn(order);
    if (isDistinct() && spec.kind() == ColumnKind.TEXT) {
      return distinct(order, false);
    }
    LongChunks ordered = numbers.seal().reorder(order);
    numbers = null;
    return spec.kind() == ColumnKind.TEXT_LIST
        ? new TextListColumn(spec, order.length, rowNulls, dictionary.seal(false), ordered)
        : new TextColumn(spec, order.length, rowNulls, dictionary.seal(false), ordered);
  }

  final boolean isDistinct() {
    return !anyNull() && dictionary.size() == size();
  }

  /** All different: each row's number in the order they came is the row's own. */
  final Column distinct(int[] order, boolean keepTable) {
    numbers = null;
    Dictionary byRow = dictionary.reorder(order);
    dictionary = null;
    return new TextColumn(spec, order.length, new RoaringBitmap(), byRow.seal(keepTable), null);
  }
}
