package cn.anlan.data.demo.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Shares a number of deaths out over a number of accidents, so that both come out exactly. */
final class DeathTolls {
  private DeathTolls() {}

  /**
   * Deaths of each accident, in any order: the larger ones 3 to 5, all others 0, 1 or 2.
   *
   * @throws IllegalArgumentException where the numbers do not go together
   */
  static List<Integer> of(int accidents, int deaths, int larger, Random random) {
    List<Integer> tolls = new ArrayList<>(accidents);
    int left = deaths;
    for (int i = 0; i < larger; i++) {
      int toll = 3 + random.nextInt(3);
      tolls.add(toll);
      left -= toll;
    }
    int others = accidents - larger;
    if (left < 0 || others < 0 || left > 2 * others) {
      throw new IllegalArgumentException(
          accidents + " accidents, " + larger + " larger, " + deaths + " deaths");
    }
    // twos + ones = fatal and 2 twos + ones = left; a few accidents without deaths where possible.
    int twos =
        Math.max(0, left - others) + Math.min((int) (0.05 * others), (2 * others - left) / 2);
    twos = Math.min(twos, left / 2);
    int ones = left - 2 * twos;
    for (int i = 0; i < others; i++) {
      tolls.add(i < twos ? 2 : i < twos + ones ? 1 : 0);
    }
    Collections.shuffle(tolls, random);
    return tolls;
  }
}
