package cn.anlan.data.source.gdal;

import cn.anlan.data.source.encoding.EncodingEvidence;
import cn.anlan.data.source.encoding.Encodings;
import cn.anlan.data.source.encoding.TextEncoding;
import cn.anlan.data.source.encoding.TextFile;
import cn.anlan.geo.fault.UserFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The text encoding of an ASCII drawing (DXF reference, HEADER section): UTF-8 from AutoCAD 2007
 * ($ACADVER AC1021) on, before that the code page that $DWGCODEPAGE names. GDAL goes by the code
 * page alone and would make mojibake of newer drawings. Programs other than AutoCAD write either as
 * they like, so texts that are not of the declared encoding, or evidently of another, are weighed.
 *
 * @param encoding of the whole file
 */
record DxfText(TextEncoding encoding) {
  private static final String UTF8_FROM = "AC1021";
  private static final int LONGEST_HEADER_LINES = 20_000;

  /**
   * @throws UserFault where the file is no ASCII drawing, or its encoding is in doubt
   */
  static DxfText read(Path file, String name, Optional<String> option) throws IOException {
    requireAscii(file, name);
    if (option.isPresent()) {
      return new DxfText(TextEncoding.declared(Encodings.get(option.get())));
    }
    Charset declared = declared(file);
    EncodingEvidence evidence = TextFile.weigh(file, Long.MAX_VALUE);
    Optional<EncodingEvidence.Verdict> verdict = evidence.verdict();
    boolean ascii = !evidence.isWeighed();
    boolean agrees = verdict.isPresent() && verdict.get().charset().equals(declared);
    if (ascii || agrees) {
      return new DxfText(TextEncoding.declared(declared));
    }
    return new DxfText(TextEncoding.byContent(evidence, name));
  }

  private static void requireAscii(Path file, String name) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(64);
    }
    String start = new String(head, StandardCharsets.ISO_8859_1);
    String remedy = "在 CAD 中另存为 ASCII DXF (AutoCAD 2000 以后)";
    if (start.startsWith("AutoCAD Binary DXF") || start.startsWith("AC10")) {
      throw new UserFault(name + " 是二进制图形,不能读 (binary DXF or DWG)", remedy);
    }
    if (!start.stripLeading().matches("(?s)(\ufeff|ï»¿)?\\s*(0|999)\\s.*")) {
      throw new UserFault(name + " 的内容不是 DXF (not what its name says)", remedy);
    }
  }

  /** From the HEADER section; a drawing without one is AutoCAD's oldest, of the system's code. */
  private static Charset declared(Path file) throws IOException {
    String version = "";
    String page = "";
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
      String line = lines.readLine();
      for (int i = 0; line != null && i < LONGEST_HEADER_LINES; i++) {
        String word = line.strip();
        if (word.equals("ENTITIES")) {
          break;
        }
        line = lines.readLine();
        if (word.equals("$ACADVER") || word.equals("$DWGCODEPAGE")) {
          String value = String.valueOf(lines.readLine()).strip();
          version = word.equals("$ACADVER") ? value : version;
          page = word.equals("$DWGCODEPAGE") ? value : page;
        }
      }
    }
    if (version.compareTo(UTF8_FROM) >= 0) {
      return StandardCharsets.UTF_8;
    }
    return Encodings.find(page).orElse(Charset.forName("windows-1252"));
  }
}
