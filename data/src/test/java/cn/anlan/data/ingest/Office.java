package cn.anlan.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Rows;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** A fresh database with a few invented counties, and a directory for files, for import tests. */
public final class Office implements AutoCloseable {
  private final Database database = TestDatabase.open();
  private final Path directory;

  public Office(Path directory) {
    this.directory = directory;
    Path regions = directory.resolve("regions.geojson");
    try (InputStream in = Office.class.getResourceAsStream("/ingest/regions.geojson")) {
      Files.write(regions, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(run("region", regions, r -> r.crs("EPSG:4326").sigmaM(100.0)).failed()).isFalse();
  }

  public Database database() {
    return database;
  }

  public Path directory() {
    return directory;
  }

  public Path file(String name, String text) {
    return file(name, text, StandardCharsets.UTF_8);
  }

  public Path file(String name, String text, Charset charset) {
    return file(name, text.getBytes(charset));
  }

  public Path file(String name, byte[] bytes) {
    try {
      return Files.write(directory.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ImportReport run(String layer, Path file, UnaryOperator<ImportRequest.Builder> options) {
    ImportRequest.Builder builder =
        ImportRequest.of(layer, file).rejectedDir(directory.resolve("rejected"));
    return Importer.run(database, options.apply(builder).build(), Progress.silent());
  }

  /** Runs an import that must be refused as a whole, and makes sure that it changed nothing. */
  public String refusal(String layer, Path file, UnaryOperator<ImportRequest.Builder> options) {
    long before = database.dataVersion();
    Throwable thrown = catchThrowable(() -> run(layer, file, options));
    assertThat(thrown).isInstanceOf(UserFault.class);
    assertThat(database.dataVersion()).isEqualTo(before);
    assertThat(number("SELECT count(*) FROM anlan.delivery WHERE data_version > " + before))
        .isZero();
    String line = ((UserFault) thrown).line();
    assertThat(line.lines()).as(line).hasSize(1);
    assertThat(line).as("no local path").doesNotContain(directory.toString());
    return line;
  }

  /** Enterprises with name, sector and county: the columns that tests do not care about. */
  public Path enterprises(String name, String... codeLonLatCounty) {
    StringBuilder csv = new StringBuilder("code,name,sector,county_code,lon,lat\n");
    for (String row : codeLonLatCounty) {
      String[] cells = row.split(",");
      csv.append(cells[0])
          .append(",企业")
          .append(cells[0])
          .append(",hazardous_chemicals,")
          .append(cells[3])
          .append(',')
          .append(cells[1])
          .append(',')
          .append(cells[2])
          .append('\n');
    }
    return file(name, csv.toString());
  }

  public long number(String sql) {
    return Long.parseLong(rows(sql).get(0));
  }

  /** Each row's columns joined by {@code |}. */
  public List<String> rows(String sql) {
    return Rows.of(database.owner(), sql);
  }

  /** Runs a statement without a result. */
  public void run(String sql) {
    Rows.run(database.owner(), sql);
  }

  /** Writes a table with columns lon and lat in another format, with options of ogr2ogr. */
  public void convert(String format, String csv, String to, String... options) {
    List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", format, to, csv));
    command.addAll(List.of("-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat"));
    command.addAll(List.of(options));
    gdal(command.toArray(String[]::new));
  }

  /** Runs a GDAL tool in the directory. */
  public void gdal(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(Arrays.toString(command) + output).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
