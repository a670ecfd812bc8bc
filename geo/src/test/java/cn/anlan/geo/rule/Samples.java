package cn.anlan.geo.rule;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.rule.check.RuleEngine;
import cn.anlan.geo.rule.file.RuleBook;
import cn.anlan.geo.rule.ground.Coverage;
import cn.anlan.geo.rule.ground.Shores;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Sites due east of straight shores that run along meridians. */
final class Samples {
  static final GeometryFactory FACTORY = new GeometryFactory();
  static final LocalDate AS_OF = LocalDate.of(2021, 12, 31);
  static final Rule R01 = RuleBook.load(null).getRule("R01");
  static final Rule R02 = RuleBook.load(null).getRule("R02");

  private Samples() {}

  static Coverage everywhere() {
    return Coverage.of(
        List.of(
            new Coverage.Area(
                FACTORY.toGeometry(new org.locationtech.jts.geom.Envelope(113, 119, 24, 31)),
                false)));
  }

  static ShoreBuilder shore(String waterCode) {
    return new ShoreBuilder(waterCode);
  }

  static SiteBuilder site(String code) {
    return new SiteBuilder(code);
  }

  static Finding only(Evaluation evaluation) {
    if (evaluation.findings().size() != 1) {
      throw new AssertionError("not one finding: " + evaluation);
    }
    return evaluation.findings().get(0);
  }

  static Finding check(SiteBuilder site, ShoreBuilder... shores) {
    return only(evaluate(R01, site, everywhere(), AS_OF, shores));
  }

  static Evaluation evaluate(
      Rule rule, SiteBuilder site, Coverage coverage, LocalDate asOf, ShoreBuilder... shores) {
    List<Shore> built = java.util.Arrays.stream(shores).map(ShoreBuilder::build).toList();
    return RuleEngine.evaluate(
        rule, List.of(site.build()), TestGround.shores(Shores.of(built), coverage), asOf);
  }

  static List<String> codes(Finding finding) {
    return finding.reasons().stream().map(Reason::code).toList();
  }

  static final class ShoreBuilder {
    private final String waterCode;
    private final Map<String, Object> attributes =
        new HashMap<>(Map.of("yangtze_basin", true, "river_system", "gan"));
    private String definition = "surveyed";
    private Double sigmaM = 0.0;
    private Double sigmaDefinitionM = 0.0;
    private boolean demo;
    private double lonDeg = 116;
    private double fromLat = 28.5;
    private double toLat = 29.5;
    private long id = 1;

    ShoreBuilder(String waterCode) {
      this.waterCode = waterCode;
    }

    ShoreBuilder id(long value) {
      id = value;
      return this;
    }

    ShoreBuilder definition(String value) {
      definition = value;
      return this;
    }

    ShoreBuilder sigmaM(Double value) {
      sigmaM = value;
      return this;
    }

    ShoreBuilder sigmaDefinitionM(Double value) {
      sigmaDefinitionM = value;
      return this;
    }

    ShoreBuilder demo() {
      demo = true;
      return definition("demo");
    }

    ShoreBuilder attribute(String field, Object value) {
      attributes.put(field, value);
      return this;
    }

    /** Moves the shore east by this much, at latitude 29. */
    ShoreBuilder eastM(double value) {
      lonDeg = Cgcs2000.GEODESIC.Direct(29, 116, 90, value).lon2;
      return this;
    }

    /** Only the reach between these latitudes; sites stand at 29. */
    ShoreBuilder reach(double fromLatDeg, double toLatDeg) {
      fromLat = fromLatDeg;
      toLat = toLatDeg;
      return this;
    }

    Shore build() {
      Geometry line =
          FACTORY.createLineString(
              new Coordinate[] {new Coordinate(lonDeg, fromLat), new Coordinate(lonDeg, toLat)});
      String code = waterCode + "-" + definition + "-" + id;
      return new Shore(
          id,
          code,
          waterCode,
          "水体" + waterCode,
          attributes,
          definition,
          sigmaM,
          sigmaDefinitionM,
          demo,
          line);
    }
  }

  static final class SiteBuilder {
    private final String code;
    private final Map<String, Object> attributes =
        new HashMap<>(Map.of("hazardous_producer", true));
    private Geometry geometry = east(999);
    private String projectType = "new";
    private LocalDate approvalDate = LocalDate.of(2021, 6, 1);
    private Double sigmaM = 0.0;
    private String layer = "chemical_project";
    private boolean proposal;
    private boolean demo;
    private boolean datumKnown = true;
    private boolean outside;

    SiteBuilder(String code) {
      this.code = code;
    }

    private static Geometry east(double distanceM) {
      GeodesicData at = Cgcs2000.GEODESIC.Direct(29, 116, 90, distanceM);
      return FACTORY.createPoint(new Coordinate(at.lon2, at.lat2));
    }

    SiteBuilder eastM(double distanceM) {
      return geometry(east(distanceM));
    }

    SiteBuilder geometry(Geometry value) {
      geometry = value;
      return this;
    }

    SiteBuilder type(String value) {
      projectType = value;
      return this;
    }

    SiteBuilder approved(String day) {
      approvalDate = day == null ? null : LocalDate.parse(day);
      return this;
    }

    SiteBuilder sigmaM(Double value) {
      sigmaM = value;
      return this;
    }

    SiteBuilder layer(String value) {
      layer = value;
      return this;
    }

    SiteBuilder proposal() {
      proposal = true;
      return this;
    }

    SiteBuilder demo() {
      demo = true;
      return this;
    }

    SiteBuilder datumUnknown() {
      datumKnown = false;
      return this;
    }

    SiteBuilder outsideProvince() {
      outside = true;
      return this;
    }

    SiteBuilder attribute(String field, Object value) {
      attributes.put(field, value);
      return this;
    }

    Site build() {
      return new Site(
          7,
          code,
          "场址" + code,
          layer,
          geometry,
          projectType,
          approvalDate,
          sigmaM,
          proposal,
          demo,
          datumKnown,
          outside,
          Attributes.of(attributes));
    }
  }
}
