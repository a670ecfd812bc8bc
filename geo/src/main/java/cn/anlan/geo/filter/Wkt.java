package cn.anlan.geo.filter;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Geometries of a filter in well-known text. */
final class Wkt {
  private Wkt() {}

  static Geometry read(Cql2Parser.ShapeContext shape, Spot at) {
    Token start = shape.getStart();
    Interval whole = Interval.of(start.getStartIndex(), shape.getStop().getStopIndex());
    try {
      return new WKTReader().read(start.getInputStream().getText(whole));
    } catch (ParseException | IllegalArgumentException e) {
      throw at.fault(
          "几何无法读取",
          "unreadable geometry: " + e.getMessage(),
          "多边形首尾点须相同 / a polygon's ring must close, a line has two points");
    }
  }
}
