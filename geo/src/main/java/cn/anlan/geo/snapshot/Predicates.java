package cn.anlan.geo.snapshot;

import cn.anlan.geo.fault.UserFault;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.roaringbitmap.RoaringBitmap;

/**
 * What a {@link RowPredicate} can ask the columns of a part. Each answer is a {@link Truth} over
 * all rows; null makes it unknown. A name that is no column and a literal of the wrong kind are
 * {@link UserFault}s.
 */
public final class Predicates {
  private final Part part;

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
    return texts.matching(wanted);
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
    Geometries geometries = part.geometries();
    return new Truth(part.size(), geometries.meeting(other), geometries.nowhere());
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
