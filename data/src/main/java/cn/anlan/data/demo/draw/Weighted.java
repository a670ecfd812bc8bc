package cn.anlan.data.demo.draw;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Draws from a list by weight. */
public final class Weighted<T> {
  private final List<T> items;
  private final double[] cumulative;

  public Weighted(List<T> items, ToDoubleFunction<T> weight) {
    this.items = List.copyOf(items);
    this.cumulative = new double[items.size()];
    double sum = 0;
    for (int i = 0; i < items.size(); i++) {
      sum += weight.applyAsDouble(items.get(i));
      cumulative[i] = sum;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("weights add up to " + sum);
    }
  }

  public T draw(Random random) {
    double x = random.nextDouble() * cumulative[cumulative.length - 1];
    int low = 0;
    int high = cumulative.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] > x) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return items.get(low);
  }
}
