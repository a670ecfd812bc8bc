package cn.anlan.geo.road.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoveringTest {
  @Test
  void eachChoiceClosesTheMostOfWhatIsLeftAndTheSetNearlyTheMostThatCanBe() {
    for (long seed = 1; seed <= 40; seed++) {
      Random random = new Random(seed);
      List<BitSet> closed = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        BitSet gaps = new BitSet();
        random.ints(1 + random.nextInt(12), 0, 30).forEach(gaps::set);
        closed.add(gaps);
      }
      List<Covering.Choice> chosen = Covering.greedy(closed, 3);
      int sum = chosen.stream().mapToInt(Covering.Choice::added).sum();
      int most = 0;
      for (int a = 0; a < 9; a++) {
        for (int b = 0; b < 9; b++) {
          for (int c = 0; c < 9; c++) {
            BitSet all = (BitSet) closed.get(a).clone();
            all.or(closed.get(b));
            all.or(closed.get(c));
            most = Math.max(most, all.cardinality());
          }
        }
      }
      int single = closed.stream().mapToInt(BitSet::cardinality).max().orElseThrow();
      assertThat(chosen.get(0).added()).as("seed " + seed).isEqualTo(single);
      assertThat((double) sum).as("seed " + seed).isBetween((1 - 1 / Math.E) * most, (double) most);
    }
  }

  @Test
  void nothingIsChosenThatClosesNothing() {
    BitSet one = new BitSet();
    one.set(3);
    assertThat(Covering.greedy(List.of(one, (BitSet) one.clone(), new BitSet()), 5))
        .containsExactly(new Covering.Choice(0, 1));
  }
}
