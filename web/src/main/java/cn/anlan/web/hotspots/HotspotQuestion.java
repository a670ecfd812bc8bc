package cn.anlan.web.hotspots;

import cn.anlan.analytics.hotspot.Kernel;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.grid.CellShape;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody asks about the hot spots of a layer.
 *
 * @param filter CQL2 text, or null
 * @param cells shape of the grid's cells; empty where the units are the counties
 * @param cellM width of a cell, metres
 * @param bandwidthM of the kernel, or how far neighbours reach for Gi*, metres; 0 for what {@link
 *     #reachM} says
 * @param adaptive whether a kernel is wider where events are few
 * @param value a numeric field that is summed; null to count events
 * @param perPopulation whether counties are compared by events per resident
 * @param asOf only what had happened by then; null for all that is recorded
 * @param permutations drawings behind p; 0 for what {@link #drawings} says
 * @param limit how many cells are listed at most
 */
public record HotspotQuestion(
    String layer,
    Method method,
    String filter,
    Optional<CellShape> cells,
    double cellM,
    double bandwidthM,
    Kernel kernel,
    boolean adaptive,
    String value,
    boolean perPopulation,
    LocalDate asOf,
    int permutations,
    int limit) {
  /** The word for counties in place of a grid. */
  private static final String COUNTY = "county";

  public static final int MOST_LISTED = 50_000;
  private static final int MOST_DRAWINGS = 999_999;
  private static final double WIDEST_M = 200_000;
  private static final double KERNEL_CELLS = 3;

  public HotspotQuestion {
    if (cells.isEmpty() && method == Method.KDE) {
      throw new UserFault(
          "核密度没有按县的 (kernel density is not told by county)",
          "取 grid=hex 或 square (take hex or square)");
    }
    if (perPopulation && cells.isPresent()) {
      throw new UserFault(
          "格网没有人口，不能求人均 (cells have no population)", "取 grid=county (take grid=county)");
    }
    outOf(bandwidthM, 0, WIDEST_M, "bandwidthM");
    outOf(permutations, 0, MOST_DRAWINGS, "permutations");
    outOf(limit, 1, MOST_LISTED, "limit");
    if (permutations > 0 && permutations < 99) {
      throw new UserFault(
          "permutations=" + permutations + " 太少 (too few)", "至少 99 (take at least 99)");
    }
  }

  private static void outOf(double value, double least, double most, String name) {
    if (!(value >= least && value <= most)) {
      throw new UserFault(
          name + "=" + value + " 超出范围 (out of range)",
          String.format(Locale.ROOT, "取 (take) %.0f – %.0f", least, most));
    }
  }

  /**
   * What is asked for by words.
   *
   * @param grid hex, square or county; null for hexagons, and for counties where Moran's I is asked
   * @param kernel quartic or gaussian
   * @param value a field, or count
   * @param per population, or null
   */
  public record Words(
      String layer,
      String method,
      String filter,
      String grid,
      String kernel,
      String value,
      String per) {}

  /**
   * @throws UserFault where a word or number means nothing, or two do not go together
   */
  public static HotspotQuestion of(
      Words words,
      double cellM,
      double bandwidthM,
      boolean adaptive,
      LocalDate asOf,
      int permutations,
      int limit) {
    Method method = Method.get(words.method());
    boolean moran = method == Method.MORAN || method == Method.LOCAL_MORAN;
    String grid = words.grid() != null ? words.grid() : moran ? COUNTY : CellShape.HEX.word();
    if (words.per() != null && !words.per().equals("population")) {
      throw new UserFault("per=" + words.per() + " 不支持 (not supported)", "取 (take) population");
    }
    return new HotspotQuestion(
        words.layer(),
        method,
        words.filter(),
        COUNTY.equals(grid) ? Optional.empty() : Optional.of(CellShape.get(grid)),
        cellM,
        bandwidthM,
        kernel(words.kernel()),
        adaptive,
        words.value() == null || words.value().equals("count") ? null : words.value(),
        words.per() != null,
        asOf,
        permutations,
        limit);
  }

  private static Kernel kernel(String word) {
    return Arrays.stream(Kernel.values())
        .filter(kernel -> kernel.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    "kernel=" + word + " 不支持 (not supported)", "取 (take) quartic, gaussian"));
  }

  /** What events are gathered in: hex, square or county. */
  public String gridWord() {
    return cells.map(CellShape::word).orElse(COUNTY);
  }

  /** The bandwidth asked for, or three cells (of Gi*: the given next ring). */
  double reachM(double nextRingM) {
    if (bandwidthM > 0) {
      return bandwidthM;
    }
    return method == Method.KDE ? KERNEL_CELLS * cellM : nextRingM;
  }

  /** The drawings asked for, or the given number. */
  int drawings(int usual) {
    return permutations > 0 ? permutations : usual;
  }
}
