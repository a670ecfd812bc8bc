package cn.anlan.web.surroundings;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.distance.NearestPair;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.text.Text;
import cn.anlan.web.site.SiteGeometry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** The neighbours of one theme, gathered layer by layer, and counted by distance and direction. */
final class Gathering {
  private static final Comparator<Report.Neighbour> NEAREST_FIRST =
      Comparator.comparingDouble(Report.Neighbour::distanceM)
          .thenComparing(Report.Neighbour::layer)
          .thenComparing(Report.Neighbour::code);

  private final Catalog catalog;
  private final Subject subject;
  private final Survey.Question question;
  private final Compass compass;
  private final List<Double> rings;
  private final List<Report.Neighbour> found = new ArrayList<>();
  private boolean demo;

  Gathering(
      Catalog catalog,
      Subject subject,
      Survey.Question question,
      Compass compass,
      List<Double> rings) {
    this.catalog = catalog;
    this.subject = subject;
    this.question = question;
    this.compass = compass;
    this.rings = rings;
  }

  /** Adds those of the rows that are within the radius, the place itself and its own plant not. */
  void add(Themes.Source source, Query rows) {
    LayerSnapshot layer = rows.snapshot();
    boolean hasEnterprise =
        layer.columns().stream().anyMatch(c -> c.name().equals("enterprise_code"));
    rows.rows()
        .forEach(
            (int row) -> {
              if (!isOwn(layer, row, hasEnterprise)) {
                find(layer, row).ifPresent(pair -> add(source, layer, row, pair));
              }
            });
  }

  boolean demo() {
    return demo;
  }

  Report.ThemeResult result(Themes.Theme theme) {
    found.sort(NEAREST_FIRST);
    boolean adds = theme.sumTitle() != null;
    long total = found.stream().mapToLong(n -> n.value() == null ? 0 : n.value()).sum();
    return new Report.ThemeResult(
        theme.id(),
        theme.title(),
        theme.sumTitle(),
        found.size(),
        adds ? (Long) total : null,
        found.isEmpty() ? null : (Double) found.get(0).distanceM(),
        byKind(),
        cells(),
        List.copyOf(found.subList(0, Math.min(question.limit(), found.size()))));
  }

  private boolean isOwn(LayerSnapshot layer, int row, boolean hasEnterprise) {
    if (layer.layer().equals(subject.layer()) && layer.id(row) == subject.id()) {
      return true;
    }
    if (subject.enterpriseCode() == null) {
      return false;
    }
    return layer.layer().equals("enterprise")
        ? subject.enterpriseCode().equals(layer.text("code", row))
        : hasEnterprise && subject.enterpriseCode().equals(layer.text("enterprise_code", row));
  }

  private Optional<NearestPair> find(LayerSnapshot layer, int row) {
    Geometry geometry =
        layer.isPoint(row)
            ? SiteGeometry.point(layer.lonDeg(row), layer.latDeg(row))
            : layer.findGeometry(row).orElseThrow();
    GeodesicTarget neighbour = GeodesicTarget.of(geometry);
    return neighbour.nearestWithin(subject.target(), question.radiusM());
  }

  private void add(Themes.Source source, LayerSnapshot layer, int row, NearestPair pair) {
    Layer described = catalog.getLayer(layer.layer());
    double azimuthDeg = subject.azimuthDeg(pair);
    double value = source.sum() == null ? Double.NaN : layer.number(source.sum(), row);
    boolean invented = Boolean.TRUE.equals(layer.value("is_demo", row));
    demo |= invented;
    found.add(
        new Report.Neighbour(
            layer.layer(),
            described.title(),
            layer.id(row),
            layer.text("code", row),
            Subject.text(layer, "name", row),
            kind(source, described, layer, row),
            Math.rint(pair.distanceM() * 1e6) / 1e6,
            azimuthDeg,
            compass.name(compass.sector(azimuthDeg)),
            List.of(pair.targetLonDeg(), pair.targetLatDeg()),
            Double.isNaN(value) ? null : (Long) Math.round(value),
            invented));
  }

  /** The kind's name; the layer's where it has no kinds. */
  private Text kind(Themes.Source source, Layer described, LayerSnapshot layer, int row) {
    Object value = source.kind() == null ? null : layer.value(source.kind(), row);
    if (value == null) {
      return described.title();
    }
    String codes = described.getField(source.kind()).codes();
    Optional<Code> code =
        codes == null ? Optional.empty() : catalog.getCodes(codes).find(value.toString());
    return code.map(Code::title).orElseGet(() -> new Text(value.toString(), value.toString()));
  }

  private List<Report.Kind> byKind() {
    Map<Text, Long> counts = new LinkedHashMap<>();
    found.forEach(n -> counts.merge(n.kind(), 1L, Long::sum));
    return counts.entrySet().stream()
        .map(e -> new Report.Kind(e.getKey(), e.getValue()))
        .sorted(Comparator.comparingLong(Report.Kind::count).reversed())
        .toList();
  }

  private List<List<Report.Cell>> cells() {
    long[][][] counted = new long[rings.size()][compass.points()][2];
    for (Report.Neighbour n : found) {
      int ring = 0;
      while (ring < rings.size() - 1 && n.distanceM() > rings.get(ring)) {
        ring++;
      }
      long[] cell = counted[ring][compass.sector(n.azimuthDeg())];
      cell[0]++;
      cell[1] += n.value() == null ? 0 : n.value();
    }
    List<List<Report.Cell>> cells = new ArrayList<>();
    for (long[][] ring : counted) {
      List<Report.Cell> row = new ArrayList<>();
      for (long[] cell : ring) {
        row.add(new Report.Cell(cell[0], cell[1]));
      }
      cells.add(row);
    }
    return cells;
  }
}
