package cn.anlan.data.ingest.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The names of the files that an import leaves beside its report; the same stem for all. */
public final class ReportFiles {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
  private static final String ISSUES = "-issues.csv";
  private static final String REPAIRED = "-repaired.csv";

  private final Path directory;
  private final String stem;

  /** Names of this moment, taken by no earlier report in the directory. */
  public ReportFiles(Path directory, String layer) {
    this.directory = directory;
    String stamp = layer + "-" + STAMP.format(Instant.now());
    String free = stamp;
    for (int i = 2; taken(directory, free); i++) {
      free = stamp + "-" + i;
    }
    this.stem = free;
  }

  private static boolean taken(Path directory, String stem) {
    return Files.exists(directory.resolve(stem + ".csv"))
        || Files.exists(directory.resolve(stem + ".geojson"))
        || Files.exists(directory.resolve(stem + ISSUES));
  }

  /** The file of all issues. */
  public Path issues() {
    return directory.resolve(stem + ISSUES);
  }

  /** The file of geometries offered in place of invalid ones. */
  public Path repaired() {
    return directory.resolve(stem + REPAIRED);
  }

  /** The file of rejected rows, with the ending of its form. */
  public Path rejected(String extension) {
    return directory.resolve(stem + "." + extension);
  }
}
