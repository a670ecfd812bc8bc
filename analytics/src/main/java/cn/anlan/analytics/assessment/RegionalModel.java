package cn.anlan.analytics.assessment;

import cn.anlan.geo.text.Text;
import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The parameters of the first regional grade, as its YAML file states them.
 *
 * @param countedLevels risk levels (1..4) whose points are counted
 * @param cutPoints scores (0..100, descending) from which on a region is level 1, 2, 3
 */
public record RegionalModel(
    String id,
    int version,
    Text title,
    String basis,
    List<Integer> countedLevels,
    List<Double> cutPoints) {
  public RegionalModel {
    if (id == null || title == null || basis == null || countedLevels == null) {
      throw new IllegalArgumentException("id, title, basis and counted_levels are required");
    }
    if (cutPoints == null
        || cutPoints.size() != 3
        || cutPoints.get(0) <= cutPoints.get(1)
        || cutPoints.get(1) <= cutPoints.get(2)) {
      throw new IllegalArgumentException("cut_points needs three descending scores");
    }
    countedLevels = List.copyOf(countedLevels);
    cutPoints = List.copyOf(cutPoints);
  }

  /** The model that ships with the product. */
  public static RegionalModel shipped() {
    String file = "models/regional-first.yaml";
    try (InputStream in = RegionalModel.class.getClassLoader().getResourceAsStream(file)) {
      return StrictYaml.read(
          file, new String(in.readAllBytes(), StandardCharsets.UTF_8), RegionalModel.class);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  /** Level 1 (worst) to 4 for a score of 0..100. */
  int level(double score) {
    for (int i = 0; i < cutPoints.size(); i++) {
      if (score >= cutPoints.get(i)) {
        return i + 1;
      }
    }
    return 4;
  }
}
