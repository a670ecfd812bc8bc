package cn.anlan.geo.rule.ground;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.distance.TargetIndex;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.rule.Attributes;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.LayerSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A layer that rules measure to, made ready once for a data version. A feature is known by its row
 * in the snapshot. Immutable, for any threads.
 */
public final class TargetLayer {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final LayerSnapshot rows;
  private final UnaryOperator<Geometry> shape;
  private final Set<String> columns;
  private final TargetIndex index;
  private final double greatestSigmaM;
  private final Map<String, Map<Object, List<Integer>>> rowsByKey = new HashMap<>();

  private TargetLayer(LayerSnapshot rows, UnaryOperator<Geometry> shape) {
    this.rows = rows;
    this.shape = shape;
    this.columns = rows.columns().stream().map(ColumnSpec::name).collect(Collectors.toSet());
    List<Geometry> shapes = new ArrayList<>(rows.size());
    double sigmaM = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (rows.isLive(row)) {
        shapes.add(geometry(row));
        double total = Math.hypot(known(sigmaM(row)), known(sigmaDefinitionM(row)));
        sigmaM = Math.max(sigmaM, total);
      } else {
        shapes.add(null);
      }
    }
    this.index = index(shapes);
    this.greatestSigmaM = sigmaM;
  }

  /** A stored shape that cannot be measured is passed over; the import refuses such shapes. */
  public static TargetLayer of(LayerSnapshot layer) {
    return new TargetLayer(layer, UnaryOperator.identity());
  }

  /** The same layer, a closed line taken as the area that it goes round. */
  public TargetLayer enclosed() {
    return new TargetLayer(rows, TargetLayer::area);
  }

  /** Layers of lines keep even a single line as a collection of one. */
  private static Geometry area(Geometry lines) {
    Polygon[] areas = new Polygon[lines.getNumGeometries()];
    for (int i = 0; i < areas.length; i++) {
      if (!(lines.getGeometryN(i) instanceof LineString ring)
          || !ring.isClosed()
          || ring.getNumPoints() < 4) {
        return lines;
      }
      areas[i] = FACTORY.createPolygon(ring.getCoordinateSequence());
    }
    return areas.length == 1 ? areas[0] : FACTORY.createMultiPolygon(areas);
  }

  private static TargetIndex index(List<Geometry> shapes) {
    try {
      return TargetIndex.of(shapes);
    } catch (UserFault someUnusable) {
      shapes.replaceAll(shape -> shape == null || isMeasurable(shape) ? shape : null);
      return TargetIndex.of(shapes);
    }
  }

  private static boolean isMeasurable(Geometry shape) {
    try {
      GeodesicTarget.of(shape);
      return true;
    } catch (UserFault unusable) {
      return false;
    }
  }

  public String id() {
    return rows.layer();
  }

  /** The places of rows, those of former forms of a feature included; see {@link #rows}. */
  public int size() {
    return rows.size();
  }

  /** The rows that are features now. */
  public IntStream rows() {
    return rows.rows();
  }

  /** For measuring; its owners are the rows. */
  public TargetIndex index() {
    return index;
  }

  /** Of any feature: √(σ² + σ_definition²), metres. */
  public double greatestSigmaM() {
    return greatestSigmaM;
  }

  /** The same for some of the features only, their owners still the rows. */
  public TargetIndex index(IntPredicate which) {
    List<Geometry> shapes = new ArrayList<>(rows.size());
    boolean all = true;
    for (int row = 0; row < rows.size(); row++) {
      boolean live = rows.isLive(row);
      boolean wanted = live && which.test(row);
      all &= wanted || !live;
      shapes.add(wanted ? geometry(row) : null);
    }
    return all ? index : index(shapes);
  }

  public long id(int row) {
    return rows.id(row);
  }

  public String code(int row) {
    return text("code", row);
  }

  public String name(int row) {
    return text("name", row);
  }

  /** One standard deviation, metres; NaN where it is not known. */
  public double sigmaM(int row) {
    return number("sigma_m", row);
  }

  /** How far the shape may be from what the law means, metres; NaN where it is not said. */
  public double sigmaDefinitionM(int row) {
    return number("sigma_definition_m", row);
  }

  public boolean isDemo(int row) {
    return columns.contains("is_demo") && Boolean.TRUE.equals(rows.value("is_demo", row));
  }

  public Geometry geometry(int row) {
    return rows.findGeometry(row).map(shape).orElse(null);
  }

  public Attributes attributes(int row) {
    return field -> LayerSnapshot.GEOMETRY.equals(field) ? geometry(row) : rows.value(field, row);
  }

  /** The rows whose field has a value, in the order of their codes. */
  public List<Integer> rowsWith(String field, Object value) {
    Map<Object, List<Integer>> rowsOf;
    synchronized (rowsByKey) {
      rowsOf = rowsByKey.computeIfAbsent(field, this::group);
    }
    return rowsOf.getOrDefault(value, List.of());
  }

  private Map<Object, List<Integer>> group(String field) {
    Map<Object, List<Integer>> grouped = new HashMap<>();
    rows()
        .forEach(
            row -> {
              Object value = rows.value(field, row);
              if (value != null) {
                grouped.computeIfAbsent(value, v -> new ArrayList<>()).add(row);
              }
            });
    grouped.values().forEach(list -> list.sort(Comparator.comparing(this::code)));
    return grouped;
  }

  private String text(String column, int row) {
    return columns.contains(column) ? rows.text(column, row) : null;
  }

  private double number(String column, int row) {
    return columns.contains(column) ? rows.number(column, row) : Double.NaN;
  }

  private static double known(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
