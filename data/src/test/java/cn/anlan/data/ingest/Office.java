package cn.anlan.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    assertThat(run("region", regions, r -> r.sigmaM(100.0)).failed()).isFalse();
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
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          cells.add(String.valueOf(row.getString(i)));
        }
        rows.add(String.join("|", cells));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Runs a statement without a result. */
  public void run(String sql) {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
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
