package cn.anlan.data.gdal;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs {@code ogr2ogr}, {@code ogrinfo} and their like for grids on files that nobody vouches for.
 * Each run is a process of its own with a time limit, limits on memory, processor time and file
 * size (by {@code prlimit} where there is one), a scrubbed environment, no network, a temporary
 * working directory, and only the named drivers: a file that calls itself a Shapefile but is a
 * virtual dataset naming other files is not opened.
 */
public final class Gdal {
  private static final Pattern DRIVER = Pattern.compile("^\\s+(\\S.*?) -[a-z, ]+- \\(.*");
  private static final Pattern PATHS = Pattern.compile("(?:/[^\\s/'\"`:,]+)+/");
  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

  /**
   * What one run may use; beyond, it is ended.
   *
   * @param time by the clock, and as much of one processor
   * @param memoryBytes address space
   * @param fileBytes the largest file that it may write
   */
  public record Limits(Duration time, long memoryBytes, long fileBytes) {
    private static final Limits WRITING = new Limits(Duration.ofMinutes(30), 3L << 30, 16L << 30);
    private static final int JSON_BYTES_PER_BYTE = 60;
    private static final int SLOWEST_BYTES_PER_SECOND = 500_000;

    /**
     * For reading a file of some size: what a small file unfolds to cannot be big honestly, nor
     * takes it long.
     */
    public static Limits reading(long deliveredBytes) {
      long json = (256L << 20) + JSON_BYTES_PER_BYTE * deliveredBytes;
      long seconds = Math.min(15 * 60, 60 + deliveredBytes / SLOWEST_BYTES_PER_SECOND);
      return new Limits(Duration.ofSeconds(seconds), 2L << 30, Math.min(json, WRITING.fileBytes));
    }
  }

  /** What a run left behind. */
  public record Outcome(int exitCode, String stdout, String stderr) {
    /** The tool's own first complaint, or that it was ended; without directories, may be empty. */
    public String complaint() {
      return stderr
          .lines()
          .filter(l -> l.startsWith("ERROR") || l.startsWith("FAILURE"))
          .findFirst()
          .map(l -> PATHS.matcher(l).replaceAll(""))
          .orElse(wasEnded() ? "超出时间、内存或输出大小限制 (over a limit of time, memory or size)" : "");
    }

    /**
     * Whether it ended well and complained of nothing: the tools also exit with 0 after passing
     * over what they could not read. Complaints of the projection library are left aside; they
     * concern names of coordinate systems, which the caller looks at itself.
     */
    public boolean isClean() {
      return exitCode == 0
          && stderr.lines().noneMatch(l -> l.startsWith("ERROR") && !l.contains(": PROJ: "));
    }

    /** Whether a signal ended it, as the system does when a limit is reached. */
    private boolean wasEnded() {
      return exitCode > 128;
    }

    /** Whether characters were lost in turning texts into UTF-8. */
    public boolean lostCharacters() {
      return stderr.contains("couldn't be converted correctly");
    }
  }

  private static volatile Set<String> allDrivers;

  private final Path workDir;
  private final Set<String> drivers;
  private final Limits limits;

  /** For files of our own, with wide limits: see {@link #Gdal(Path, Set, Limits)}. */
  public Gdal(Path workDir, Set<String> drivers) {
    this(workDir, drivers, Limits.WRITING);
  }

  /**
   * @param workDir a private directory for the run's own files
   * @param drivers the short names of the drivers that may be used, as GDAL writes them
   */
  public Gdal(Path workDir, Set<String> drivers, Limits limits) {
    this.workDir = workDir;
    this.drivers = Set.copyOf(drivers);
    this.limits = limits;
  }

  /**
   * Runs one of the tools to its end.
   *
   * @param tool {@code ogr2ogr}, {@code ogrinfo}, {@code gdalinfo} …
   * @throws UserFault where the tool is not installed or the time is up
   */
  public Outcome run(String tool, List<String> arguments) {
    return run(tool, arguments, Map.of());
  }

  /** Like {@link #run(String, List)}, with further GDAL configuration options. */
  public Outcome run(String tool, List<String> arguments, Map<String, String> options) {
    if (!allDrivers().containsAll(drivers)) {
      throw new UserFault(
          "GDAL 缺少驱动 (GDAL lacks drivers) " + drivers, "安装发行版的 gdal-bin (install gdal-bin)");
    }
    Set<String> others =
        allDrivers().stream().filter(d -> !drivers.contains(d)).collect(Collectors.toSet());
    return execute(workDir, tool, arguments, String.join(",", others), options, limits);
  }

  private static Set<String> allDrivers() {
    if (allDrivers == null) {
      Path here = Path.of(System.getProperty("java.io.tmpdir"));
      Set<String> drivers = new HashSet<>(driversOf("ogr2ogr", here)); // of vectors
      drivers.addAll(driversOf("gdalinfo", here)); // of grids
      allDrivers = Set.copyOf(drivers);
    }
    return allDrivers;
  }

  private static Set<String> driversOf(String tool, Path here) {
    Outcome formats = execute(here, tool, List.of("--formats"), "", Map.of(), Limits.WRITING);
    if (formats.exitCode() != 0) {
      throw new IllegalStateException(tool + " --formats: exit " + formats.exitCode());
    }
    return formats
        .stdout()
        .lines()
        .map(DRIVER::matcher)
        .filter(Matcher::matches)
        .map(m -> m.group(1))
        .collect(Collectors.toSet());
  }

  private static Outcome execute(
      Path workDir,
      String tool,
      List<String> arguments,
      String skip,
      Map<String, String> options,
      Limits limits) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(PRLIMIT)) {
      command.add(PRLIMIT.toString());
      command.add("--as=" + limits.memoryBytes());
      command.add("--fsize=" + limits.fileBytes());
      command.add("--cpu=" + limits.time().toSeconds());
      command.add("--core=0");
    }
    command.add(findTool(tool).toString());
    command.addAll(arguments);
    Path out = null;
    Path err = null;
    try {
      out = Files.createTempFile(workDir, "gdal", ".out");
      err = Files.createTempFile(workDir, "gdal", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(workDir.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment(workDir, skip));
      builder.environment().putAll(options);
      int exit = waitFor(builder.start(), tool, limits.time());
      return new Outcome(exit, read(out), read(err));
    } catch (IOException e) {
      throw new UncheckedIOException("running " + tool, e);
    } finally {
      delete(out);
      delete(err);
    }
  }

  private static Map<String, String> environment(Path workDir, String skip) {
    return Map.of(
        "PATH", "/usr/bin:/bin",
        "LC_ALL", "C.UTF-8",
        "HOME", workDir.toString(),
        "TMPDIR", workDir.toString(),
        "CPL_TMPDIR", workDir.toString(),
        "PROJ_NETWORK", "OFF",
        "GDAL_HTTP_PROXY", "http://127.0.0.1:9",
        "GDAL_CACHEMAX", "64",
        "GDAL_SKIP", skip + ",");
  }

  private static int waitFor(Process process, String tool, Duration time) {
    try {
      if (process.waitFor(time.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      throw new UserFault(
          tool + " 超过 " + time.toSeconds() + " 秒未完成 (time limit reached)", "把文件分成几份再导入");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + tool, e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Path findTool(String tool) {
    for (String dir : new String[] {"/usr/bin", "/usr/local/bin", "/bin"}) {
      Path path = Path.of(dir, tool);
      if (Files.isExecutable(path)) {
        return path;
      }
    }
    throw new UserFault(
        "找不到 GDAL 的 " + tool + " (not installed)", "安装软件包 gdal-bin: apt-get install gdal-bin");
  }

  private static String read(Path path) throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(path)) {
      bytes = in.readNBytes(1 << 20);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void delete(Path path) {
    if (path != null) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException left) {
        // The directory is private and is deleted as a whole afterwards.
      }
    }
  }
}
