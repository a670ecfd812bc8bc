package cn.anlan.geo.road.graph;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.routing.WeightingFactory;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValueImpl;
import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.util.CustomModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * GraphHopper with our profiles. Between its import and its preparations every edge gets its length
 * on the ellipsoid (GraphHopper measures on a sphere, up to 0.5 % off) and its prices.
 */
final class Hopper extends GraphHopper {
  /** 24 bits of a priority of 1 or less: a price of 1,000 is exact to 0.006 %. */
  private static final int PRICE_BITS = 24;

  private static final String ENCODED =
      "car_access, car_average_speed, osm_way_id, road_class, road_environment, hazmat";

  private final EdgeFactors factors;

  /**
   * @param factors asked at an import; null when a prepared graph is opened
   */
  Hopper(Path directory, GraphFacts facts, EdgeFactors factors) {
    this.factors = factors;
    setGraphHopperLocation(directory.toString());
    setElevation(facts.hasHeights());
    setMinNetworkSize(0); // islands are told by their size, not hidden
    DefaultImportRegistry known = new DefaultImportRegistry();
    setImportRegistry(
        name -> facts.profiles().contains(name) ? price(name) : known.createImportUnit(name));
    setEncodedValuesString(
        ENCODED + (facts.profiles().isEmpty() ? "" : ", " + String.join(", ", facts.profiles())));
    List<Profile> profiles = new ArrayList<>();
    profiles.add(new Profile(RoadGraph.CAR).setCustomModel(car()));
    for (String name : facts.profiles()) {
      profiles.add(new Profile(name).setCustomModel(tanker(name, facts.speeds())));
    }
    setProfiles(profiles);
    getCHPreparationHandler()
        .setCHProfiles(profiles.stream().map(p -> new CHProfile(p.getName())).toList());
    getCHPreparationHandler().setPreparationThreads(2);
  }

  private static ImportUnit price(String name) {
    return ImportUnit.create(
        name,
        any -> new DecimalEncodedValueImpl(name, PRICE_BITS, 1.0 / ((1 << PRICE_BITS) - 1), false),
        null);
  }

  private static CustomModel car() {
    CustomModel model = new CustomModel();
    model.addToPriority(Statement.If("!car_access", Statement.Op.MULTIPLY, "0"));
    model.addToSpeed(Statement.If("true", Statement.Op.LIMIT, "car_average_speed"));
    return model;
  }

  private static CustomModel tanker(String price, TankerSpeeds speeds) {
    CustomModel model = car();
    model.addToPriority(Statement.If("true", Statement.Op.MULTIPLY, price));
    model.addToSpeed(
        Statement.If("road_class == MOTORWAY", Statement.Op.LIMIT, "" + speeds.expresswayKmh()));
    model.addToSpeed(Statement.Else(Statement.Op.LIMIT, "" + speeds.otherKmh()));
    return model;
  }

  @Override
  protected WeightingFactory createWeightingFactory() {
    WeightingFactory maker = super.createWeightingFactory();
    return factors != null
        ? maker
        : (profile, hints, noTurns) ->
            new LateWeighting(() -> maker.createWeighting(profile, hints, noTurns));
  }

  @Override
  protected void postImportOSM() {
    super.postImportOSM();
    RoadGraph graph = RoadGraph.ofImport(this);
    AllEdgesIterator edges = getBaseGraph().getAllEdges();
    while (edges.next()) {
      edges.setDistance(Math.max(0.001, graph.geodesicM(edges.getEdge())));
    }
    List<String> profiles = factors.profiles();
    EdgeFactors.Prices prices = factors.over(graph);
    List<DecimalEncodedValue> values =
        profiles.stream().map(encodingManager::getDecimalEncodedValue).toList();
    edges = getBaseGraph().getAllEdges();
    while (edges.next()) {
      for (int i = 0; i < values.size(); i++) {
        double price = prices.secondsPerSecond(i, edges.getEdge());
        edges.set(
            values.get(i), Double.isInfinite(price) ? 0 : 1 / Math.min(price, EdgeFactors.DEAREST));
      }
    }
  }
}
