package cn.anlan.web.hotspots;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.text.Text;
import cn.anlan.web.hotspots.HotspotAnswer.Manifest;
import cn.anlan.web.hotspots.HotspotAnswer.Moran;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** Everything that was found out to one question, with the places of the units. Immutable. */
public final class HotspotResult {
  private final Manifest manifest;
  private final Moran moran;
  private final Significance.Tested tested;
  private final Text explain;
  private final List<Text> notes;
  private final List<Finding> findings;
  private final Units units;
  private final CountyUnits counties;

  /**
   * @param moran null where the method does not tell it
   * @param tested null where no single unit was tested
   * @param findings all of them, in the order in which they are listed
   */
  HotspotResult(
      Manifest manifest,
      Moran moran,
      Significance.Tested tested,
      Text explain,
      List<Text> notes,
      List<Finding> findings,
      Units units,
      CountyUnits counties) {
    this.manifest = manifest;
    this.moran = moran;
    this.tested = tested;
    this.explain = explain;
    this.notes = notes;
    this.findings = findings;
    this.units = units;
    this.counties = counties;
  }

  Manifest manifest() {
    return manifest;
  }

  List<Finding> findings() {
    return findings;
  }

  Units units() {
    return units;
  }

  /** Where a finding is. */
  CountyUnits.Place place(Finding finding) {
    return counties.place(finding, units);
  }

  /**
   * What leaves.
   *
   * @param limit how many units are listed at most
   */
  public HotspotAnswer answer(int limit) {
    Map<String, Integer> verdicts = new TreeMap<>();
    findings.forEach(finding -> verdicts.merge(finding.verdict(), 1, Integer::sum));
    return new HotspotAnswer(
        manifest,
        moran,
        verdicts,
        tested == null ? null : (Double) tested.expectedBelow05(),
        tested == null
            ? null
            : (Integer) (int) findings.stream().filter(Finding::isBelow05).count(),
        explain,
        notes,
        findings.size(),
        findings.stream().limit(limit).map(this::named).toList());
  }

  private Finding named(Finding finding) {
    return finding.isFinding() ? finding.in(place(finding).name()) : finding;
  }

  /** The same as a GeoJSON feature collection: everything but the cells as its own members. */
  public void geoJson(int limit, JsonGenerator json) {
    HotspotAnswer answer = answer(limit);
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writePOJOProperty("manifest", answer.manifest());
    json.writePOJOProperty("moran", answer.moran());
    json.writePOJOProperty("verdicts", answer.verdicts());
    json.writePOJOProperty("explain", answer.explain());
    json.writePOJOProperty("notes", answer.notes());
    json.writeNumberProperty("numberMatched", answer.numberMatched());
    json.writeArrayPropertyStart("features");
    for (Finding finding : answer.cells()) {
      json.writeStartObject();
      json.writeStringProperty("type", "Feature");
      json.writeStringProperty("id", finding.code());
      json.writeName("geometry");
      GeoJsonGeometry.write(units.outline(finding.unit()), json);
      json.writePOJOProperty("properties", finding);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
