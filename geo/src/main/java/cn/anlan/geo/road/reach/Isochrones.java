package cn.anlan.geo.road.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Areas that the first team reaches within so many minutes. The corners of a grid are asked as any
 * place is ({@link Arrivals#at}), and the border is drawn between them.
 *
 * <p><b>Accuracy.</b> Every corner of the grid is on the right side. So a place that is reached in
 * time, and round which all within a cell's diagonal is, lies inside; one round which nothing is,
 * outside. What is narrower than a cell may be lost. A test holds that against single places.
 */
public final class Isochrones {
  private static final double METRES_PER_DEGREE = 111_200;

  private static final double LEAST_CELL_M = 10;

  /** More corners are not asked: the cells become larger instead. */
  private static final int MOST_CORNERS = 600_000;

  /**
   * The area of one limit.
   *
   * @param minutes within which a place of it is reached
   * @param area CGCS2000 degrees, SRID 4490; empty where nothing is reached
   */
  public record Band(double minutes, Geometry area) {}

  /**
   * What was drawn.
   *
   * @param cellM side of the grid's cells: the accuracy of the border
   * @param bands by rising minutes; each holds the ones before
   */
  public record Areas(double cellM, List<Band> bands) {}

  private Isochrones() {}

  /**
   * Draws them.
   *
   * @param arrivals exact up to the largest of {@code minutes}
   * @param minutes rising
   * @param cellM wished, at least 10; larger where the area would need too many cells
   * @throws IllegalArgumentException for a smaller cell
   */
  public static Areas of(Arrivals arrivals, List<Double> minutes, double cellM) {
    if (!(cellM >= LEAST_CELL_M)) {
      throw new IllegalArgumentException("cellM is " + cellM);
    }
    ReachNetwork network = arrivals.network();
    double most = minutes.get(minutes.size() - 1) * 60;
    Envelope box = arrivals.extent(most);
    if (box.isNull()) {
      return new Areas(cellM, minutes.stream().map(m -> new Band(m, empty())).toList());
    }
    double narrow = Math.cos(Math.toRadians(box.centre().y));
    double beyond = network.model().offRoadBoundM() / METRES_PER_DEGREE;
    box.expandBy(beyond / narrow, beyond);
    double heightM = box.getHeight() * METRES_PER_DEGREE;
    double widthM = box.getWidth() * METRES_PER_DEGREE * narrow;
    double cell = Math.max(cellM, Math.sqrt(heightM * widthM / MOST_CORNERS));
    double stepLat = cell / METRES_PER_DEGREE;
    double stepLon = stepLat / narrow;
    // two more, so that the grid's border is outside
    int columns = (int) Math.ceil(box.getWidth() / stepLon) + 3;
    int rows = (int) Math.ceil(box.getHeight() / stepLat) + 3;
    double west = box.getMinX() - stepLon;
    double south = box.getMinY() - stepLat;
    double[] seconds = seconds(arrivals, columns, rows, west, south, stepLon, stepLat);
    List<Band> bands = new ArrayList<>();
    for (double limit : minutes) {
      Geometry area = Contour.area(seconds, columns, limit * 60);
      toDegrees(area, west, south, stepLon, stepLat);
      area.setSRID(4490);
      bands.add(new Band(limit, area));
    }
    return new Areas(cell, bands);
  }

  private static double[] seconds(
      Arrivals arrivals,
      int columns,
      int rows,
      double west,
      double south,
      double stepLon,
      double stepLat) {
    double[] lonDeg = new double[columns * rows];
    double[] latDeg = new double[columns * rows];
    for (int i = 0; i < lonDeg.length; i++) {
      lonDeg[i] = west + i % columns * stepLon;
      latDeg[i] = south + i / columns * stepLat;
    }
    ArrivalTimes corners = arrivals.at(arrivals.network().place(lonDeg, latDeg));
    return IntStream.range(0, corners.size()).mapToDouble(corners::seconds).toArray();
  }

  private static Geometry empty() {
    return new org.locationtech.jts.geom.GeometryFactory().createMultiPolygon();
  }

  /** To 1 cm, far below a fiftieth of the smallest cell, so that no two vertices fall together. */
  private static double rounded(double degrees) {
    return Math.round(degrees * 1e7) / 1e7;
  }

  private static void toDegrees(
      Geometry area, double west, double south, double stepLon, double stepLat) {
    area.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence path, int i) {
            path.setOrdinate(i, 0, rounded(west + path.getX(i) * stepLon));
            path.setOrdinate(i, 1, rounded(south + path.getY(i) * stepLat));
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
  }
}
