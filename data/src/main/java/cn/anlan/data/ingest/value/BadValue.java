package cn.anlan.data.ingest.value;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** A value that its field cannot take. Caught where the row is, and made an issue. */
public final class BadValue extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;
  private final transient Geometry repaired;

  /**
   * @param remedy what the sender can do about it
   */
  public BadValue(String reason, String remedy) {
    this(reason, remedy, null);
  }

  /**
   * @param repaired what could stand there instead, in the delivered coordinates; null for nothing
   */
  public BadValue(String reason, String remedy, Geometry repaired) {
    super(reason);
    this.remedy = remedy;
    this.repaired = repaired;
  }

  /** An alternative that is offered and never used unasked. */
  public Optional<Geometry> repaired() {
    return Optional.ofNullable(repaired);
  }

  /** What the sender can do about it. */
  public String remedy() {
    return remedy;
  }
}
