package cn.anlan.geo.snapshot;

import java.nio.charset.StandardCharsets;
import org.roaringbitmap.RoaringBitmap;

/**
 * The business key while rows are being read: as numbers of a series for as long as all are of that
 * form, else as a dictionary with its hash table, so that a row can be found either way.
 */
final class KeyStage extends TextStage {
  private SerialStage serial = new SerialStage();

  KeyStage(ColumnSpec spec) {
    super(spec);
  }

  @Override
  void append(byte[] bytes, int from, int length) {
    if (serial != null && serial.add(bytes, from, length)) {
      return;
    }
    leaveSeries();
    super.append(bytes, from, length);
  }

  @Override
  void repeat() {
    leaveSeries();
    super.repeat();
  }

  /** Puts what was taken as a series into the dictionary. */
  private void leaveSeries() {
    if (serial != null) {
      SerialStage before = serial;
      serial = null;
      for (int row = 0; row < before.size(); row++) {
        byte[] utf8 = before.text(row).getBytes(StandardCharsets.UTF_8);
        super.append(utf8, 0, utf8.length);
      }
    }
  }

  @Override
  Column finish(int[] order) {
    if (serial != null) {
      SerialTexts texts = serial.finish(order);
      if (texts != null) {
        return new TextColumn(spec, order.length, new RoaringBitmap(), texts, null);
      }
      leaveSeries();
    }
    if (!isDistinct()) {
      throw new IllegalArgumentException(
          "column " + spec.name() + " is the key, but has nulls or doubled values");
    }
    return distinct(order, true);
  }
}
