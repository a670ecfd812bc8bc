package cn.anlan.geo.snapshot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads longitude and latitude out of a point's well-known binary (OGC 06-103r4 or PostGIS's EWKB)
 * without making objects. A third or fourth ordinate is passed over.
 */
final class WkbPoint {
  private static final VarHandle INT_BIG = view(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT_LITTLE = view(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle DOUBLE_BIG = view(double[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle DOUBLE_LITTLE = view(double[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int HEAD = 5;
  private static final int EWKB_SRID = 0x2000_0000;
  private static final int EWKB_FLAGS = 0xE000_0000;
  private static final int POINT = 1;

  private WkbPoint() {}

  private static VarHandle view(Class<?> array, ByteOrder order) {
    return MethodHandles.byteArrayViewVarHandle(array, order);
  }

  /** Whether {@code wkb} is a point that can be read, also an empty one (both ordinates NaN). */
  static boolean isPoint(byte[] wkb) {
    if (wkb.length < HEAD + 16 || wkb[0] < 0 || wkb[0] > 1) {
      return false;
    }
    int type = type(wkb);
    return (type & ~EWKB_FLAGS) % 1000 == POINT && wkb.length >= start(type) + 16;
  }

  static double lonDeg(byte[] wkb) {
    return ordinate(wkb, start(type(wkb)));
  }

  static double latDeg(byte[] wkb) {
    return ordinate(wkb, start(type(wkb)) + 8);
  }

  private static int type(byte[] wkb) {
    return wkb[0] == 1 ? (int) INT_LITTLE.get(wkb, 1) : (int) INT_BIG.get(wkb, 1);
  }

  private static int start(int type) {
    return (type & EWKB_SRID) != 0 ? HEAD + 4 : HEAD;
  }

  private static double ordinate(byte[] wkb, int at) {
    return wkb[0] == 1 ? (double) DOUBLE_LITTLE.get(wkb, at) : (double) DOUBLE_BIG.get(wkb, at);
  }
}
