package cn.anlan.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Archives that are hostile, ambiguous or cut off are refused, and nothing of them stays. */
class BadArchivesTest extends AtTheOffice {
  @Test
  void hostileArchivesAreRefused() throws IOException {
    Set<Path> before = temporaries();
    assertThat(refusedZip(Map.of("../../etc/cron.d/x.csv", bytes("a")))).contains("越出目录");
    assertThat(refusedZip(Map.of("C:\\windows\\x.csv", bytes("a")))).contains("越出目录");
    assertThat(refusedZip(Map.of("inner.zip", zip(Map.of("a.csv", bytes("a")))))).contains("压缩包");
    assertThat(refusedZip(Map.of("inner.csv", zip(Map.of("a.csv", bytes("a")))))).contains("压缩包");
    assertThat(refusedZip(Map.of("readme.txt", bytes("a")))).contains("没有可导入的文件");
    assertThat(refusedZip(Map.of("a.csv", bytes("a"), "b.csv", bytes("b"))))
        .contains("2 个图层", "--layer-name", "a, b");
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 1_001; i++) {
      many.put(i + ".csv", bytes("a"));
    }
    assertThat(refusedZip(many)).contains("条目超过 1000 个");
    assertThat(refusedZip(Map.of("bomb.csv", new byte[60 << 20]))).contains("zip bomb");
    byte[] cut = Arrays.copyOf(zip(Map.of("a.csv", new byte[5_000])), 45);
    assertThat(office.refusal("enterprise", office.file("cut.zip", cut), r -> r.crs("4490")))
        .contains("cut.zip 不完整");
    assertThat(temporaries()).as("temporary directories left behind").isEqualTo(before);
  }

  /** Those of earlier runs that were killed may lie there too. */
  private static Set<Path> temporaries() throws IOException {
    try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(p -> p.getFileName().toString().startsWith("anlan-import-"))
          .collect(Collectors.toSet());
    }
  }

  private String refusedZip(Map<String, byte[]> entries) throws IOException {
    return office.refusal("enterprise", office.file("h.zip", zip(entries)), r -> r.crs("4490"));
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
