package cn.anlan.data.demo.ground;

/** Invented heights of the province, the same for every seed. */
public final class Terrain {
  private Terrain() {}

  /** Height above sea level in metres, plausible to a few hundred metres, nothing more. */
  public static double heightM(double lonDeg, double latDeg) {
    double west = Math.exp(-Math.pow((lonDeg - 114.0) / 0.5, 2)) * 900;
    double east = Math.exp(-Math.pow((lonDeg - 117.6) / 0.6, 2)) * 800;
    double south = Math.exp(-Math.pow((latDeg - 24.8) / 0.6, 2)) * 700;
    return 30 + west + east + south;
  }
}
