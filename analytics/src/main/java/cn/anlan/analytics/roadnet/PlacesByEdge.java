package cn.anlan.analytics.roadnet;

import java.util.List;
import java.util.stream.IntStream;

/** Which places lie on which edge, by their offset. */
final class PlacesByEdge {
  private final int[] first;
  private final int[] numbers;

  PlacesByEdge(RoadNet net, List<NetPlace> places) {
    places.forEach(net::require);
    first = new int[net.edges() + 1];
    places.forEach(place -> first[place.edge() + 1]++);
    for (int edge = 0; edge < net.edges(); edge++) {
      first[edge + 1] += first[edge];
    }
    numbers =
        IntStream.range(0, places.size())
            .boxed()
            .sorted(
                (a, b) -> {
                  int byEdge = Integer.compare(places.get(a).edge(), places.get(b).edge());
                  return byEdge != 0
                      ? byEdge
                      : Double.compare(places.get(a).offsetM(), places.get(b).offsetM());
                })
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** Where an edge's places begin; they end where those of the next begin. */
  int first(int edge) {
    return first[edge];
  }

  /** The number, in the list given, of the place that stands here. */
  int at(int index) {
    return numbers[index];
  }
}
