package cn.anlan.geo.road.graph;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.fault.UserFault;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.Hazmat;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.OSMWayID;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.RoadEnvironment;
import com.graphhopper.routing.ev.Roundabout;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.ev.VehicleSpeed;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.GHPoint3D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;

/**
 * A road network in memory. Immutable once opened, and safe for any number of threads; {@link
 * #close()} gives its memory back when nobody asks any more.
 *
 * <p>Coordinates are CGCS2000 degrees, kept to about 1 cm; lengths are geodesic.
 */
public final class RoadGraph implements AutoCloseable {
  /** The profile of cars and emergency vehicles: fastest by the speeds of the road. */
  public static final String CAR = "car";

  /** How far {@link #snap} looks, in metres. */
  public static final double SEARCH_M = 12_000;

  private final Hopper hopper;
  private final List<String> profiles;
  private final BaseGraph graph;
  private final BooleanEncodedValue access;
  private final DecimalEncodedValue speed;
  private final IntEncodedValue wayId;
  private final EnumEncodedValue<RoadClass> roadClass;
  private final EnumEncodedValue<RoadEnvironment> environment;
  private final EnumEncodedValue<Hazmat> hazmat;
  private final BooleanEncodedValue roundabout;
  private Components components; // made when first asked for

  private RoadGraph(Hopper hopper, List<String> profiles) {
    this.hopper = hopper;
    this.profiles = profiles;
    graph = hopper.getBaseGraph();
    EncodedValueLookup values = hopper.getEncodingManager();
    access = values.getBooleanEncodedValue(VehicleAccess.key("car"));
    speed = values.getDecimalEncodedValue(VehicleSpeed.key("car"));
    wayId = values.getIntEncodedValue(OSMWayID.KEY);
    roadClass = values.getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
    environment = values.getEnumEncodedValue(RoadEnvironment.KEY, RoadEnvironment.class);
    hazmat = values.getEnumEncodedValue(Hazmat.KEY, Hazmat.class);
    roundabout = values.getBooleanEncodedValue(Roundabout.KEY);
  }

  static RoadGraph ofImport(Hopper hopper) {
    return new RoadGraph(hopper, List.of());
  }

  /**
   * Prepares a network from an OSM file.
   *
   * @param osm PBF, or XML, which may be gzipped
   * @param directory empty or not there; on failure what is in it is no graph
   * @param heights of points; null for a graph without heights
   * @throws UserFault where the file has no road that a car may use
   */
  public static void build(
      Path osm, Path directory, GraphHeights heights, TankerSpeeds speeds, EdgeFactors factors) {
    GraphImport.run(osm, directory, heights, speeds, factors);
  }

  /** Whether a directory holds a prepared graph. */
  public static boolean standsIn(Path directory) {
    return GraphFacts.standIn(directory);
  }

  /**
   * Opens a prepared graph.
   *
   * @throws IllegalStateException where the directory holds none, or one that is damaged
   */
  public static RoadGraph open(Path directory) {
    try {
      GraphFacts facts = GraphFacts.read(directory);
      Hopper hopper = new Hopper(directory, facts, null);
      hopper.setAllowWrites(false);
      if (!hopper.load()) {
        throw new IllegalStateException("no prepared graph");
      }
      LocationIndexTree index = (LocationIndexTree) hopper.getLocationIndex();
      index.setMaxRegionSearch((int) SEARCH_M / index.getMinResolutionInMeter());
      return new RoadGraph(hopper, facts.profiles());
    } catch (IOException e) {
      throw new UncheckedIOException("opening a prepared graph", e);
    }
  }

  /** How many junctions. */
  public int nodes() {
    return graph.getNodes();
  }

  /** How many edges. */
  public int edges() {
    return graph.getEdges();
  }

  /** Whether points have heights. */
  public boolean hasHeights() {
    return graph.getNodeAccess().is3D();
  }

  /** The tanker's profiles that were prepared. */
  public List<String> tankerProfiles() {
    return profiles;
  }

  /** GraphHopper's graph, for searches of one's own. */
  public BaseGraph base() {
    return graph;
  }

  /** A profile's contraction hierarchy. */
  public RoutingCHGraph hierarchy(String profile) {
    return hopper.getCHGraphs().get(profile);
  }

  /** All edges by id. */
  public void forEachEdge(Consumer<RoadEdge> visitor) {
    AllEdgesIterator edges = graph.getAllEdges();
    while (edges.next()) {
      visitor.accept(edge(edges));
    }
  }

  /** One edge. */
  public RoadEdge edge(int id) {
    return edge(graph.getEdgeIteratorState(id, Integer.MIN_VALUE));
  }

  private RoadEdge edge(EdgeIteratorState edge) {
    RoadEnvironment place = edge.get(environment);
    return new RoadEdge(
        edge.getEdge(),
        edge.getBaseNode(),
        edge.getAdjNode(),
        edge.getDistance(),
        edge.get(access) ? edge.get(speed) : 0,
        edge.getReverse(access) ? edge.getReverse(speed) : 0,
        edge.get(roadClass).toString(),
        edge.get(wayId),
        place == RoadEnvironment.TUNNEL,
        place == RoadEnvironment.BRIDGE,
        edge.get(hazmat) == Hazmat.NO);
  }

  /** Whether an edge is a part of a roundabout. */
  public boolean isRoundabout(int edge) {
    return graph.getEdgeIteratorState(edge, Integer.MIN_VALUE).get(roundabout);
  }

  /** The road's name, or an empty text. */
  public String name(int edge) {
    return graph.getEdgeIteratorState(edge, Integer.MIN_VALUE).getName();
  }

  /** The number of the route ({@code ref}), or an empty text. */
  public String routeNo(int edge) {
    Object ref = graph.getEdgeIteratorState(edge, Integer.MIN_VALUE).getValue("street_ref");
    return ref == null ? "" : ref.toString();
  }

  /** An edge's line with both its ends; z is the height, NaN along edges that lack one. */
  public Coordinate[] line(int edge) {
    PointList points =
        graph.getEdgeIteratorState(edge, Integer.MIN_VALUE).fetchWayGeometry(FetchMode.ALL);
    Coordinate[] line = new Coordinate[points.size()];
    for (int i = 0; i < line.length; i++) {
      double height = points.is3D() ? points.getEle(i) : Double.NaN;
      line[i] = new Coordinate(points.getLon(i), points.getLat(i), height);
    }
    if (Arrays.stream(line).anyMatch(at -> at.getZ() < GraphImport.NO_HEIGHT_M / 2)) {
      Arrays.stream(line).forEach(at -> at.setZ(Double.NaN));
    }
    return line;
  }

  double geodesicM(int edge) {
    return lengthM(line(edge), Integer.MAX_VALUE);
  }

  private static double lengthM(Coordinate[] line, int segments) {
    double length = 0;
    for (int i = 1; i < line.length && i <= segments; i++) {
      length += Cgcs2000.distanceM(line[i - 1].x, line[i - 1].y, line[i].x, line[i].y);
    }
    return length;
  }

  /** Longitude of a junction. */
  public double lonDeg(int node) {
    return graph.getNodeAccess().getLon(node);
  }

  /** Latitude of a junction. */
  public double latDeg(int node) {
    return graph.getNodeAccess().getLat(node);
  }

  /**
   * The place on the network nearest to a point, on a road that a car may use; empty where there is
   * none within {@link #SEARCH_M}. Roads of islands count: {@link #components()} tells them.
   */
  public Optional<RoadPoint> snap(double lonDeg, double latDeg) {
    return snap(lonDeg, latDeg, edge -> true);
  }

  /** The place nearest to a point on the main network, islands left out. */
  public Optional<RoadPoint> snapToMain(double lonDeg, double latDeg) {
    Components parts = components();
    return snap(lonDeg, latDeg, edge -> parts.of(edge.getBaseNode()) == 0);
  }

  /**
   * The place nearest to a point where a vehicle can be reached from beside the road: no motorway,
   * none of its ramps, no tunnel.
   */
  public Optional<RoadPoint> snapToRoadside(double lonDeg, double latDeg) {
    return snap(
        lonDeg,
        latDeg,
        edge ->
            edge.get(roadClass) != RoadClass.MOTORWAY
                && edge.get(environment) != RoadEnvironment.TUNNEL);
  }

  private Optional<RoadPoint> snap(double lonDeg, double latDeg, EdgeFilter which) {
    Snap snap =
        hopper
            .getLocationIndex()
            .findClosest(
                latDeg,
                lonDeg,
                edge -> (edge.get(access) || edge.getReverse(access)) && which.accept(edge));
    if (!snap.isValid() || snap.getQueryDistance() > SEARCH_M) {
      return Optional.empty();
    }
    GHPoint3D at = snap.getSnappedPoint();
    RoadEdge edge = edge(snap.getClosestEdge().getEdge());
    Coordinate[] line = line(edge.id());
    // the closest edge may be given in either direction; its point index counts in that one
    boolean reversed = snap.getClosestEdge().getBaseNode() != edge.fromNode();
    int before =
        reversed
            ? line.length
                - 1
                - snap.getWayIndex()
                - (snap.getSnappedPosition() == Snap.Position.EDGE ? 1 : 0)
            : snap.getWayIndex();
    double along =
        lengthM(line, before) + Cgcs2000.distanceM(line[before].x, line[before].y, at.lon, at.lat);
    return Optional.of(
        new RoadPoint(
            edge,
            at.lon,
            at.lat,
            Cgcs2000.distanceM(lonDeg, latDeg, at.lon, at.lat),
            Math.min(along, edge.lengthM()),
            snap));
  }

  /** Which junctions hang together; computed when first asked for. */
  public synchronized Components components() {
    if (components == null) {
      components = Components.of(this);
    }
    return components;
  }

  @Override
  public void close() {
    hopper.close();
  }
}
