package cn.anlan.geo.road.hazard;

import cn.anlan.geo.road.graph.RoadEdge;
import cn.anlan.geo.road.hazard.DangerousGoods.Band;
import cn.anlan.geo.road.hazard.DangerousGoods.Cargo;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The risk of any stretch of any edge, for one cargo in one band of hours, straight from the {@link
 * HazardTable}: releases per kilometre × persons within reach × consequence, integrated along the
 * stretch, for a million trips. Additive: the risk of a route is the sum over its stretches, and
 * nothing is rounded on the way.
 */
public final class EdgeRisk {
  private static final double TRIPS = 1e6;

  private final DangerousGoods model;
  private final HazardTable table;
  private final Cargo cargo;
  private final Band band;

  public EdgeRisk(DangerousGoods model, HazardTable table, Cargo cargo, Band band) {
    this.model = model;
    this.table = table;
    this.cargo = cargo;
    this.band = band;
  }

  /**
   * What a hazard does on a stretch.
   *
   * @param thing its number in the table
   * @param persons whom it exposes in this band, 0 where it exposes nobody
   * @param risk of it; of what makes releases more frequent, by how much the risk would be less
   *     without it
   * @param isClosed whether no tanker may go there in this band
   */
  public record Effect(
      int thing, double fromM, double toM, double persons, double risk, boolean isClosed) {}

  /** The risk of an edge from one measure along its line to another, {@code fromM ≤ toM}. */
  public double risk(RoadEdge edge, double fromM, double toM) {
    List<HazardTable.Item> times = new ArrayList<>(2);
    double[] personMetres = new double[1];
    table.forEach(
        edge.id(),
        cargo.impactRadiusM(),
        item -> {
          if (times(item.thing()) > 0) {
            times.add(item);
          }
        });
    table.forEach(
        edge.id(),
        cargo.impactRadiusM(),
        item -> personMetres[0] += personMetres(item, fromM, toM, times));
    return perPersonMetre(edge) * personMetres[0];
  }

  private double perPersonMetre(RoadEdge edge) {
    return TRIPS * model.releasesPerKm(edge.roadClass()) / 1000 * cargo.consequence();
  }

  private double personMetres(
      HazardTable.Item item, double fromM, double toM, List<HazardTable.Item> times) {
    double persons = persons(item.thing());
    double from = Math.max(fromM, item.fromM());
    double to = Math.min(toM, item.toM());
    return persons == 0 || to <= from ? 0 : persons * weightedM(from, to, times);
  }

  /** Metres, each as often as releases are more frequent on it. */
  private double weightedM(double fromM, double toM, List<HazardTable.Item> times) {
    if (times.isEmpty()) {
      return toM - fromM;
    }
    TreeSet<Double> cuts = new TreeSet<>(List.of(fromM, toM));
    for (HazardTable.Item item : times) {
      cuts.add(Math.min(toM, Math.max(fromM, item.fromM())));
      cuts.add(Math.min(toM, Math.max(fromM, item.toM())));
    }
    double sum = 0;
    double before = fromM;
    for (double cut : cuts) {
      double middle = (before + cut) / 2;
      double factor = 1;
      for (HazardTable.Item item : times) {
        factor *= item.fromM() <= middle && middle <= item.toM() ? times(item.thing()) : 1;
      }
      sum += factor * (cut - before);
      before = cut;
    }
    return sum;
  }

  private HazardKind kind(int thing) {
    int kind = table.thing(thing).kind();
    return kind < 0 ? null : model.hazards().get(kind);
  }

  private double times(int thing) {
    HazardKind kind = kind(thing);
    return kind == null ? 0 : kind.times();
  }

  private double persons(int thing) {
    HazardKind kind = kind(thing);
    return kind == null || !kind.exposes()
        ? 0
        : table.thing(thing).persons() * kind.share().get(band.id());
  }

  private boolean closes(int thing) {
    HazardKind kind = kind(thing);
    List<String> closed =
        kind == null ? model.closures().get(-1 - table.thing(thing).kind()).bands() : kind.closed();
    return closed.contains(band.id());
  }

  /** Whether no tanker may go over an edge, for some stretch of it is closed in this band. */
  public boolean isClosed(int edge) {
    boolean[] closed = new boolean[1];
    table.forEach(edge, cargo.impactRadiusM(), item -> closed[0] |= closes(item.thing()));
    return closed[0];
  }

  /** What every hazard does on a stretch of an edge, in the order of the table. */
  public List<Effect> effects(RoadEdge edge, double fromM, double toM) {
    List<HazardTable.Item> items = new ArrayList<>();
    table.forEach(edge.id(), cargo.impactRadiusM(), items::add);
    List<HazardTable.Item> times = items.stream().filter(i -> times(i.thing()) > 0).toList();
    double scale = perPersonMetre(edge);
    List<Effect> effects = new ArrayList<>();
    for (HazardTable.Item item : items) {
      double from = Math.max(fromM, item.fromM());
      double to = Math.min(toM, item.toM());
      if (to > from) {
        double risk =
            times.contains(item)
                ? more(item, items, times, from, to)
                : personMetres(item, fromM, toM, times);
        effects.add(
            new Effect(
                item.thing(), from, to, persons(item.thing()), scale * risk, closes(item.thing())));
      }
    }
    return effects;
  }

  /** Person-metres that would fall away without what makes releases more frequent. */
  private double more(
      HazardTable.Item item,
      List<HazardTable.Item> items,
      List<HazardTable.Item> times,
      double fromM,
      double toM) {
    List<HazardTable.Item> others = times.stream().filter(o -> !o.equals(item)).toList();
    return items.stream()
        .mapToDouble(i -> personMetres(i, fromM, toM, times) - personMetres(i, fromM, toM, others))
        .sum();
  }
}
