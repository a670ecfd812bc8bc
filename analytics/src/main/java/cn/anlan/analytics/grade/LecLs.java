package cn.anlan.analytics.grade;

import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The methods by which a risk point is graded from its factors: LEC (作业条件危险性评价法, D = L·E·C), LS
 * (风险矩阵法, R = L·S) and MES (风险程度评价法, R = M·E·S). Scores, bands and sources stand in {@code
 * grading/*.yaml}; where a cut-point is not confirmed the source says {@code [verify]}.
 */
public final class LecLs {
  private final Map<String, GradingTable> tables;

  private LecLs(Map<String, GradingTable> tables) {
    this.tables = tables;
  }

  /** Reads our tables. */
  public static LecLs load() {
    Map<String, GradingTable> tables = new LinkedHashMap<>();
    for (String id : new String[] {"lec", "ls", "mes"}) {
      String file = "grading/" + id + ".yaml";
      tables.put(id, StrictYaml.read(file, resource(file), GradingTable.class));
    }
    return new LecLs(Map.copyOf(tables));
  }

  /** The table of a method by its code, {@code lec}, {@code ls} or {@code mes}. */
  public Optional<GradingTable> find(String method) {
    return Optional.ofNullable(tables.get(method));
  }

  private static String resource(String path) {
    try (InputStream in = LecLs.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path, e);
    }
  }
}
