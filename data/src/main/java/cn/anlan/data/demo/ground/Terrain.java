package cn.anlan.data.demo.ground;

/**
 * Invented heights of the province, the same for every seed: the plain round the Poyang lake and
 * the valley of the Gan, ranges where the real ones run, hills of value noise between. The crests'
 * places and heights are rounded from general knowledge; no real elevation model is behind them.
 */
public final class Terrain {
  /** Ranges: half width in km, then crest points as lon, lat, height in metres. */
  private static final double[][] RANGES = {
    // 武夷山
    {
      15, 118.05, 28.15, 1500, 117.78, 27.86, 2160, 117.2, 27.4, 1500, 116.65, 26.9, 1300, 116.4,
      26.3, 1100, 116.15, 25.6, 1000
    },
    // 怀玉山
    {11, 117.55, 28.95, 1000, 118.06, 28.92, 1817, 118.4, 28.75, 1200},
    // 五龙山, 黄山余脉
    {11, 117.5, 29.75, 900, 118.0, 29.55, 1400, 118.2, 29.4, 1100},
    // 幕阜山
    {11, 113.85, 28.95, 1500, 114.3, 29.25, 1300, 114.9, 29.4, 1200, 115.5, 29.5, 700},
    // 庐山
    {5, 115.93, 29.5, 1300, 116.02, 29.6, 1474},
    // 九岭山
    {12, 114.2, 28.5, 1300, 114.75, 28.8, 1794, 115.3, 28.98, 1300},
    // 罗霄山: 武功山, 万洋山, 诸广山
    {
      14, 113.95, 27.75, 1000, 114.17, 27.46, 1918, 113.9, 27.0, 1200, 114.05, 26.55, 1800, 114.0,
      26.3, 2120, 113.95, 25.9, 1800, 114.0, 25.55, 1600
    },
    // 南岭: 大庾岭, 九连山
    {
      12, 114.0, 25.4, 1200, 114.4, 25.1, 1000, 114.45, 24.6, 1430, 114.95, 24.65, 1200, 115.6,
      24.85, 1000
    },
    // 雩山
    {13, 115.85, 27.35, 1000, 115.9, 26.9, 1200, 115.75, 26.35, 900},
  };

  /** The valley of the Gan down to the lake, as a range is given; the height is the floor's. */
  private static final double[] VALLEY = {
    28, 116.3, 29.6, 12, 116.1, 28.9, 14, 115.85, 28.6, 18, 115.35, 27.8, 40, 115.0, 27.1, 55,
    114.9, 26.4, 80, 114.95, 25.85, 100
  };

  private static final double LON_KM = 99.2;
  private static final double LAT_KM = 110.8;

  /** A range ends where so many half widths away, with nothing left of its height. */
  private static final double WIDEST = 3;

  private static final double EDGE = 1 / (1 + WIDEST * WIDEST * WIDEST * WIDEST);
  private static final double[][] REACH = reach();

  private Terrain() {}

  /**
   * Height above sea level in metres: plausible, never below 8 m, nothing more.
   *
   * @param lonDeg CGCS2000
   */
  public static double heightM(double lonDeg, double latDeg) {
    double x = lonDeg * LON_KM;
    double y = latDeg * LAT_KM;
    double[] near = new double[2];
    nearest(VALLEY, lonDeg, latDeg, near);
    double open = 1 - Math.exp(-square(near[0] / VALLEY[0]));
    double floor = near[1];
    double mountain = 0;
    for (int i = 0; i < RANGES.length; i++) {
      double[] reach = REACH[i];
      if (lonDeg > reach[0] && lonDeg < reach[1] && latDeg > reach[2] && latDeg < reach[3]) {
        nearest(RANGES[i], lonDeg, latDeg, near);
        double away = square(near[0] / RANGES[i][0]);
        mountain = Math.max(mountain, near[1] * Math.max(0, 1 / (1 + away * away) - EDGE));
      }
    }
    double broad = noise(x / 21, y / 21, 1);
    double middle = noise(x / 8.3, y / 8.3, 2);
    double fine = noise(x / 3.7, y / 3.7, 3);
    double relief = 0.45 * broad + 0.35 * middle + 0.2 * fine;
    double lake = Math.exp(-square(Math.hypot(x - 116.3 * LON_KM, y - 29.0 * LAT_KM) / 75));
    double hills = open * (1 - 0.9 * lake) * (25 + 620 * relief * relief * relief);
    return Math.max(8, floor + hills + mountain * (0.1 + 1.15 * relief) + 4 * fine);
  }

  /** How far each range reaches: west, east, south, north in degrees. */
  private static double[][] reach() {
    double[][] reach = new double[RANGES.length][];
    for (int i = 0; i < reach.length; i++) {
      double[] range = RANGES[i];
      double[] box = {180, -180, 90, -90};
      for (int p = 1; p < range.length; p += 3) {
        box[0] = Math.min(box[0], range[p]);
        box[1] = Math.max(box[1], range[p]);
        box[2] = Math.min(box[2], range[p + 1]);
        box[3] = Math.max(box[3], range[p + 1]);
      }
      double lon = range[0] * WIDEST / LON_KM;
      double lat = range[0] * WIDEST / LAT_KM;
      reach[i] = new double[] {box[0] - lon, box[1] + lon, box[2] - lat, box[3] + lat};
    }
    return reach;
  }

  /** Into {@code found}: distance in km to the nearest point of the crest, and its height. */
  private static void nearest(double[] range, double lon, double lat, double[] found) {
    double best = Double.MAX_VALUE;
    for (int i = 1; i + 5 < range.length; i += 3) {
      double ax = (range[i] - lon) * LON_KM;
      double ay = (range[i + 1] - lat) * LAT_KM;
      double dx = (range[i + 3] - range[i]) * LON_KM;
      double dy = (range[i + 4] - range[i + 1]) * LAT_KM;
      double t = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
      double px = ax + t * dx;
      double py = ay + t * dy;
      double d = px * px + py * py;
      if (d < best) {
        best = d;
        found[1] = range[i + 2] + t * (range[i + 5] - range[i + 2]);
      }
    }
    found[0] = Math.sqrt(best);
  }

  /** Value noise in 0..1, continuous and with a continuous slope. */
  private static double noise(double x, double y, int octave) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    double u = ease(x - x0);
    double v = ease(y - y0);
    double low = value(x0, y0, octave) * (1 - u) + value(x0 + 1, y0, octave) * u;
    double high = value(x0, y0 + 1, octave) * (1 - u) + value(x0 + 1, y0 + 1, octave) * u;
    return low * (1 - v) + high * v;
  }

  private static double value(int x, int y, int octave) {
    int h = x * 0x27d4eb2d ^ y * 0x165667b1 ^ octave * 0x9e3779b1;
    h = (h ^ (h >>> 15)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return ((h ^ (h >>> 16)) >>> 8) / (double) (1 << 24);
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double square(double v) {
    return v * v;
  }
}
