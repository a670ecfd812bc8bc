package cn.anlan.data.demo.ground;

import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Rounded;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Settles one county: quarters round its seat, townships as far from each other as the ground lets
 * them, villages round their township's centre and nearer to it than to any other. Fewer people
 * live high up.
 */
final class CountySettler {
  private static final int RESIDENTS_PER_TOWNSHIP = 29_000;
  private static final int RESIDENTS_PER_VILLAGE = 2_600;
  private static final double CENTRE_ROOM_M = 150;
  private static final double VILLAGE_ROOM_M = 60;
  private static final int TRIES = 60;

  private final County county;
  private final Clearance clearance;
  private final Random random;
  private final PlaceNames names;
  private final FlatFrame frame;
  private final Envelope box;
  private final double spacingM;
  private final List<Coordinate> centres = new ArrayList<>();

  CountySettler(County county, Clearance clearance, Random random) {
    this.county = county;
    this.clearance = clearance;
    this.random = random;
    this.names = new PlaceNames(random);
    this.box = county.geometry().getEnvelopeInternal();
    this.frame = FlatFrame.at(box.centre());
    double areaM2 = county.geometry().getArea() * frame.lonM() * frame.latM();
    this.spacingM = Math.sqrt(areaM2 / townshipCount());
  }

  void settle(List<Township> townships, List<Village> villages) {
    int count = townshipCount();
    boolean district = county.name().endsWith("区");
    int streets = district ? Math.max(1, count * 2 / 5) : county.population() > 600_000 ? 2 : 1;
    centres.add(seat());
    while (centres.size() < count) {
      centres.add(centres.size() < streets ? street() : centre());
    }
    double[] weights = new double[count];
    for (int t = 0; t < count; t++) {
      double lure = t < streets ? (district ? 2.2 : 3.0) : habitability(centres.get(t));
      weights[t] = lure * Math.exp(0.35 * random.nextGaussian());
    }
    long[] people = Apportion.divide(county.population(), weights);
    int[] numbers = {0, 100, 200};
    for (int t = 0; t < count; t++) {
      int kind = t < streets && (district || t > 0) ? 0 : t < count * 7 / 10 ? 1 : 2;
      String suffix = kind == 0 ? "街道" : kind == 1 ? "镇" : "乡";
      String code = county.code() + threeDigits((kind == 0 ? 1 : 0) + numbers[kind]++);
      Township township =
          new Township(code, names.next() + suffix, county, centres.get(t), people[t]);
      townships.add(township);
      addVillages(township, t, kind == 0, villages);
    }
  }

  private int townshipCount() {
    return (int) Math.max(3, Math.round(county.population() / (double) RESIDENTS_PER_TOWNSHIP));
  }

  private void addVillages(Township township, int t, boolean street, List<Village> villages) {
    int count = (int) Math.max(2, township.population() / RESIDENTS_PER_VILLAGE);
    List<Coordinate> places = new ArrayList<>();
    double[] weights = new double[count];
    for (int v = 0; v < count; v++) {
      Coordinate at = v == 0 ? township.centre() : villagePlace(t, street);
      places.add(at);
      double lure = v == 0 ? 3 : street ? 1 : habitability(at);
      weights[v] = lure * Math.exp(0.45 * random.nextGaussian());
    }
    long[] people = Apportion.divide(township.population(), weights);
    for (int v = 0; v < count; v++) {
      boolean quarter = street || v == 0;
      villages.add(
          new Village(
              township.code() + threeDigits((quarter ? 1 : 200) + v),
              names.next() + (quarter ? "社区" : "村"),
              township,
              places.get(v),
              (int) people[v],
              clearance.radiusM(places.get(v))));
    }
  }

  private Coordinate seat() {
    Coordinate best = county.seat();
    double most = clearance.radiusM(best);
    for (int i = 0; i < 2000 && most < CENTRE_ROOM_M; i++) {
      Coordinate at = i < 200 ? step(county.seat(), 30.0 * i) : anywhere();
      double room = clearance.radiusM(at);
      if (room > most) {
        most = room;
        best = at;
      }
    }
    return best;
  }

  /** A quarter's centre: some way from the seat, but not on top of another. */
  private Coordinate street() {
    double spreadM = Math.min(2500, 0.8 * spacingM);
    for (int i = 0; i < TRIES; i++) {
      Coordinate at = step(centres.get(0), spreadM * (1 + i * 0.05));
      if (clearance.radiusM(at) > CENTRE_ROOM_M && nearestM(at, -1) > Math.min(500, spacingM / 3)) {
        return at;
      }
    }
    return centre();
  }

  /** Of some places the one that is farthest from all centres, for its height. */
  private Coordinate centre() {
    Coordinate best = null;
    double most = 0;
    for (int i = 0, seen = 0; seen < 12 && i < 2000; i++) {
      Coordinate at = anywhere();
      if (clearance.radiusM(at) < CENTRE_ROOM_M) {
        continue;
      }
      seen++;
      double score = nearestM(at, -1) * habitability(at);
      if (score > most) {
        most = score;
        best = at;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no room for a township in county " + county.code());
    }
    return best;
  }

  private Coordinate villagePlace(int t, boolean street) {
    Coordinate centre = centres.get(t);
    double roomM = Math.min(nearestM(centre, t) / 2, clearance.radiusM(centre));
    double spreadM = street ? Math.max(roomM, Math.min(1200, spacingM / 3)) : 0.45 * spacingM;
    for (int i = 0; i < TRIES; i++) {
      Coordinate at = step(centre, spreadM * (1 - 0.5 * i / TRIES));
      if (random.nextDouble() < habitability(at)
          && nearestM(at, t) > frame.distanceM(at, centre)
          && clearance.radiusM(at) > VILLAGE_ROOM_M) {
        return at;
      }
    }
    double bearing = random.nextDouble() * 2 * Math.PI;
    double distanceM = roomM * (0.1 + 0.4 * random.nextDouble());
    return frame.step(centre, distanceM * Math.sin(bearing), distanceM * Math.cos(bearing));
  }

  private double nearestM(Coordinate at, int except) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < centres.size(); i++) {
      if (i != except) {
        least = Math.min(least, frame.distanceM(at, centres.get(i)));
      }
    }
    return least == Double.MAX_VALUE ? spacingM : least;
  }

  private Coordinate anywhere() {
    return Rounded.place(
        box.getMinX() + random.nextDouble() * box.getWidth(),
        box.getMinY() + random.nextDouble() * box.getHeight());
  }

  private Coordinate step(Coordinate from, double spreadM) {
    return frame.step(from, random.nextGaussian() * spreadM, random.nextGaussian() * spreadM);
  }

  /** 1 in the plains, half at 500 m, a fifth at 1,000 m. */
  private static double habitability(Coordinate at) {
    double heightM = Math.max(0, Terrain.heightM(at.x, at.y));
    return 1 / (1 + Math.pow(heightM / 500, 2));
  }

  private static String threeDigits(int number) {
    return number < 10 ? "00" + number : number < 100 ? "0" + number : Integer.toString(number);
  }
}
