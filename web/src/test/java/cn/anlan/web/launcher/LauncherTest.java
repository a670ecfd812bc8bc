package cn.anlan.web.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher as a person meets it before the program itself runs: help, wrong words, what is
 * missing.
 */
class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "anlan").toAbsolutePath().normalize();

  private static final List<String> TOOLS =
      List.of(
          "bash",
          "env",
          "dirname",
          "readlink",
          "cat",
          "awk",
          "find",
          "sort",
          "sha256sum",
          "id",
          "fc-list",
          "java",
          "psql",
          "ogr2ogr");

  @TempDir Path elsewhere;

  private record Answer(int exitCode, String out, String err) {}

  @BeforeEach
  void launcherIsThere() {
    assertThat(LAUNCHER).isExecutable();
  }

  @Test
  void helpListsEveryCommand() throws Exception {
    Answer answer = run(LAUNCHER, Map.of(), "--help");

    assertThat(answer.exitCode).isZero();
    assertThat(answer.out)
        .contains("demo", "serve", "stop", "import", "export", "check", "psql", "doctor", "test");
    assertThat(run(LAUNCHER, Map.of()).out).isEqualTo(answer.out);
  }

  @Test
  void worksThroughASymlinkInADirectoryWithSpaces() throws Exception {
    Path link = Files.createDirectory(elsewhere.resolve("a b 目录")).resolve("an lan");
    Files.createSymbolicLink(link, LAUNCHER);

    Answer answer = run(link, Map.of(), "test", "--help");

    assertThat(answer.exitCode).as(answer.err).isZero();
    assertThat(answer.out).contains("./anlan test");
  }

  @Test
  void aWordThatIsNoCommandIsRefusedInOneLine() throws Exception {
    Answer answer = run(LAUNCHER, Map.of(), "chekc");

    assertThat(answer.exitCode).isEqualTo(2);
    assertThat(answer.err).contains("chekc").containsOnlyOnce("\n");
    assertThat(answer.out).isEmpty();
  }

  @Test
  void missingPackageIsNamedInOneLineWithTheCommandThatGetsIt() throws Exception {
    Map<String, String> withoutGdal = Map.of("PATH", pathWithout("ogr2ogr"), "ANLAN_INSTALL", "no");

    Answer answer = run(LAUNCHER, withoutGdal, "check");

    assertThat(answer.exitCode).isEqualTo(69);
    assertThat(answer.err)
        .contains("gdal-bin", "sudo apt-get install -y --no-install-recommends gdal-bin")
        .containsOnlyOnce("\n");
  }

  @Test
  void aDatabaseServerElsewhereNeedsOnlyTheClientHere() throws Exception {
    Map<String, String> remote =
        Map.of(
            "PATH", pathWithout("psql"),
            "ANLAN_INSTALL", "no",
            "ANLAN_DB_URL", "jdbc:postgresql://db.example/anlan",
            "ANLAN_DB_PASSWORD", "a-secret-word");

    Answer answer = run(LAUNCHER, remote, "check");

    assertThat(answer.exitCode).isEqualTo(69);
    assertThat(answer.err)
        .contains("postgresql-client-15")
        .doesNotContain("postgis")
        .doesNotContain("a-secret-word");
  }

  /** A PATH with what the launcher and the program use, but for one tool. */
  private String pathWithout(String missing) throws IOException {
    Path tools = Files.createDirectory(elsewhere.resolve("tools"));
    for (String tool : TOOLS) {
      Path file = Path.of("/usr/bin", tool);
      if (!tool.equals(missing) && Files.exists(file)) {
        Path script = tools.resolve(tool);
        Files.writeString(script, "#!/bin/sh\nexec " + file + " \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
      }
    }
    return tools.toString();
  }

  private Answer run(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(elsewhere, "out", ".txt");
    Path err = Files.createTempFile(elsewhere, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList());
    builder.directory(elsewhere.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
    // Nothing here may build or wait for the build that runs this test.
    builder.environment().put("ANLAN_BUILD", "no");
    builder.environment().put("ANLAN_VAR", elsewhere.resolve("var").toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("ANLAN_DB_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ends in time").isTrue();
    return new Answer(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
