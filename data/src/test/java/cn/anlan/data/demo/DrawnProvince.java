package cn.anlan.data.demo;

import cn.anlan.data.demo.city.City;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.hazardous.Hazardous;
import cn.anlan.data.demo.industry.Industry;
import cn.anlan.data.demo.ledger.Ledger;
import cn.anlan.data.demo.mine.Mines;
import cn.anlan.data.demo.road.RoadNetwork;
import cn.anlan.data.demo.utility.Footprint;
import cn.anlan.data.demo.utility.Utilities;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The demonstration province at a small scale in memory. A theme is drawn when the first test asks
 * for it, and then once for all tests: nobody may change what is returned.
 */
public final class DrawnProvince {
  public static final DemoPlan PLAN = new DemoPlan(DemoPlan.DEFAULT_SEED, 0.01);

  private static final Once<Ground> GROUND = new Once<>(() -> Ground.of(PLAN));
  private static final Once<Settlements> SETTLEMENTS =
      new Once<>(() -> Settlements.draw(ground(), PLAN));
  private static final Once<Theme<City>> CITY =
      new Once<>(() -> theme(layers -> City.draw(ground(), settlements(), PLAN, layers)));
  private static final Once<Theme<RoadNetwork>> ROADS =
      new Once<>(() -> theme(layers -> RoadNetwork.draw(ground(), settlements(), PLAN, layers)));
  private static final Once<Theme<Industry>> INDUSTRY = new Once<>(() -> industry(PLAN));
  private static final Once<Theme<Hazardous>> HAZARDOUS =
      new Once<>(() -> hazardous(PLAN, industry()));
  private static final Once<Theme<Mines>> MINES =
      new Once<>(
          () ->
              theme(
                  layers -> Mines.draw(ground(), settlements(), industry().drawn(), PLAN, layers),
                  industry().layers()));
  private static final Once<Theme<Utilities>> UTILITIES =
      new Once<>(() -> utilities(PLAN, footprints(city().drawn())));
  private static final Once<Theme<Ledger>> LEDGER = new Once<>(() -> ledger(PLAN, industry()));

  private DrawnProvince() {}

  /**
   * @param drawn what the theme gives to later ones
   * @param layers what it handed over
   */
  public record Theme<T>(T drawn, DrawnLayers layers) {}

  public static Ground ground() {
    return GROUND.get();
  }

  public static Settlements settlements() {
    return SETTLEMENTS.get();
  }

  public static Theme<City> city() {
    return CITY.get();
  }

  public static Theme<RoadNetwork> roads() {
    return ROADS.get();
  }

  public static Theme<Industry> industry() {
    return INDUSTRY.get();
  }

  public static Theme<Hazardous> hazardous() {
    return HAZARDOUS.get();
  }

  public static Theme<Mines> mines() {
    return MINES.get();
  }

  public static Theme<Utilities> utilities() {
    return UTILITIES.get();
  }

  public static Theme<Ledger> ledger() {
    return LEDGER.get();
  }

  /** The industry of another plan on the same ground; drawn anew each time. */
  public static Theme<Industry> industry(DemoPlan plan) {
    return theme(layers -> Industry.draw(ground(), settlements(), plan, layers));
  }

  /** What is hazardous in another plan's industry; drawn anew each time. */
  public static Theme<Hazardous> hazardous(DemoPlan plan, Theme<Industry> industry) {
    return theme(
        layers -> Hazardous.draw(ground(), settlements(), industry.drawn(), plan, layers),
        industry.layers());
  }

  /** Utilities among other buildings or of another plan; drawn anew each time. */
  public static Theme<Utilities> utilities(DemoPlan plan, List<Footprint> buildings) {
    return theme(
        layers ->
            Utilities.draw(ground(), settlements(), industry().drawn(), buildings, plan, layers),
        industry().layers());
  }

  /** The ledgers of another plan on the same ground and roads; drawn anew each time. */
  public static Theme<Ledger> ledger(DemoPlan plan, Theme<Industry> industry) {
    return theme(
        layers ->
            Ledger.draw(ground(), settlements(), industry.drawn(), roads().drawn(), plan, layers),
        industry.layers(),
        roads().layers());
  }

  private static <T> Theme<T> theme(Function<DrawnLayers, T> draw, DrawnLayers... earlier) {
    DrawnLayers layers = new DrawnLayers(earlier);
    return new Theme<>(draw.apply(layers), layers);
  }

  private static List<Footprint> footprints(City city) {
    return city.buildings().stream()
        .map(b -> new Footprint(b.code(), b.village().county(), b.footprint()))
        .toList();
  }

  /** A value that is made when it is first asked for. */
  private static final class Once<T> {
    private final Supplier<T> make;
    private T made;

    Once(Supplier<T> make) {
      this.make = make;
    }

    synchronized T get() {
      if (made == null) {
        made = make.get();
      }
      return made;
    }
  }
}
