package cn.anlan.analytics.blackspot;

import cn.anlan.geo.text.Text;
import java.util.List;

/**
 * A criterion by counts: in a window of so many metres, within so many years, any of the conditions
 * holds.
 *
 * @param windowM the window's length in metres
 * @param stepM by how many metres it is moved on
 */
public record Criterion(
    String id, Text title, Text source, int windowM, int stepM, int years, List<Condition> any) {

  /** At least so many crashes of a kind. */
  public record Condition(int atLeast, CrashKind of) {
    public Condition {
      if (atLeast < 1 || of == null) {
        throw new IllegalArgumentException("a condition needs at_least ≥ 1 and 'of'");
      }
    }
  }

  public Criterion {
    if (id == null || title == null || source == null || any == null || any.isEmpty()) {
      throw new IllegalArgumentException("a criterion needs id, title, source and conditions");
    }
    if (windowM < 1 || stepM < 1 || stepM > windowM || years < 1) {
      throw new IllegalArgumentException(
          id + ": window_m, step_m (at most the window) and years must be at least 1");
    }
    any = List.copyOf(any);
  }
}
