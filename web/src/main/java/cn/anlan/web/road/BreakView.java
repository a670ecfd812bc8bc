package cn.anlan.web.road;

import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.road.linear.ChainBreak;
import java.util.List;
import java.util.Locale;

/**
 * Where stakes and road part, as it is answered.
 *
 * @param kind short_chain, long_chain, gap or overlap
 * @param point null for what is not at one place
 */
public record BreakView(String routeNo, String kind, String from, String to, List<Double> point) {
  static BreakView of(ChainBreak at) {
    return new BreakView(
        at.routeNo(),
        code(at.kind()),
        Stakes.text(at.fromKm()),
        Stakes.text(at.toKm()),
        Double.isNaN(at.lonDeg()) ? null : List.of(at.lonDeg(), at.latDeg()));
  }

  static String code(ChainBreak.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
