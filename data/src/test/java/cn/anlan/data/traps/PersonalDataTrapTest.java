package cn.anlan.data.traps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.Importer;
import cn.anlan.data.ingest.report.Severity;
import cn.anlan.data.ingest.request.ImportMode;
import cn.anlan.data.privacy.PersonalData;
import cn.anlan.data.store.Progress;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Trap T10: no person's name, number or address in the project, nor in what an import leaves. */
class PersonalDataTrapTest {
  private static final String NAME = "王" + "某某";
  private static final String MOBILE = "138" + "0079" + "1234";
  private static final String EMAIL = "someone" + "@" + "example.com";
  private static final String HEADING =
      "code,name,sector,county_code,联系人,联系电话,手机,邮箱,身份证号,address,lon,lat\n";
  private static final String PERSON =
      NAME + "," + MOBILE + "," + MOBILE + "," + EMAIL + ",3601021990" + "03078815,";

  private static final Set<String> SCANNED =
      Set.of(
          "java",
          "yaml",
          "yml",
          "csv",
          "geojson",
          "json",
          "md",
          "sql",
          "ts",
          "css",
          "html",
          "txt",
          "properties",
          "xml",
          "sh");
  private static final Set<String> FOREIGN =
      Set.of("target", "node_modules", ".git", "var", "dist");
  private static final Pattern MEMBER = Pattern.compile("\"([^\"]{1,60})\"\\s*:");

  @TempDir Path folder;

  @Test
  void noFileOfTheProjectHoldsANumberOrAddressOfAPerson() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> files = files();
    for (Path file : files) {
      int number = 0;
      for (String line : text(file).lines().toList()) {
        number++;
        if (PersonalData.isIn(line)) {
          found.add(file + ":" + number);
        }
      }
    }
    assertThat(files).hasSizeGreaterThan(200);
    assertThat(found).isEmpty();
  }

  /** In UTF-8, or else, as some samples of agencies' files are, in GB18030. */
  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (MalformedInputException otherwise) {
      return Files.readString(file, Charset.forName("GB18030"));
    }
  }

  @Test
  void noTableAndNoLayerHasAColumnOfPersons() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      String text = text(file);
      String name = file.toString();
      if (name.endsWith(".csv")) {
        Stream.of(text.lines().findFirst().orElse("").split(","))
            .filter(PersonalData::isPersonalHeading)
            .forEach(h -> found.add(name + ": " + h));
      } else if (name.endsWith(".geojson")) {
        Matcher member = MEMBER.matcher(text);
        while (member.find()) {
          if (PersonalData.isPersonalHeading(member.group(1))) {
            found.add(name + ": " + member.group(1));
          }
        }
      }
    }
    for (Layer layer : Catalog.load(null).layers()) {
      for (Field field : layer.fields()) {
        Stream.concat(
                Stream.of(field.name(), field.title().zh(), field.title().en()),
                field.aliases().stream())
            .filter(PersonalData::isPersonalHeading)
            .forEach(h -> found.add(layer.id() + "." + field.name() + ": " + h));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void columnsOfPersonsAreNamedInTheReportAndTheirValuesReachNothing() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    List<String> progress = new ArrayList<>();
    try (Province province = new Province(folder)) {
      ImportReport report =
          Importer.run(
              province.database(),
              province
                  .request(
                      "enterprise",
                      HEADING
                          + "1,甲厂,fire,360702,"
                          + PERSON
                          + "某路1号 "
                          + MOBILE
                          + ",114.93,25.85\n"
                          + "2,乙厂,blacksmith,360702,"
                          + PERSON
                          + "某路2号,114.93,25.85\n"
                          + "3,丙厂,"
                          + MOBILE
                          + ",360702,"
                          + PERSON
                          + "某路3号,114.93,25.85\n"
                          + "4,丁厂,fire,360702,"
                          + PERSON
                          + "某路4号,多出,114.93,25.85\n")
                  .mode(ImportMode.QUARANTINE)
                  .source("电话 " + MOBILE)
                  .set("capacity", "问 " + EMAIL)
                  .build(),
              progress::add);

      assertThat(report.accepted()).isEqualTo(1);
      assertThat(report.rejected()).isEqualTo(3);
      assertThat(report.issues())
          .filteredOn(i -> i.row() == 0)
          .allMatch(i -> i.severity() == Severity.WARNING && i.value() == null)
          .extracting(i -> i.field())
          .containsExactly("联系人", "联系电话", "手机", "邮箱", "身份证号");
      assertThat(report.issues())
          .filteredOn(i -> i.row() == 1)
          .extracting(i -> i.field())
          .containsExactlyInAnyOrder("address", "capacity");
      assertThat(province.rows("SELECT code, address, capacity FROM layer.enterprise"))
          .containsExactly("1|某路1号 " + PersonalData.MASK + "|问 " + PersonalData.MASK);

      requireClean("report", JsonMapper.shared().writeValueAsString(report));
      Path rejected = folder.resolve("rejected").resolve(report.rejectedFile());
      requireClean("quarantine", Files.readString(rejected, StandardCharsets.UTF_8));
      requireClean("database", province.rows("SELECT * FROM layer.enterprise").toString());
      requireClean("record", province.rows("SELECT * FROM anlan.delivery").toString());
      requireClean("snapshot", province.snapshots().get("enterprise").attributes(0).toString());
      requireClean("log", log.list.toString());
      requireClean("progress", progress.toString());
    } finally {
      root.detachAppender(log);
    }
  }

  @Test
  void aColumnOfPersonsCannotBeMappedToAFieldEither() {
    try (Province province = new Province(folder)) {
      String csv = HEADING + "1,甲厂,fire,360702," + PERSON + "某路,114.93,25.85\n";
      assertThatThrownBy(
              () ->
                  Importer.run(
                      province.database(),
                      province.request("enterprise", csv).map("name", "联系人").build(),
                      Progress.silent()))
          .isInstanceOf(UserFault.class)
          .hasMessageContaining("联系人")
          .hasMessageNotContaining(NAME);
    }
  }

  private static void requireClean(String where, String text) {
    for (String secret : List.of(NAME, MOBILE, EMAIL, "03078815")) {
      assertThat(text).as(where).doesNotContain(secret);
    }
  }

  private static List<Path> files() throws IOException {
    Path root = Path.of("..").toRealPath();
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(
              p -> Stream.of(root.relativize(p).toString().split("/")).noneMatch(FOREIGN::contains))
          .filter(p -> SCANNED.contains(p.toString().replaceFirst(".*\\.", "")))
          .filter(p -> !p.endsWith("package-lock.json"))
          .toList();
    }
  }
}
