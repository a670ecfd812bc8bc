package cn.anlan.geo.snapshot;

import cn.anlan.geo.fault.UserFault;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.roaringbitmap.RoaringBitmap;

/**
 * What a {@link RowPredicate} can ask the columns of a part. Each answer is a {@link Truth} over
 * all rows; null makes it unknown. A name that is no column, a literal of the wrong kind and
 * questions that together take longer than {@value Deadline#LIMIT_S} s are {@link UserFault}s.
 */
public final class Predicates {
  private final Part part;
  private final Deadline deadline = Deadline.start();

  Predicates(Part part) {
    this.part = part;
  }

  /**
   * The number of the part that is asked. Who keeps an answer keeps it under this: a part never
   * changes, and later snapshots of the layer share it with this one.
   */
  public long partNumber() {
    return part.number();
  }

  /** True, or false, for every row. */
  public Truth always(boolean value) {
    return Truth.everywhere(part.size(), value);
  }

  /** The column's kind; {@code id} is an integer. */
  public ColumnSpec column(String name) {
    return part.column(name).spec();
  }

  /**
   * The column's value compared with a literal.
   *
   * @param literal of the class {@link ColumnKind#literal()}
   */
  public Truth compare(String name, Comparison comparison, Object literal) {
    Column column = part.column(name);
    refuseOtherKind(column.spec(), literal);
    return column.compare(comparison, literal);
  }

  /** Whether the column's value is neither below {@code low} nor above {@code high}. */
  public Truth between(String name, Object low, Object high) {
    Column column = part.column(name);
    refuseOtherKind(column.spec(), low);
    refuseOtherKind(column.spec(), high);
    return column.between(low, high);
  }

  /**
   * Two columns' values compared with each other.
   *
   * @param order of two values of the class that {@link ColumnKind} names, or of a whole number and
   *     another one
   */
  public Truth compare(String left, Comparison comparison, String right, Comparator<Object> order) {
    return new ColumnPair(part.column(left), part.column(right))
        .compare(comparison, order, deadline);
  }

  /**
   * Whether the column's value equals one of the literals; the column is walked through once.
   *
   * @param literals at least one, of the class {@link ColumnKind#literal()}
   */
  public Truth in(String name, List<Object> literals) {
    Column column = part.column(name);
    literals.forEach(literal -> refuseOtherKind(column.spec(), literal));
    return column.in(literals);
  }

  private static void refuseOtherKind(ColumnSpec column, Object literal) {
    if (column.kind() == ColumnKind.TEXT_LIST) {
      throw TextListColumn.listFault(column);
    }
    if (!column.kind().literal().isInstance(literal)) {
      throw Faults.wrongType(column, "与 " + literal + " 比较", example(column));
    }
  }

  /**
   * Whether the text is one that {@code wanted} accepts; it is asked once for each different one.
   */
  public Truth text(String name, Predicate<String> wanted) {
    if (!(part.column(name) instanceof TextColumn texts)) {
      throw Faults.wrongType(
          column(name), "按文本匹配", "仅文本和代码属性可用 LIKE、CASEI / LIKE and CASEI are for text and codes");
    }
    return texts.matching(
        text -> {
          deadline.look();
          return wanted.test(text);
        });
  }

  /** Whether a list of texts has all of {@code wanted}. */
  public Truth contains(String name, Set<String> wanted) {
    return list(name).containing(wanted);
  }

  /** Whether a list of texts has any of {@code wanted}. */
  public Truth overlaps(String name, Set<String> wanted) {
    return list(name).overlapping(wanted);
  }

  /** Whether there is no value; never unknown. The geometry is asked as {@code geom}. */
  public Truth isNull(String name) {
    RoaringBitmap nulls =
        LayerSnapshot.GEOMETRY.equals(name)
            ? part.geometries().nowhere()
            : part.column(name).nulls();
    return new Truth(part.size(), nulls, new RoaringBitmap());
  }

  /** Whether the geometry has a point in common with {@code other}; unknown where there is none. */
  public Truth intersects(Geometry other) {
    return relates(SpatialRelation.INTERSECTS, other);
  }

  /** Whether the geometry stands so to {@code other}; unknown where there is none. */
  public Truth relates(SpatialRelation relation, Geometry other) {
    if (relation == SpatialRelation.DISJOINT) {
      return relates(SpatialRelation.INTERSECTS, other).not();
    }
    Geometries geometries = part.geometries();
    return new Truth(
        part.size(), geometries.standing(relation, other, deadline), geometries.nowhere());
  }

  /**
   * Whether the geodesic between the geometry and {@code other} is at most {@code distanceM} long,
   * see {@link cn.anlan.geo.distance}; unknown where there is none.
   *
   * @throws UserFault for a geometry that cannot be measured
   */
  public Truth near(Geometry other, double distanceM) {
    Geometries geometries = part.geometries();
    RoaringBitmap near = new NearRows(geometries, other, distanceM, deadline).find();
    return new Truth(part.size(), near, geometries.nowhere());
  }

  /** Whether the geometry has a point in common with a box; unknown where there is none. */
  public Truth intersects(Box box) {
    Geometries geometries = part.geometries();
    RoaringBitmap meeting = geometries.meeting(box, geometries.envelopesMeeting(box));
    return new Truth(part.size(), meeting, geometries.nowhere());
  }

  private TextListColumn list(String name) {
    if (part.column(name) instanceof TextListColumn list) {
      return list;
    }
    throw Faults.wrongType(
        column(name), "作为列表", "仅列表属性可用 A_CONTAINS、A_OVERLAPS / these are for lists of texts");
  }

  private static String example(ColumnSpec column) {
    String literal =
        switch (column.kind()) {
          case TEXT, CODE, TEXT_LIST -> "'文本'";
          case INTEGER, NUMBER -> "12.5";
          case BOOLEAN -> "TRUE";
          case DATE -> "DATE('2021-03-01')";
        };
    return "请写成 / write: " + column.name() + " = " + literal;
  }
}
