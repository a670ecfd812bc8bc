package cn.anlan.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.anlan.data.source.file.DeclaredCrs;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.Problem;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.geo.fault.UserFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;

/** What tests of delivered files need: a directory, GDAL to write files with, and rows as text. */
abstract class AtTheCounter {
  static final Charset GBK = Charset.forName("GBK");
  @TempDir Path directory;

  /** Everything that a file gives. */
  record Read(
      String format,
      List<String> columns,
      List<SourceRow> rows,
      Optional<DeclaredCrs> crs,
      String encoding,
      List<Problem> notices,
      List<String> geometryColumns) {

    /** Each row's values and geometry, joined by {@code |}. */
    List<String> lines() {
      return rows.stream()
          .map(
              row -> {
                List<String> cells = new ArrayList<>();
                row.values().values().forEach(v -> cells.add(String.valueOf(v)));
                cells.add(row.geometry() == null ? "-" : row.geometry().toText());
                return String.join("|", cells);
              })
          .toList();
    }

    /** One column of all rows. */
    List<Object> column(String name) {
      List<Object> values = new ArrayList<>();
      rows.forEach(row -> values.add(row.values().get(name)));
      return values;
    }

    String notice() {
      return notices.stream()
          .map(n -> n.field() + " " + n.value() + " " + n.reason() + " " + n.remedy())
          .reduce("", (a, b) -> a + b + "\n");
    }
  }

  Read read(String file) {
    return read(file, FileOpener.Options.none());
  }

  Read read(String file, FileOpener.Options options) {
    try (DeliveredFile delivered = FileOpener.open(directory.resolve(file), options)) {
      List<SourceRow> rows = new ArrayList<>();
      delivered.forEach(rows::add);
      return new Read(
          delivered.format(),
          delivered.columns(),
          rows,
          delivered.declaredCrs(),
          delivered.encoding(),
          delivered.notices(),
          delivered.geometryColumns());
    }
  }

  static FileOpener.Options layer(String name) {
    return new FileOpener.Options(Optional.empty(), Optional.of(name), Map.of());
  }

  static FileOpener.Options encoding(String name) {
    return new FileOpener.Options(Optional.of(name), Optional.empty(), Map.of());
  }

  /** The one line that a file is refused with; nothing of it stays on the disk. */
  String refusal(String file) {
    return refusal(file, FileOpener.Options.none());
  }

  String refusal(String file, FileOpener.Options options) {
    Throwable thrown = catchThrowable(() -> read(file, options));
    assertThat(thrown).as(file).isInstanceOf(UserFault.class);
    String line = ((UserFault) thrown).line();
    assertThat(line.lines()).as(line).hasSize(1);
    assertThat(line).as("no local path").doesNotContain(directory.toString());
    return line;
  }

  Path write(String name, String text) {
    return write(name, text, StandardCharsets.UTF_8);
  }

  Path write(String name, String text, Charset charset) {
    return write(name, text.getBytes(charset));
  }

  Path write(String name, byte[] bytes) {
    try {
      return Files.write(directory.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two enterprises with Chinese names in a table from which GDAL writes other formats. */
  void points(String name) {
    write(name, "code,name,lon,lat\n1,江西铜业,115.858,28.683\n2,鄱阳湖,115.9,28.7\n");
  }

  /** Writes a table with columns lon and lat in another format, with options of ogr2ogr. */
  void convert(String format, String csv, String to, String... options) {
    List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", format, to, csv));
    command.addAll(List.of("-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat"));
    command.addAll(List.of(options));
    run(command.toArray(String[]::new));
  }

  void run(String... command) {
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

  /** Packs files of the directory, or all of a directory in it. */
  void zip(String name, String... files) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try {
      for (String file : files) {
        Path path = directory.resolve(file);
        try (var found = Files.walk(path)) {
          for (Path f : found.filter(Files::isRegularFile).sorted().toList()) {
            entries.put(directory.relativize(f).toString(), Files.readAllBytes(f));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    zip(name, entries);
  }

  void zip(String name, Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(name, bytes.toByteArray());
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
