package cn.anlan.analytics.grade.explain;

import java.util.List;
import java.util.stream.Collectors;

/** The stored factors do not allow a grade: all their faults at once, each with a remedy. */
public final class Ungradable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param field of the layer
   * @param value as stored; null where there is none
   * @param reason Chinese first
   * @param remedy Chinese first
   */
  public record Fault(String field, String value, String reason, String remedy) {
    private String line() {
      return field + (value == null ? "" : "=" + value) + ": " + reason;
    }
  }

  private final transient List<Fault> faults;

  public Ungradable(List<Fault> faults) {
    super(faults.stream().map(Fault::line).collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }

  /** All remedies in one line. */
  public String remedies() {
    return faults.stream().map(Fault::remedy).distinct().collect(Collectors.joining("; "));
  }
}
