package cn.anlan.data.ingest;

/** A value that its field cannot take. Caught where the row is, and made an {@link Issue}. */
final class BadValue extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  BadValue(String reason, String remedy) {
    super(reason);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
