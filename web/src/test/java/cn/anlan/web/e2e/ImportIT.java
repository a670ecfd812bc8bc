package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.web.e2e.Installation.Outcome;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that an office really sends, good and bad, through the command line of the built jar. */
@ResourceLock("an installation of its own")
class ImportIT {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String HEADER = "code,name,sector,level,county_code,lon,lat\n";
  private static final String GOOD = "RP-1,储罐区,hazardous_chemicals,1,360102,115.90,28.69\n";
  @TempDir static Path folder;
  private static Installation anlan;

  @BeforeAll
  static void install() throws Exception {
    anlan = new Installation();
    Path layers = Files.createDirectories(anlan.varDir.resolve("conf/catalog/layers"));
    Files.writeString(
        layers.resolve("port.yaml"),
        """
        id: port
        title: {zh: 码头, en: Port}
        description: {zh: 港口码头, en: Ports and wharves}
        geometry: point
        disclosure: internal
        accuracy: optional
        within_province: true
        style: {color: "#336699"}
        fields:
          - {name: name, type: text, title: {zh: 名称, en: Name}, required: true, popup: true}
          - {name: berths, type: integer, title: {zh: 泊位数, en: Berths}, min: 0}
        """);
    anlan.start("serve");
  }

  @AfterAll
  static void stop() throws Exception {
    anlan.remove();
  }

  @Test
  void badFilesAreRefusedInOneLineAndChangeNothing() throws Exception {
    Path good = file("good.csv", HEADER + GOOD);
    long before = version();
    List<String> wrong = new ArrayList<>();
    for (String[] words :
        new String[][] {
          {"3", "坐标系", "risk_point", good.toString()},
          {"3", "did you mean) risk_point", "risk_points", good.toString(), "--crs", "EPSG:4490"},
          {"3", "1954", "risk_point", good.toString(), "--crs", "EPSG:4214"},
          {
            "3",
            "缺少",
            "risk_point",
            file("columns.csv", "code,lon,lat\nA,115,28\n").toString(),
            "--crs",
            "WGS84"
          },
          {"3", "空", "risk_point", file("empty.csv", "").toString(), "--crs", "WGS84"},
          {"3", "zip", "risk_point", bomb().toString(), "--crs", "WGS84"},
          {
            "3",
            "nowhere.csv",
            "risk_point",
            folder.resolve("nowhere.csv").toString(),
            "--crs",
            "WGS84"
          },
        }) {
      List<String> command = new ArrayList<>(List.of("import"));
      command.addAll(List.of(words).subList(2, words.length));
      Outcome outcome = anlan.run(command.toArray(String[]::new));
      List<String> said = outcome.err().lines().filter(line -> !line.startsWith("· ")).toList();
      if (outcome.exit() != Integer.parseInt(words[0])
          || said.size() != 1
          || !said.get(0)
              .toLowerCase(java.util.Locale.ROOT)
              .contains(words[1].toLowerCase(java.util.Locale.ROOT))) {
        wrong.add(command + " → " + outcome);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(version()).isEqualTo(before);
  }

  @Test
  void badRowsAreNamedKeptAndWithheld() throws Exception {
    Path rows =
        file(
            "rows.csv",
            HEADER
                + GOOD.replace("RP-1", "Q-1")
                + "Q-1,重复,hazardous_chemicals,2,360102,115.91,28.69\n"
                + "Q-2,湖南蓝山,fireworks,2,431127,112.19,25.37\n"
                + "Q-3,交换,fireworks,2,360102,28.69,115.90\n"
                + "Q-4,等级,fireworks,7,360102,115.90,28.69\n"
                + ",无编码,fireworks,2,360102,115.90,28.69\n");
    long before = version();
    Outcome strict =
        anlan.run(
            "import", "risk_point", rows.toString(), "--crs", "EPSG:4490", "--format", "json");
    assertThat(strict.exit()).as(strict.err()).isEqualTo(1);
    JsonNode report = JSON.readTree(strict.out());
    assertThat(report.get("accepted").asInt()).isEqualTo(1);
    assertThat(report.get("rejected").asInt()).isEqualTo(5);
    assertThat(report.get("committed").asBoolean()).isFalse();
    assertThat(version()).isEqualTo(before);
    for (JsonNode issue : report.get("issues")) {
      assertThat(issue.get("row").asInt()).isBetween(2, 6);
      assertThat(issue.get("reason").asString()).isNotBlank();
      assertThat(issue.get("remedy").asString()).isNotBlank();
    }
    String rejected =
        Files.readString(
            anlan.varDir.resolve("rejected").resolve(report.get("rejectedFile").asString()));
    assertThat(rejected).contains("蓝山").contains("Q-3").contains("无编码");

    Outcome quarantine =
        anlan.run(
            "import", "risk_point", rows.toString(), "--crs", "EPSG:4490", "--mode", "quarantine");
    assertThat(quarantine.exit()).as(quarantine.err()).isZero();
    assertThat(version()).isEqualTo(before + 1);
    assertThat(anlan.psql("select count(*) from layer.risk_point where code like 'Q-%'"))
        .isEqualTo("1");
  }

  @Test
  void aLayerAddedByAFileAloneIsImportedServedAndExported() throws Exception {
    Path csv = file("port.csv", "编码,名称,泊位数,lon,lat\nP-1,九江港,12,115.99,29.74\n");
    Outcome imported = anlan.run("import", "port", csv.toString(), "--crs", "GCJ-02");
    assertThat(imported.exit()).as(imported.err() + imported.out()).isZero();
    long deadline = System.nanoTime() + 10_000_000_000L;
    JsonNode items;
    do {
      items = JSON.readTree(anlan.get("/api/layers/port/items").body());
      assertThat(System.nanoTime()).isLessThan(deadline);
    } while (items.get("numberMatched").asInt() != 1);
    JsonNode port = items.get("features").get(0);
    assertThat(port.get("properties").get("berths").asInt()).isEqualTo(12);
    // GCJ-02 lies some 600 m from where the port is in CGCS2000.
    assertThat(Math.abs(port.get("geometry").get("coordinates").get(0).asDouble() - 115.99))
        .isBetween(0.003, 0.007);
    Path out = folder.resolve("port.gpkg");
    Outcome exported =
        anlan.run("export", "port", "--format", "gpkg", "--crs", "EPSG:4548", "-o", out.toString());
    assertThat(exported.exit()).as(exported.err()).isZero();
    Process ogrinfo =
        new ProcessBuilder("ogrinfo", "-al", out.toString()).redirectErrorStream(true).start();
    String info = new String(ogrinfo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(info).contains("九江港").contains("4548");
  }

  @Test
  void killedInTheMiddleTheOldStateComesBackAndServiceStarts() throws Exception {
    Path csv = file("before.csv", HEADER + GOOD.replace("RP-1", "K-1"));
    assertThat(anlan.run("import", "risk_point", csv.toString(), "--crs", "EPSG:4490").exit())
        .isZero();
    long before = version();
    ProcessBuilder open =
        new ProcessBuilder(
            "sh",
            "-c",
            "exec \"$0\" -jar \"$1\" psql -X -c \"begin; delete from layer.risk_point; select pg_sleep(60)\"",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            Installation.JAR.toString());
    open.environment().put("ANLAN_VAR", anlan.varDir.toString());
    Process change =
        open.redirectErrorStream(true).redirectOutput(folder.resolve("open.log").toFile()).start();
    Thread.sleep(5000);
    ProcessHandle server = anlan.databaseServer();
    anlan.kill();
    for (ProcessHandle process : withItsBackends(server)) {
      process.destroyForcibly();
    }
    change.destroyForcibly().waitFor();
    anlan.start("serve");
    assertThat(version()).isEqualTo(before);
    assertThat(anlan.psql("select count(*) from layer.risk_point where code = 'K-1'"))
        .isEqualTo("1");
  }

  private static List<ProcessHandle> withItsBackends(ProcessHandle server) {
    List<ProcessHandle> all = new ArrayList<>(List.of(server));
    server.descendants().forEach(all::add);
    return all;
  }

  private static Path bomb() throws Exception {
    Path file = folder.resolve("bomb.zip");
    byte[] zeros = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("points.shp"));
      for (int i = 0; i < 300; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    return file;
  }

  private static Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static long version() throws Exception {
    return Long.parseLong(anlan.psql("select version from anlan.current_version"));
  }
}
