package cn.anlan.web.reach;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.reach.ArrivalTimes;
import cn.anlan.geo.road.reach.Arrivals;
import cn.anlan.geo.road.reach.Covering;
import cn.anlan.geo.road.reach.Placing;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.text.Text;
import cn.anlan.web.site.LonLat;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What one more station would add to a {@link ReachResult}, and where a few would add most. */
public final class NewStation {
  /** The layer whose points are candidates. */
  public static final String CANDIDATES = "township";

  /** The kind that a new station is where nobody says otherwise. */
  public static final String USUAL_KIND = "fire_station";

  private static final int MOST_CHOSEN = 50;

  /** The roads within reach, and with them the run for each candidate, grow with its square. */
  private static final double MOST_BEST_MINUTES = 60;

  private static final double MINUTE_S = 60;

  /**
   * A gap, and what becomes of it.
   *
   * @param minutes until the first of today's teams is there
   * @param minutesWith until the new one is
   */
  public record Closed(
      long id,
      String code,
      String name,
      Integer level,
      String countyCode,
      String countyName,
      List<Double> at,
      double minutes,
      double minutesWith,
      double savedMinutes) {}

  /** Gaps closed of one level of risk. */
  public record LevelClosed(int level, int closed) {}

  /**
   * What one station adds.
   *
   * @param roadM from the place to the nearest road
   * @param earlier gaps that stay gaps, but are reached sooner
   * @param gaps those closed, the worst level first
   */
  public record Answer(
      ReachAnswer.Manifest manifest,
      List<Double> at,
      double roadM,
      String kind,
      double turnoutS,
      int closed,
      List<LevelClosed> byLevel,
      int earlier,
      List<Closed> gaps,
      List<Text> notes) {}

  /**
   * A candidate chosen.
   *
   * @param added gaps that it closes and none before it does
   */
  public record Chosen(
      int rank,
      String code,
      String name,
      String countyName,
      List<Double> at,
      int added,
      int closedSoFar) {}

  /** Where a few stations close most gaps. */
  public record Best(
      ReachAnswer.Manifest manifest, int candidates, List<Chosen> chosen, List<Text> notes) {}

  private final ReachResult result;
  private final String kind;
  private final double turnoutS;
  private final double limitS;

  /**
   * @param kind of the new station
   * @throws UserFault where there is no such kind
   */
  public NewStation(ReachResult result, Catalog catalog, String kind) {
    this.result = result;
    this.kind = ReachQuestion.kinds(catalog, kind).get(0);
    this.turnoutS = result.ground.network().model().turnoutOf(this.kind);
    this.limitS = result.question.minutes() * MINUTE_S;
  }

  /**
   * What a station here adds.
   *
   * @param limit how many closed gaps are listed
   * @throws UserFault where no road is near
   */
  public Answer at(LonLat at, int limit) {
    Placing place =
        result.ground.network().place(new double[] {at.lonDeg()}, new double[] {at.latDeg()});
    requireRoad(at, place);
    int[] late = late();
    ArrivalTimes arrivals =
        Arrivals.of(place, new double[] {turnoutS}, Double.POSITIVE_INFINITY)
            .at(result.placing.only(late));
    List<Closed> closed = new ArrayList<>();
    Map<Integer, Integer> byLevel = new TreeMap<>();
    int earlier = 0;
    for (int k = 0; k < late.length; k++) {
      int i = late[k];
      double seconds = arrivals.seconds(k);
      if (seconds <= limitS) {
        closed.add(closed(i, seconds / MINUTE_S));
        if (result.places.level(i) != null) {
          byLevel.merge(result.places.level(i), 1, Integer::sum);
        }
      } else if (seconds / MINUTE_S < result.minutes(i)) {
        earlier++;
      }
    }
    return new Answer(
        result.manifest(),
        at.list(),
        Math.round(place.nearestRoadM(0)),
        kind,
        turnoutS,
        closed.size(),
        byLevel.entrySet().stream().map(e -> new LevelClosed(e.getKey(), e.getValue())).toList(),
        earlier,
        closed.stream().limit(limit).toList(),
        result.answer(0).notes());
  }

  /** Refuses a place without a road. */
  static void requireRoad(LonLat at, Placing place) {
    if (!place.isPlaced(0)) {
      long bound = Math.round(place.network().model().offRoadBoundM());
      throw new UserFault(
          "%s,%s 周围 %d 米内没有可停车的公路 (no road to stop on within %d m)"
              .formatted(at.lonDeg(), at.latDeg(), bound, bound),
          "换一处靠近公路的位置，并检查经纬度次序 (take a place near a road, and look at the order of lon,lat)");
    }
  }

  private Closed closed(int i, double minutesWith) {
    ReachAnswer.Gap gap = result.gap(i);
    return new Closed(
        gap.id(),
        gap.code(),
        gap.name(),
        gap.level(),
        gap.countyCode(),
        gap.countyName(),
        gap.at(),
        gap.minutes(),
        ReachResult.tenth(minutesWith),
        ReachResult.tenth(result.minutes(i) - minutesWith));
  }

  /**
   * Where {@code count} stations at candidates close most.
   *
   * @param candidates a layer of points
   * @throws UserFault as {@link #requireFew}
   */
  public Best best(LayerSnapshot candidates, Scope scope, int count) {
    requireFew(count, result.question.minutes());
    int[] rows = Query.on(candidates, scope).rows().stream().toArray();
    Placing places =
        result
            .ground
            .network()
            .place(
                IntStream.of(rows).mapToDouble(candidates::lonDeg).toArray(),
                IntStream.of(rows).mapToDouble(candidates::latDeg).toArray());
    Placing late = result.placing.only(late());
    List<BitSet> closed =
        IntStream.range(0, rows.length)
            .parallel()
            .mapToObj(candidate -> closedBy(places, candidate, late))
            .toList();
    List<Chosen> chosen = new ArrayList<>();
    int soFar = 0;
    for (Covering.Choice choice : Covering.greedy(closed, count)) {
      int row = rows[choice.candidate()];
      soFar += choice.added();
      var county = result.counties.find(candidates.text("county_code", row));
      chosen.add(
          new Chosen(
              chosen.size() + 1,
              candidates.text(LayerSnapshot.CODE, row),
              candidates.text("name", row),
              county == null ? null : county.name(),
              List.of(candidates.lonDeg(row), candidates.latDeg(row)),
              choice.added(),
              soFar));
    }
    List<Text> notes = new ArrayList<>(result.answer(0).notes());
    notes.add(
        new Text(
            "逐个选增益最大者：第一处为最优，n 处合计不少于最优组合的 63%",
            "Each next closes most of what is left: the first is the best, n together close at least 63 % of what the best n would"));
    return new Best(result.manifest(), rows.length, chosen, notes);
  }

  /**
   * Refuses a search for more than 50 places, or with a limit of more than an hour: it takes a run
   * for each candidate.
   */
  public static void requireFew(int count, double minutes) {
    if (count < 1 || count > MOST_CHOSEN) {
      throw new UserFault(
          "count=" + count + " 超出范围 (out of range)", "取 1 至 " + MOST_CHOSEN + " (take 1 to 50)");
    }
    if (!(minutes <= MOST_BEST_MINUTES)) {
      throw new UserFault(
          "minutes=" + minutes + " 对选址过大 (too long to look for the best places)",
          "取 1 至 60 分钟 (take 1 to 60 minutes)");
    }
  }

  /** The numbers of the gaps, the worst first. */
  private int[] late() {
    return result.late().stream().mapToInt(Integer::intValue).toArray();
  }

  private BitSet closedBy(Placing places, int candidate, Placing late) {
    ArrivalTimes times =
        Arrivals.of(places.only(candidate), new double[] {turnoutS}, limitS).at(late, limitS);
    BitSet closed = new BitSet(late.size());
    IntStream.range(0, late.size()).filter(k -> times.seconds(k) <= limitS).forEach(closed::set);
    return closed;
  }
}
