package cn.anlan.web.crash;

import cn.anlan.analytics.blackspot.NetworkCrash;
import cn.anlan.analytics.roadnet.LineKernel;
import cn.anlan.analytics.roadnet.Lixels;
import cn.anlan.analytics.roadnet.NetPlace;
import cn.anlan.analytics.roadnet.NetworkDensity;
import cn.anlan.analytics.roadnet.RoadNet;
import cn.anlan.analytics.roadnet.Split;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.road.topology.RoadPiece;
import cn.anlan.geo.road.topology.Topology.Part;
import cn.anlan.web.crash.MatchedCrashes.Matched;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How densely crashes lie along the roads: a kernel density on the network, and of it the densest
 * twentieth of the roads' length, in bands, neighbouring lixels of one band as one stretch.
 *
 * @param events crashes that went in
 * @param lengthKm of all roads
 * @param cutShort crashes that had more paths through junctions than are walked
 * @param missed by how many crashes the densities together may be wrong for the paths given up
 * @param stretches the densest first
 */
public record CrashDensity(
    Question question,
    LocalDate asOf,
    int events,
    double lengthKm,
    int cutShort,
    double missed,
    List<Dense> stretches) {

  /**
   * @param years up to the day
   * @param bandwidthM of the kernel
   * @param lixelM length of the pieces that roads are cut into
   */
  public record Question(LocalDate asOf, int years, double bandwidthM, double lixelM, Split split) {
    /** Three years, 1,000 m, 200 m, without jumping back at junctions [design]. */
    public static Question usual(LocalDate asOf) {
      return new Question(asOf, 3, 1000, 200, Split.DISCONTINUOUS);
    }

    public Question {
      if (years < 1 || years > 30) {
        throw new UserFault("年数 (years) " + years + " 超出范围 (out of range)", "取 1 至 30 (1 to 30)");
      }
      if (!(bandwidthM >= 100 && bandwidthM <= 3000) || !(lixelM >= 50 && lixelM <= bandwidthM)) {
        throw new UserFault(
            "带宽 %.0f 米、线元 %.0f 米超出范围 (band or lixel out of range)".formatted(bandwidthM, lixelM),
            "带宽取 100 至 3000，线元取 50 至带宽 (band 100 to 3000, lixel 50 to the band)");
      }
    }

    String text() {
      return "四次核 quartic · 带宽 band %.0f m · 线元 lixel %.0f m · %s · %d 年 years"
          .formatted(bandwidthM, lixelM, MatchReport.word(split), years);
    }
  }

  /**
   * A dense stretch on one part of the network.
   *
   * @param edge number of the part
   * @param label of the part's piece: its road's code and which of the lines it is
   * @param fromM on the piece, by its line
   * @param fromStake there; null where the road has no stakes
   * @param toStake where it ends; null where the road has none
   * @param band top_1 or top_5: as dense as the densest so many per cent of the length
   * @param perKm crashes per km at its densest lixel
   */
  public record Dense(
      int edge,
      String label,
      double fromM,
      double toM,
      String routeNo,
      String roadCode,
      String fromStake,
      String toStake,
      String band,
      double perKm) {

    /** Route and stakes, for people; without stakes the piece. */
    public String name() {
      return fromStake == null ? routeNo + " " + label : routeNo + " " + fromStake + "—" + toStake;
    }

    /** Tells it from every other; a piece has no two that begin within a millimetre. */
    String key() {
      return String.format(Locale.ROOT, "%s/%.3f", label, fromM);
    }
  }

  /** The same with the first of the stretches only. */
  public CrashDensity first(int limit) {
    List<Dense> some = stretches.subList(0, Math.min(limit, stretches.size()));
    return new CrashDensity(question, asOf, events, lengthKm, cutShort, missed, some);
  }

  private static final double[] SHARES = {0.01, 0.05};
  private static final String[] BANDS = {"top_1", "top_5"};

  /** Computes it. */
  public static CrashDensity of(MatchedCrashes crashes, Question question) {
    LocalDate day = crashes.day(question.asOf());
    LocalDate before = day.minusYears(question.years());
    List<NetPlace> places =
        crashes.until(day).stream()
            .filter(m -> m.day().isAfter(before))
            .map(Matched::crash)
            .filter(Objects::nonNull)
            .map(NetworkCrash::place)
            .filter(Objects::nonNull)
            .toList();
    RoadNet net = crashes.roads().net();
    Lixels lixels = new Lixels(net, question.lixelM());
    NetworkDensity density =
        NetworkDensity.of(
            net, lixels, places, new LineKernel(question.bandwidthM()), question.split());
    List<Dense> stretches = stretches(crashes.roads(), net, lixels, density);
    return new CrashDensity(
        question,
        day,
        places.size(),
        net.totalM() / 1000,
        density.cutShort(),
        density.missed(),
        stretches);
  }

  private static List<Dense> stretches(
      CrashRoads roads, RoadNet net, Lixels lixels, NetworkDensity density) {
    double[] limits = limits(net, lixels, density);
    List<Dense> stretches = new ArrayList<>();
    for (int edge = 0; edge < net.edges(); edge++) {
      int from = 0;
      while (from < lixels.count(edge)) {
        int band = band(limits, density.perKm(edge, from));
        int to = from + 1;
        double most = density.perKm(edge, from);
        while (to < lixels.count(edge) && band(limits, density.perKm(edge, to)) == band) {
          most = Math.max(most, density.perKm(edge, to++));
        }
        if (band < BANDS.length) {
          stretches.add(dense(roads, lixels, edge, from, to, BANDS[band], most));
        }
        from = to;
      }
    }
    stretches.sort(Comparator.comparingDouble(Dense::perKm).reversed().thenComparing(Dense::edge));
    return stretches;
  }

  /** The density from which each band begins; above 0. */
  private static double[] limits(RoadNet net, Lixels lixels, NetworkDensity density) {
    List<double[]> all = new ArrayList<>(); // density, length
    for (int edge = 0; edge < net.edges(); edge++) {
      for (int i = 0; i < lixels.count(edge); i++) {
        if (density.perKm(edge, i) > 0) {
          all.add(new double[] {density.perKm(edge, i), lixels.lengthM(edge)});
        }
      }
    }
    all.sort(Comparator.comparingDouble((double[] lixel) -> -lixel[0]));
    double[] limits = new double[SHARES.length];
    for (int band = 0; band < limits.length; band++) {
      double left = SHARES[band] * net.totalM();
      limits[band] = Double.POSITIVE_INFINITY;
      for (int i = 0; i < all.size() && left > 0; i++) {
        limits[band] = all.get(i)[0];
        left -= all.get(i)[1];
      }
    }
    return limits;
  }

  private static int band(double[] limits, double perKm) {
    return IntStream.range(0, limits.length)
        .filter(i -> perKm >= limits[i])
        .findFirst()
        .orElse(limits.length);
  }

  private static Dense dense(
      CrashRoads roads, Lixels lixels, int edge, int from, int to, String band, double perKm) {
    Part part = roads.part(edge);
    RoadPiece piece = roads.pieces().get(part.piece());
    double each = (part.toM() - part.fromM()) / lixels.count(edge);
    double fromM = part.fromM() + from * each;
    double toM = part.fromM() + to * each;
    return new Dense(
        edge,
        piece.label(),
        fromM,
        toM,
        piece.routeNo(),
        piece.code(),
        stake(roads, part.piece(), fromM),
        stake(roads, part.piece(), toM),
        band,
        perKm);
  }

  private static String stake(CrashRoads roads, int number, double measureM) {
    RoadPiece piece = roads.pieces().get(number);
    if (!piece.hasStakes()) {
      return null;
    }
    double share = measureM / roads.routes().pieces().line(number).lengthM();
    return Stakes.text(piece.fromStakeKm() + share * (piece.toStakeKm() - piece.fromStakeKm()));
  }
}
