package cn.anlan.data.demo.industry;

import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The make-up of the demonstration province, from {@code demo/sectors.yaml}. */
record DemoSectors(
    int enterprises,
    double riskPointsPerEnterprise,
    List<Double> levelShares,
    List<Sector> sectors) {
  /**
   * One sector.
   *
   * @param favoured county code → how many times likelier the sector is there than by population
   * @param majorFactor how many times likelier a major risk point is than on average
   */
  record Sector(
      String sector,
      double share,
      List<String> words,
      Map<String, Double> favoured,
      List<String> accidentTypes,
      List<String> places,
      double majorFactor) {}

  static DemoSectors shipped() {
    String file = "demo/sectors.yaml";
    try (InputStream in = DemoSectors.class.getClassLoader().getResourceAsStream(file)) {
      return StrictYaml.read(
          file, new String(in.readAllBytes(), StandardCharsets.UTF_8), DemoSectors.class);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
