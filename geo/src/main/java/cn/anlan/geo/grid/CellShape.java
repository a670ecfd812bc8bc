package cn.anlan.geo.grid;

import cn.anlan.geo.fault.UserFault;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the cells of a lattice look like. */
public enum CellShape {
  /** Squares with sides along the plane's axes. */
  SQUARE(1, 0),
  /** Regular hexagons with a corner to the north; every other row is half a cell further east. */
  HEX(Math.sqrt(3) / 2, 0.5);

  private final double rowStep;
  private final double oddShift;

  CellShape(double rowStep, double oddShift) {
    this.rowStep = rowStep;
    this.oddShift = oddShift;
  }

  /**
   * @throws UserFault where the word means none
   */
  public static CellShape get(String word) {
    return Arrays.stream(values())
        .filter(shape -> shape.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    "格网 " + word + " 不支持 (no such grid of cells)",
                    "取 (take) "
                        + Arrays.stream(values())
                            .map(CellShape::word)
                            .collect(Collectors.joining(", "))));
  }

  /** How requests and answers call it: hex, square. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** From one row's centres to the next, in cells. */
  double rowStep() {
    return rowStep;
  }

  /** How much further east the centres of odd rows stand, in cells. */
  double oddShift() {
    return oddShift;
  }
}
