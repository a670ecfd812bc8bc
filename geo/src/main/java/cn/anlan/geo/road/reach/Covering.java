package cn.anlan.geo.road.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which few of many candidate places close the most gaps: always the one next that closes the most
 * of what is still open (greedy maximal covering). The first is the best single place; a set of n
 * closes at least 1 − 1/e (63 %) of what the best n would (G. L. Nemhauser, L. A. Wolsey, M. L.
 * Fisher, Mathematical Programming 14, 1978, 265–294), in practice nearly all of it.
 */
public final class Covering {
  /**
   * A place chosen.
   *
   * @param candidate its number
   * @param added gaps that it closes and none chosen before it does
   */
  public record Choice(int candidate, int added) {}

  private Covering() {}

  /**
   * Chooses.
   *
   * @param closed for each candidate the numbers of the gaps that it would close
   * @param most how many are chosen at most; fewer where nothing is left to close
   */
  public static List<Choice> greedy(List<BitSet> closed, int most) {
    List<Choice> chosen = new ArrayList<>();
    BitSet done = new BitSet();
    while (chosen.size() < most) {
      int best = -1;
      int bestAdded = 0;
      for (int i = 0; i < closed.size(); i++) {
        BitSet left = (BitSet) closed.get(i).clone();
        left.andNot(done);
        if (left.cardinality() > bestAdded) {
          best = i;
          bestAdded = left.cardinality();
        }
      }
      if (best < 0) {
        break;
      }
      done.or(closed.get(best));
      chosen.add(new Choice(best, bestAdded));
    }
    return chosen;
  }
}
