package cn.anlan.geo.snapshot;

import java.util.List;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.predicate.RectangleIntersects;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.roaringbitmap.RoaringBitmap;

/**
 * Where the rows of a snapshot lie. Rows stand in Hilbert order in blocks of 256, each with its
 * box: a question about a box looks at 8,000 block boxes for two million rows and then only into
 * those blocks that its edge cuts; one about a polygon first at the boxes of 32 blocks each.
 */
final class Geometries {
  private static final int BLOCK_BITS = 8;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int GROUP_BITS = 5; // of 32 blocks

  private final DoubleChunks lonDeg;
  private final DoubleChunks latDeg;
  private final Squares squares;
  private final int located;
  private final LongChunks shapeOf;
  private final Shapes shapes;
  private final int faults;
  private final List<Long> faultyIds;
  private final Envelope[] blocks;
  private final Envelope[] groups;

  /**
   * @param squares of the rows that have a place; they come first
   * @param shapeOf the row's number among the shapes, -1 for points; null where all are points
   */
  Geometries(
      DoubleChunks lonDeg,
      DoubleChunks latDeg,
      Squares squares,
      LongChunks shapeOf,
      Shapes shapes,
      int faults,
      List<Long> faultyIds) {
    this.lonDeg = lonDeg;
    this.latDeg = latDeg;
    this.squares = squares;
    this.located = squares.rows();
    this.shapeOf = shapeOf;
    this.shapes = shapes;
    this.faults = faults;
    this.faultyIds = List.copyOf(faultyIds);
    this.blocks = new Envelope[(located + BLOCK - 1) >>> BLOCK_BITS];
    for (int row = 0; row < located; row++) {
      int block = row >>> BLOCK_BITS;
      if (blocks[block] == null) {
        blocks[block] = new Envelope();
      }
      blocks[block].expandToInclude(envelope(row));
    }
    this.groups = new Envelope[blocks.length + (1 << GROUP_BITS) - 1 >>> GROUP_BITS];
    for (int block = 0; block < blocks.length; block++) {
      int group = block >>> GROUP_BITS;
      if (groups[group] == null) {
        groups[group] = new Envelope();
      }
      groups[group].expandToInclude(blocks[block]);
    }
  }

  double lonDeg(int row) {
    return lonDeg.get(row);
  }

  double latDeg(int row) {
    return latDeg.get(row);
  }

  Squares squares() {
    return squares;
  }

  boolean allPoints() {
    return shapeOf == null;
  }

  boolean isPoint(int row) {
    return shapeOf == null || shapeOf.get(row) < 0;
  }

  /** The row's geometry, made anew; null where there is none. */
  Geometry geometry(int row) {
    if (Double.isNaN(lonDeg.get(row))) {
      return null;
    }
    return isPoint(row)
        ? Shapes.FACTORY.createPoint(new Coordinate(lonDeg.get(row), latDeg.get(row)))
        : shapes.geometry((int) shapeOf.get(row));
  }

  /** The row's envelope; an empty one where there is no geometry. */
  Envelope envelope(int row) {
    if (Double.isNaN(lonDeg.get(row))) {
      return new Envelope();
    }
    return isPoint(row)
        ? new Envelope(lonDeg.get(row), lonDeg.get(row), latDeg.get(row), latDeg.get(row))
        : shapes.envelope((int) shapeOf.get(row));
  }

  /** The rows without a place. */
  RoaringBitmap nowhere() {
    return RoaringBitmap.bitmapOfRange(located, lonDeg.size());
  }

  /** The rows whose envelope meets the box; for points, those within it. */
  RoaringBitmap envelopesMeeting(Box box) {
    RoaringBitmap rows = new RoaringBitmap();
    for (int b = 0; b < blocks.length; b++) {
      int first = b << BLOCK_BITS;
      int end = Math.min(located, first + BLOCK);
      if (box.contains(blocks[b])) {
        rows.add((long) first, (long) end);
      } else if (box.meets(blocks[b])) {
        addMeeting(box, first, end, rows);
      }
    }
    return rows;
  }

  private void addMeeting(Box box, int first, int end, RoaringBitmap rows) {
    for (int row = first; row < end; row++) {
      if (meets(box, row)) {
        rows.add(row);
      }
    }
  }

  private boolean meets(Box box, int row) {
    return isPoint(row)
        ? box.contains(lonDeg.get(row), latDeg.get(row))
        : box.meets(shapes.envelope((int) shapeOf.get(row)));
  }

  /** Those of {@code candidates}, all found by {@link #envelopesMeeting}, that truly meet it. */
  RoaringBitmap meeting(Box box, RoaringBitmap candidates) {
    if (shapeOf == null) {
      return candidates;
    }
    Geometry area = Shapes.FACTORY.toGeometry(box.toEnvelope());
    return keep(
        candidates,
        row -> {
          if (isPoint(row) || box.contains(envelope(row))) {
            return true;
          }
          Geometry geometry = geometry(row);
          return area instanceof Polygon rectangle
              ? RectangleIntersects.intersects(rectangle, geometry)
              : area.intersects(geometry); // a box without width is a point or a line
        });
  }

  /**
   * The rows that stand so to {@code other}; no relation that apart shapes may have. Of a polygon's
   * blocks only those are looked into that its edge comes near to.
   */
  RoaringBitmap standing(SpatialRelation relation, Geometry other, Deadline deadline) {
    RoaringBitmap rows = new RoaringBitmap();
    if (other.isEmpty()) {
      return rows;
    }
    Box box = Box.of(other.getEnvelopeInternal());
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(other);
    IntPredicate stands = standsTo(relation, other, prepared);
    boolean inside =
        other instanceof Polygonal
            && (relation == SpatialRelation.INTERSECTS || relation == SpatialRelation.WITHIN);
    for (int group = 0; group < groups.length; group++) {
      Standing standing = Standing.of(groups[group], box, inside ? prepared : null);
      if (standing == Standing.INSIDE) {
        int first = group << GROUP_BITS << BLOCK_BITS;
        rows.add((long) first, Math.min(located, first + (BLOCK << GROUP_BITS)));
      } else if (standing == Standing.NEAR) {
        int end = Math.min(blocks.length, group + 1 << GROUP_BITS);
        for (int block = group << GROUP_BITS; block < end; block++) {
          deadline.check();
          addStanding(block, box, inside ? prepared : null, stands, deadline, rows);
        }
      }
    }
    return rows;
  }

  private void addStanding(
      int block,
      Box box,
      PreparedGeometry area,
      IntPredicate stands,
      Deadline deadline,
      RoaringBitmap rows) {
    int first = block << BLOCK_BITS;
    int end = Math.min(located, first + BLOCK);
    Standing standing = Standing.of(blocks[block], box, area);
    if (standing == Standing.INSIDE) {
      rows.add((long) first, (long) end);
    } else if (standing == Standing.NEAR) {
      for (int row = first; row < end; row++) {
        deadline.look();
        if (meets(box, row) && stands.test(row)) {
          rows.add(row);
        }
      }
    }
  }

  /** How the box of many rows stands to the area that is asked for. */
  private enum Standing {
    APART,
    NEAR,
    INSIDE;

    /**
     * @param box of what is asked for
     * @param area the same where it is an area in which whole boxes may lie, else null
     */
    static Standing of(Envelope rows, Box box, PreparedGeometry area) {
      if (!box.meets(rows)) {
        return APART;
      } else if (area == null) {
        return NEAR;
      }
      Geometry all = Shapes.FACTORY.toGeometry(rows);
      return area.containsProperly(all) ? INSIDE : area.intersects(all) ? NEAR : APART;
    }
  }

  private IntPredicate standsTo(
      SpatialRelation relation, Geometry other, PreparedGeometry prepared) {
    if (relation == SpatialRelation.INTERSECTS) {
      return row -> prepared.intersects(geometry(row));
    }
    RelateNG relate = RelateNG.prepare(other);
    return row -> relation.holds(geometry(row), relate);
  }

  private static RoaringBitmap keep(RoaringBitmap rows, IntPredicate wanted) {
    RoaringBitmap kept = new RoaringBitmap();
    rows.forEach(
        (int row) -> {
          if (wanted.test(row)) {
            kept.add(row);
          }
        });
    return kept;
  }

  int faults() {
    return faults;
  }

  List<Long> faultyIds() {
    return faultyIds;
  }

  long memoryBytes() {
    long packed = lonDeg.memoryBytes() + latDeg.memoryBytes() + 72L * blocks.length;
    packed += squares.memoryBytes();
    return packed + (shapeOf == null ? 0 : shapeOf.memoryBytes() + shapes.memoryBytes());
  }
}
