package cn.anlan.analytics.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A part of a whole, both kept: a rate without its counts says little.
 *
 * @param part 0..whole
 */
public record Rate(long part, long whole) {
  public Rate {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException(part + " of " + whole);
    }
  }

  /** In per cent to one decimal, half up; empty where the whole is 0. */
  public Optional<BigDecimal> percent() {
    return whole == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
  }

  /** As it is printed: 94.9%, or n/a. */
  public String text() {
    return percent().map(p -> p.toPlainString() + "%").orElse("n/a");
  }

  /** Of both together. */
  public Rate plus(Rate other) {
    return new Rate(part + other.part, whole + other.whole);
  }
}
