package cn.anlan.analytics.blackspot;

import cn.anlan.analytics.blackspot.Criterion.Condition;
import cn.anlan.analytics.blackspot.SlidingWindow.Hit;
import cn.anlan.analytics.roadnet.NetPlace;
import cn.anlan.analytics.roadnet.PathWindows;
import cn.anlan.analytics.roadnet.PathWindows.Group;
import cn.anlan.analytics.roadnet.RoadNet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sliding window through junctions: a window is a path of the criterion's length along the
 * roads, wherever they lead, not along one route only; what {@link SlidingWindow} cannot see is a
 * junction whose crashes stand on several routes. It moves on without steps: every path that begins
 * at a crash is looked at.
 */
public final class NetworkWindow {
  /** A route, or what of it has no stakes: a road of its own here. */
  private record Road(String routeNo, boolean hasStakes) implements Comparable<Road> {
    private String text() {
      return hasStakes ? routeNo : routeNo + "（无桩号 no stakes）";
    }

    @Override
    public int compareTo(Road other) {
      return text().compareTo(other.text());
    }
  }

  /**
   * @param hits by route: for each group a hit from its first crash there to its last
   * @param cutShort searches that were given up, so that crashes may belong together of which
   *     nothing is said ({@link PathWindows.Found#cutShort()})
   */
  public record Found(Map<String, List<Hit>> hits, int cutShort) {}

  private final Criterion criterion;

  public NetworkWindow(Criterion criterion) {
    this.criterion = criterion;
  }

  /**
   * Finds groups of crashes that lie on two routes or more; those on one are {@link
   * SlidingWindow}'s but where they are near stakes that break off. Road without stakes counts as
   * another route, on which there are no hits, for it has no places to say.
   *
   * @param broken by route
   * @param asOf the last day that counts
   */
  public Found find(
      RoadNet net, List<NetworkCrash> crashes, Map<String, List<Broken>> broken, LocalDate asOf) {
    LocalDate before = asOf.minusYears(criterion.years());
    Map<String, List<Hit>> hits = new TreeMap<>();
    int cutShort = 0;
    for (Condition condition : criterion.any()) {
      List<NetworkCrash> counted =
          crashes.stream()
              .filter(c -> c.crash().day().isAfter(before) && !c.crash().day().isAfter(asOf))
              .filter(c -> condition.of().counts(c.crash()))
              .toList();
      List<NetPlace> places = counted.stream().map(NetworkCrash::place).toList();
      PathWindows.Found found =
          PathWindows.find(net, places, criterion.windowM(), condition.atLeast());
      cutShort += found.cutShort();
      for (Group group : found.groups()) {
        add(hits, condition, group, group.members().stream().map(counted::get).toList(), broken);
      }
    }
    return new Found(hits, cutShort);
  }

  private void add(
      Map<String, List<Hit>> hits,
      Condition condition,
      Group group,
      List<NetworkCrash> crashes,
      Map<String, List<Broken>> broken) {
    TreeMap<Road, List<Double>> byRoad = new TreeMap<>();
    for (NetworkCrash crash : crashes) {
      byRoad
          .computeIfAbsent(new Road(crash.routeNo(), crash.hasStake()), any -> new ArrayList<>())
          .add(crash.crash().positionM());
    }
    if (byRoad.size() < 2 && !isNear(byRoad.firstKey(), byRoad.firstEntry().getValue(), broken)) {
      return;
    }
    byRoad.forEach(
        (road, here) -> {
          List<String> others =
              byRoad.keySet().stream().filter(r -> !r.equals(road)).map(Road::text).toList();
          Hit hit =
              new Hit(
                  criterion,
                  here.stream().sorted().toList(),
                  condition,
                  group.most(),
                  group.isMostSure(),
                  others);
          if (road.hasStakes) {
            hits.computeIfAbsent(road.routeNo, any -> new ArrayList<>()).add(hit);
          }
        });
  }

  /** Whether a window with these places may meet stakes that break off. */
  private boolean isNear(Road road, List<Double> placesM, Map<String, List<Broken>> broken) {
    double low = Collections.min(placesM) - criterion.windowM();
    double high = Collections.max(placesM) + criterion.windowM();
    return road.hasStakes
        && broken.getOrDefault(road.routeNo, List.of()).stream().anyMatch(b -> b.meets(low, high));
  }
}
