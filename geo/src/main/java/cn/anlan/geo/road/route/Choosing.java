package cn.anlan.geo.road.route;

import cn.anlan.geo.road.route.Alternatives.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Of several trips those worth choosing from, and what each is. */
final class Choosing {
  /** Differences below are none: a second, and a millionth of the risk. */
  private static final double SAME_S = 1;

  private static final double SAME_RISK = 1e-6;

  private Choosing() {}

  /** Distinct trips of which none is both slower and riskier than another, by time. */
  static List<Choice> of(List<Trip> trips) {
    List<Trip> sorted = new ArrayList<>(trips);
    sorted.sort(Comparator.comparingDouble(Trip::timeS).thenComparingDouble(Trip::risk));
    List<Trip> kept = new ArrayList<>();
    for (Trip trip : sorted) {
      if (kept.stream().noneMatch(k -> k.follows(trip) || beats(k, trip))) {
        kept.add(trip);
      }
    }
    int balanced = balanced(kept);
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      List<String> labels = new ArrayList<>();
      if (i == 0) {
        labels.add("fastest");
      }
      if (i + 1 == kept.size()) {
        labels.add("safest");
      }
      if (i == balanced) {
        labels.add("balanced");
      }
      choices.add(new Choice("r" + (i + 1), labels, kept.get(i)));
    }
    return choices;
  }

  /** Trips come by time, so one that is kept is beaten by none that follows. */
  private static boolean beats(Trip kept, Trip trip) {
    return kept.risk() <= trip.risk() * (1 + SAME_RISK) && kept.timeS() <= trip.timeS() + SAME_S;
  }

  /** The one nearest to the best of both, each counted from the best to the worst; -1 of two. */
  private static int balanced(List<Trip> kept) {
    if (kept.size() < 3) {
      return -1;
    }
    Trip fastest = kept.get(0);
    Trip safest = kept.get(kept.size() - 1);
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int i = 1; i + 1 < kept.size(); i++) {
      double time = (kept.get(i).timeS() - fastest.timeS()) / (safest.timeS() - fastest.timeS());
      double risk = (kept.get(i).risk() - safest.risk()) / (fastest.risk() - safest.risk());
      if (time + risk < least) {
        least = time + risk;
        best = i;
      }
    }
    return best;
  }
}
