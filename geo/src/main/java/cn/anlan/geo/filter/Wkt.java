package cn.anlan.geo.filter;

import cn.anlan.geo.snapshot.Box;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;

/** The shapes of S_INTERSECTS: a BBOX or well-known text, (lon, lat) in degrees. */
final class Wkt {
  private Wkt() {}

  static Expression read(Cql2Parser.ShapeContext shape) {
    if (shape.BBOX() != null) {
      double[] edges =
          shape.NUMBER().stream()
              .mapToDouble(n -> ExpressionReader.number(n.getSymbol()).doubleValue())
              .toArray();
      return new Expression.InBox(new Box(edges[0], edges[1], edges[2], edges[3]));
    }
    Token start = shape.getStart();
    String text =
        start
            .getInputStream()
            .getText(Interval.of(start.getStartIndex(), shape.getStop().getStopIndex()));
    try {
      Geometry geometry = new WKTReader().read(text);
      IsValidOp validity = new IsValidOp(geometry);
      if (!validity.isValid()) {
        throw FilterFaults.at(
            start,
            "几何无效",
            "invalid geometry: " + validity.getValidationError().getMessage(),
            "请修正几何 / mend the geometry");
      }
      return new Expression.Intersects(geometry);
    } catch (ParseException | IllegalArgumentException e) {
      throw FilterFaults.at(
          start,
          "几何无法读取",
          "unreadable geometry: " + e.getMessage(),
          "多边形首尾点须相同 / a polygon's ring must close, a line has two points");
    }
  }
}
