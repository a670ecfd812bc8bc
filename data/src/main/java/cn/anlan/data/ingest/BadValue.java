package cn.anlan.data.ingest;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** A value that its field cannot take. Caught where the row is, and made an {@link Issue}. */
final class BadValue extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;
  private final transient Geometry repaired;

  BadValue(String reason, String remedy) {
    this(reason, remedy, null);
  }

  /**
   * @param repaired what could stand there instead, in the delivered coordinates; null for nothing
   */
  BadValue(String reason, String remedy, Geometry repaired) {
    super(reason);
    this.remedy = remedy;
    this.repaired = repaired;
  }

  /** An alternative that is offered and never used unasked. */
  Optional<Geometry> repaired() {
    return Optional.ofNullable(repaired);
  }

  String remedy() {
    return remedy;
  }
}
