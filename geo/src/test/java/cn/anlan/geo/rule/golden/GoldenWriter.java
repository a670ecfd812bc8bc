package cn.anlan.geo.rule.golden;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the golden cases of {@code src/test/resources/golden} anew. They are kept as files, so
 * that other programs can be held to them; this class is how they came about. Run it from the
 * module's directory; the files change only where a case does.
 */
public final class GoldenWriter {
  private GoldenWriter() {}

  /** Every rule file has its golden file. */
  static List<Golden> all() {
    List<Golden> all = new ArrayList<>();
    all.addAll(ShoreCases.all());
    all.addAll(RoadCases.all());
    all.addAll(RiverCases.all());
    all.addAll(RailwayCases.all());
    all.addAll(PipelineCases.all());
    all.addAll(UtilityCases.all());
    all.addAll(HazardCases.all());
    all.addAll(MineCases.all());
    return all;
  }

  public static void main(String[] arguments) {
    Path directory = Path.of(arguments.length > 0 ? arguments[0] : "src/test/resources/golden");
    all().forEach(golden -> golden.write(directory));
  }
}
