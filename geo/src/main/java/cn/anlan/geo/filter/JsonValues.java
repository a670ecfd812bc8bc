package cn.anlan.geo.filter;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.filter.Expression.Operand;
import cn.anlan.geo.filter.Places.Place;
import cn.anlan.geo.filter.TemporalRelation.Span;
import cn.anlan.geo.geojson.GeoJsonGeometry;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;

/** The properties, values, spans and geometries of a filter in CQL2 JSON. */
record JsonValues(FilterCrs crs) {
  /** What stands within CASEI and ACCENTI. */
  record Folded(JsonSpot inner, Folding folding) {}

  Scalar scalar(JsonSpot node) {
    if (node.node().isString()) {
      return new Literal.Text(node.text());
    } else if (node.node().isNumber()) {
      return new Literal.Number(FilterLimits.number(node.node().asString(), node));
    } else if (node.node().isBoolean()) {
      return new Literal.Bool(node.node().asBoolean());
    } else if (node.has("date")) {
      return Days.date(node.member("date").text(), node);
    } else if (node.has("timestamp")) {
      return Days.timestamp(node.member("timestamp").text(), node);
    } else if (node.has("property")) {
      return new Operand(node.member("property").text(), Folding.NONE);
    } else if (node.has("op")) {
      Folded folded = folded(node);
      return folded.inner.node().isString()
          ? new Literal.Text(folded.folding.fold(folded.inner.text()))
          : new Operand(folded.inner.member("property").text(), folded.folding);
    }
    throw node.wrong("属性或值", "a property or a value", "{\"property\": \"level\"}");
  }

  /** Takes CASEI and ACCENTI off, one from within the other; neither twice. */
  Folded folded(JsonSpot node) {
    Folding folding = Folding.NONE;
    JsonSpot inner = node;
    while (inner.has("op")) {
      Folding more =
          switch (inner.op().toLowerCase(Locale.ROOT)) {
            case "casei" -> Folding.CASE;
            case "accenti" -> Folding.ACCENTS;
            default ->
                throw inner.fault(
                    "不支持 '" + inner.op() + "'（无算术运算和其他函数）",
                    "'" + inner.op() + "' is not known here; there is no arithmetic",
                    "可用 / use: casei, accenti");
          };
      folding = folding.and(more);
      inner = inner.args(1).get(0);
    }
    return new Folded(inner, folding);
  }

  Span span(JsonSpot node) {
    if (node.has("interval")) {
      List<JsonSpot> ends = node.member("interval").items();
      if (ends.size() != 2) {
        throw node.wrong(
            "有两端的区间", "an interval of two ends", "{\"interval\": [\"2021-01-01\", \"..\"]}");
      }
      return Days.span(end(ends.get(0), true), end(ends.get(1), false), node);
    }
    Scalar one = scalar(node);
    return new Span(one, one);
  }

  private Scalar end(JsonSpot node, boolean first) {
    return node.node().isString() ? Days.end(node.text(), first, node) : scalar(node);
  }

  Place place(JsonSpot node) {
    if (node.has("property")) {
      return Places.property(node.member("property").text(), node);
    } else if (node.has("bbox")) {
      List<JsonSpot> edges = node.member("bbox").items();
      if (edges.size() != 4 && edges.size() != 6) {
        throw node.wrong(
            "四个或六个数的范围框", "a box of four or six numbers", "{\"bbox\": [115, 28, 116, 29]}");
      }
      return Places.box(edges.stream().mapToDouble(JsonSpot::number).toArray(), crs);
    }
    Geometry geometry;
    try {
      geometry = GeoJsonGeometry.read(node.node());
    } catch (UserFault fault) {
      throw node.fault("几何无法读取", fault.getMessage(), fault.remedy());
    }
    return Places.geometry(geometry, crs, node);
  }
}
