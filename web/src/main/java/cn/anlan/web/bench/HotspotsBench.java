package cn.anlan.web.bench;

import cn.anlan.analytics.hotspot.Contiguity;
import cn.anlan.analytics.hotspot.GiStar;
import cn.anlan.analytics.hotspot.Kernel;
import cn.anlan.analytics.hotspot.KernelDensity;
import cn.anlan.analytics.hotspot.LocalMoran;
import cn.anlan.analytics.hotspot.SpatialWeights;
import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.store.Progress;
import cn.anlan.geo.grid.CellShape;
import cn.anlan.geo.grid.Cover;
import cn.anlan.geo.grid.EqualAreaPlane;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Hot spots over the base map's province and counties, with invented events that gather round
 * towns, each beside {@link NaiveHotspots}, the loops that a textbook writes down. Points come as
 * degrees: bringing them to the plane is part of the time.
 */
final class HotspotsBench {
  private static final long SEED = 1_854;
  private static final int POINTS = 500_000;
  private static final int TOWNS = 400;
  private static final double CELL_M = 1_000;
  private static final double BANDWIDTH_M = 5_000;
  private static final int PERMUTATIONS = 999;
  private static final int ROUNDS = 7;

  private final Progress progress;

  HotspotsBench(Progress progress) {
    this.progress = progress;
  }

  HotspotsResult run() {
    progress.step("底图与虚构事件 (base map and invented events)");
    List<Geometry> counties = regions("county");
    Geometry outline = EqualAreaPlane.toPlane(UnaryUnionOp.union(regions("province")));
    double[] lonLat = points(counties);
    List<HotspotsResult.Row> rows = new ArrayList<>();
    rows.add(localMoran(counties));
    Cover squares = Cover.of(CellShape.SQUARE, CELL_M, outline);
    rows.add(density(squares, lonLat, false));
    rows.add(density(squares, lonLat, true));
    rows.add(giStar(Cover.of(CellShape.HEX, CELL_M, outline), lonLat));
    return new HotspotsResult(
        LocalDate.now().toString(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        rows);
  }

  private HotspotsResult.Row localMoran(List<Geometry> counties) {
    progress.step("局部莫兰 (local Moran)");
    SpatialWeights weights = Contiguity.queen(counties).rowStandardised();
    Random random = new Random(SEED);
    double[] values = counties.stream().mapToDouble(c -> random.nextInt(500)).toArray();
    double ours = median(() -> LocalMoran.of(values, weights, PERMUTATIONS, SEED).p()[0]);
    double naive = median(() -> NaiveHotspots.localMoran(values, weights, PERMUTATIONS));
    return new HotspotsResult.Row(
        "局部莫兰，999 次置换 local Moran, 999 permutations",
        counties.size() + " 县 counties",
        ours,
        naive,
        "全部 all");
  }

  private HotspotsResult.Row density(Cover cover, double[] lonLat, boolean adaptive) {
    progress.step("核密度 (kernel density)" + (adaptive ? ", adaptive" : ""));
    KernelDensity.Settings settings =
        new KernelDensity.Settings(Kernel.QUARTIC, BANDWIDTH_M, adaptive);
    double ours = median(() -> KernelDensity.of(cover, plane(lonLat), null, settings).perKm2(0));
    NaiveHotspots.Sampled naive = NaiveHotspots.density(cover, plane(lonLat), BANDWIDTH_M);
    return new HotspotsResult.Row(
        adaptive ? "核密度，自适应带宽 5 km KDE, adaptive 5 km" : "核密度，固定带宽 5 km KDE, fixed 5 km",
        "%,d 点 points, %,d 格 cells".formatted(POINTS, cover.touched().length),
        ours,
        naive.ms(),
        naive.how());
  }

  private HotspotsResult.Row giStar(Cover cover, double[] lonLat) {
    progress.step("Gi*");
    double[] values = new double[cover.lattice().size()];
    double[] xy = plane(lonLat);
    for (int i = 0; i < xy.length; i += 2) {
      int cell = cover.lattice().cellOf(xy[i], xy[i + 1]);
      if (cell >= 0) {
        values[cell]++;
      }
    }
    double ours = median(() -> GiStar.of(cover, values, CELL_M, 99_999, SEED).q(0));
    NaiveHotspots.Sampled naive = NaiveHotspots.giStar(cover, values, CELL_M);
    return new HotspotsResult.Row(
        "Gi*，1 km 六边形，含 p 与 q Gi* on 1 km hexagons with p and q",
        "%,d 格 cells".formatted(cover.touched().length),
        ours,
        naive.ms(),
        naive.how());
  }

  private static double[] plane(double[] lonLat) {
    double[] xy = lonLat.clone();
    EqualAreaPlane.toPlane(xy);
    return xy;
  }

  private static List<Geometry> regions(String level) {
    return BaseMap.regions().stream()
        .filter(f -> level.equals(f.properties().get("admin_level")) && f.geometry() != null)
        .map(BaseFeature::geometry)
        .toList();
  }

  /** Round towns that stand in the counties by turns, nine tenths of them within 15 km. */
  private static double[] points(List<Geometry> counties) {
    Random random = new Random(SEED);
    double[][] towns = new double[TOWNS][];
    for (int i = 0; i < TOWNS; i++) {
      var inside = counties.get(i % counties.size()).getInteriorPoint();
      towns[i] =
          new double[] {
            inside.getX() + 0.1 * random.nextGaussian(), inside.getY() + 0.1 * random.nextGaussian()
          };
    }
    double[] lonLat = new double[2 * POINTS];
    for (int i = 0; i < POINTS; i++) {
      double[] town = towns[(int) (TOWNS * Math.pow(random.nextDouble(), 1.5))];
      lonLat[2 * i] = town[0] + 0.07 * random.nextGaussian();
      lonLat[2 * i + 1] = town[1] + 0.07 * random.nextGaussian();
    }
    return lonLat;
  }

  private static double median(DoubleSupplier work) {
    return median(work, ROUNDS);
  }

  /** Milliseconds, the median after two rounds to warm up. */
  static double median(DoubleSupplier work, int rounds) {
    double[] ms = new double[rounds];
    for (int round = -2; round < rounds; round++) {
      double took = once(work);
      if (round >= 0) {
        ms[round] = took;
      }
    }
    Arrays.sort(ms);
    return ms[rounds / 2];
  }

  private static double once(DoubleSupplier work) {
    long start = System.nanoTime();
    double result = work.getAsDouble();
    double ms = TilesBench.millisSince(start);
    if (result == Double.MIN_VALUE) {
      throw new IllegalStateException("never; keeps the work from being left out");
    }
    return ms;
  }
}
