package cn.anlan.data.source.gdal;

import cn.anlan.data.source.encoding.EncodingEvidence;
import cn.anlan.data.source.encoding.Encodings;
import cn.anlan.data.source.encoding.TextEncoding;
import cn.anlan.data.source.encoding.TextFile;
import cn.anlan.data.source.file.FileNames;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A MapInfo table: .tab with .dat, .map and .id, or the exchange form .mif with .mid. The charset
 * that the table declares is held against its texts; {@code Neutral} declares none. GDAL is handed
 * a copy whose charset is the settled one, since it would pass Neutral bytes through and lose what
 * is not of the declared charset.
 *
 * <p>A .tab that is a view of other files is refused: it could name any file of this machine.
 */
public final class MapInfoTable {
  private static final int HEAD_BYTES = 1 << 16;
  private static final Pattern CHARSET =
      Pattern.compile(
          "(?im)^(!charset\\s+|Charset\\s+\"|\\s*Type\\s+\\w+\\s+Charset\\s+\")([\\w-]+)");
  private static final Pattern TYPE = Pattern.compile("(?im)^\\s*Type\\s+\"?(\\w+)");
  private static final String NEUTRAL = "Neutral";
  private static final Map<String, String> CHARSETS =
      Map.of(
          "WindowsSimpChinese", "GB18030",
          "WindowsTradChinese", "Big5",
          "WindowsLatin1", "windows-1252",
          "UTF-8", "UTF-8");

  private MapInfoTable() {}

  /** The exchange form: both files are text, and are copied as UTF-8. */
  public static OgrInput mif(Path mif, String name, Optional<String> option, Path workDir)
      throws IOException {
    Path mid = FileNames.getCompanion(mif, "mid", name, "把 .mif .mid 放在一起,或打包成 .zip 导入");
    String head = head(mif);
    if (!head.stripLeading().toLowerCase(Locale.ROOT).startsWith("version")) {
      throw new UserFault(name + " 的内容不是 MapInfo MIF (not what its name says)", "检查文件是否正确");
    }
    Optional<Charset> declared = option.map(Encodings::get).or(() -> declared(head));
    EncodingEvidence evidence = TextFile.weigh(mid, Long.MAX_VALUE);
    TextEncoding encoding;
    if (declared.isPresent()) {
      encoding = TextEncoding.declared(declared.get());
      if (option.isEmpty()) {
        TextEncoding.requireNotBelied(declared.get(), evidence, name);
      }
    } else {
      encoding =
          evidence.isWeighed() ? TextEncoding.byContent(evidence, name) : TextEncoding.ascii();
    }
    Path directory = Files.createDirectory(workDir.resolve("mapinfo"));
    Path utf8 = workDir.resolve("utf8.mif");
    Path copy = directory.resolve("table.mif");
    Encodings.transcode(mif, encoding.charset(), utf8, name);
    Encodings.transcode(mid, encoding.charset(), directory.resolve("table.mid"), name);
    recharset(utf8, copy, NEUTRAL);
    return new OgrInput(copy, "MapInfo File", encoding, List.of(), Map.of());
  }

  /** The native form: its texts stand in a dBASE file of fixed widths, which stays as it is. */
  public static OgrInput tab(Path tab, String name, Optional<String> option, Path workDir)
      throws IOException {
    String remedy = "把 .tab .dat .map .id 放在一起,或打包成 .zip 导入";
    String head = head(tab);
    Matcher type = TYPE.matcher(head);
    if (!head.stripLeading().toLowerCase(Locale.ROOT).startsWith("!table") || !type.find()) {
      throw new UserFault(name + " 的内容不是 MapInfo TAB (not what its name says)", "检查文件是否正确");
    }
    if (!type.group(1).equalsIgnoreCase("NATIVE")) {
      throw new UserFault(
          name + " 是对其他文件的引用 Type " + type.group(1) + " (a table that refers to other files)",
          "在 MapInfo 中另存为原生 TAB 或 MIF");
    }
    Path dat = FileNames.getCompanion(tab, "dat", name, remedy);
    TextEncoding encoding =
        new DbfText(dat, textFields(head)::get)
            .encoding(option.map(Encodings::get), () -> declared(head), name);
    Path directory = Files.createDirectory(workDir.resolve("mapinfo"));
    Path copy = directory.resolve("table.tab");
    for (String part : List.of("dat", "map", "id")) {
      Path companion = FileNames.getCompanion(tab, part, name, remedy);
      Files.createSymbolicLink(directory.resolve("table." + part), companion.toRealPath());
    }
    recharset(tab, copy, word(encoding.charset()));
    return new OgrInput(copy, "MapInfo File", encoding, List.of(), Map.of());
  }

  /** Which of the table's fields are texts; its .dat calls numbers so as well. */
  private static BitSet textFields(String head) {
    BitSet texts = new BitSet();
    int field = -1;
    for (String line : head.lines().toList()) {
      if (field >= 0) {
        texts.set(field++, line.matches("(?i)\\s*\\S+\\s+Char\\s*\\(.*"));
      } else if (line.matches("(?i)\\s*Fields\\s+\\d+\\s*")) {
        field = 0;
      }
    }
    return texts;
  }

  private static String head(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
    }
  }

  private static Optional<Charset> declared(String head) {
    Matcher m = CHARSET.matcher(head);
    String word = m.find() ? m.group(2) : NEUTRAL;
    return CHARSETS.entrySet().stream()
        .filter(e -> e.getKey().equalsIgnoreCase(word))
        .map(e -> Charset.forName(e.getValue()))
        .findFirst();
  }

  /** What GDAL must take the texts for. It knows no word for UTF-8, which goes through as it is. */
  private static String word(Charset charset) {
    return CHARSETS.entrySet().stream()
        .filter(e -> e.getValue().equals(charset.name()) && !e.getKey().equals("UTF-8"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(NEUTRAL);
  }

  /** Copies a table's text with another charset in its head. */
  private static void recharset(Path from, Path to, String word) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = Files.newOutputStream(to)) {
      String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
      String changed = CHARSET.matcher(head).replaceAll("$1" + word);
      out.write(changed.getBytes(StandardCharsets.ISO_8859_1));
      in.transferTo(out);
    }
  }
}
