package cn.anlan.analytics.assessment;

import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A baseline as the file that {@link ModelFiles} reads. */
public final class BaselineYaml {
  private BaselineYaml() {}

  /** The whole file; reading it gives an equal baseline. */
  public static String write(Baseline baseline) {
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        """
        # Frozen by ./anlan assess baseline; grades are held against it. lo and hi of each indicator, in the order of
        # `indicators`, and entropy weights, by level and sector.
        id: %s
        version: %d
        title: {zh: %s, en: %s}
        provenance: "%s"
        is_demo: %s
        model: %s
        from: %s
        to: %s
        indicators: %s
        rows:
        """
            .formatted(
                baseline.id(),
                baseline.version(),
                baseline.title().zh(),
                baseline.title().en(),
                baseline.provenance(),
                baseline.isDemo(),
                baseline.model(),
                baseline.from(),
                baseline.to(),
                baseline.indicators()));
    for (Baseline.Row row : baseline.rows()) {
      yaml.append(
          "  - {level: %s, sector: %s, samples: %d, low: %s, high: %s, entropy_weights: %s}\n"
              .formatted(
                  row.level(),
                  row.sector(),
                  row.samples(),
                  row.low(),
                  row.high(),
                  row.entropyWeights()));
    }
    return yaml.toString();
  }

  /** What the baseline's maker must know: indicators that cannot tell regions apart. */
  public static List<Text> warnings(Baseline baseline) {
    List<Text> warnings = new ArrayList<>();
    for (Baseline.Row row : baseline.rows()) {
      List<String> flat = new ArrayList<>();
      for (int i = 0; i < baseline.indicators().size(); i++) {
        if (row.high().get(i) <= row.low().get(i) || row.entropyWeights().get(i) == 0) {
          flat.add(baseline.indicators().get(i));
        }
      }
      if (!flat.isEmpty()) {
        String names = flat.stream().collect(Collectors.joining(", "));
        warnings.add(
            new Text(
                "警告：%s/%s 的 %s 各地相同或相近，权重为零".formatted(row.level(), row.sector(), names),
                "%s/%s: %s cannot tell regions apart and weigh nothing"
                    .formatted(row.level(), row.sector(), names)));
      }
    }
    return warnings;
  }
}
