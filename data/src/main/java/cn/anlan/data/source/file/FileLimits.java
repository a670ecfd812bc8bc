package cn.anlan.data.source.file;

/** How big a delivered file may be. Beyond, it is an attack or must be delivered in parts. */
public final class FileLimits {
  /** A file as delivered. */
  public static final long FILE_BYTES = 2L << 30;

  /** What a ZIP may really inflate to. */
  public static final long INFLATED_BYTES = 1L << 30;

  /** Inflated bytes for one compressed byte, where more than {@link #RATIO_FROM_BYTES} came out. */
  public static final long RATIO = 200;

  /** Inflated bytes up to which no ratio is asked. */
  public static final long RATIO_FROM_BYTES = 50L << 20;

  /** Entries of a ZIP. */
  public static final int ZIP_ENTRIES = 1_000;

  /** Characters of one CSV cell; the longest legitimate ones are WKT. */
  public static final int CELL_CHARS = 50_000_000;

  /** Columns of a table. */
  public static final int COLUMNS = 1_000;

  private FileLimits() {}
}
