package cn.anlan.data.source;

import cn.anlan.geo.fault.UserFault;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Text encodings: recognised strictly, never guessed, never replaced by question marks. */
final class Encodings {
  static final Charset GB18030 = Charset.forName("GB18030");
  private static final int SAMPLE_BYTES = 60;

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("UTF8", "UTF-8"),
          Map.entry("65001", "UTF-8"),
          Map.entry("936", "GB18030"),
          Map.entry("CP936", "GB18030"),
          Map.entry("ANSI936", "GB18030"),
          Map.entry("OEM936", "GB18030"),
          Map.entry("GBK", "GB18030"),
          Map.entry("GB2312", "GB18030"),
          Map.entry("EUCCN", "GB18030"),
          Map.entry("950", "Big5"),
          Map.entry("CP950", "Big5"),
          Map.entry("88591", "ISO-8859-1"),
          Map.entry("1252", "windows-1252"),
          Map.entry("ANSI1252", "windows-1252"));

  private Encodings() {}

  /** The charset that a word on the command line or in a .cpg file means. GBK reads as GB18030. */
  static Optional<Charset> find(String word) {
    String key = word.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    try {
      return Optional.of(Charset.forName(NAMES.getOrDefault(key, word.strip())));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  static Charset get(String word) {
    return find(word)
        .orElseThrow(
            () ->
                new UserFault(
                    "不认识的编码 \"" + word + "\" (unknown encoding)",
                    "用 --encoding UTF-8 或 --encoding GB18030"));
  }

  /** The text in the charset, or empty where the bytes are not of it. */
  static Optional<String> decode(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes sure a text file is valid UTF-8, a byte order mark allowed.
   *
   * @throws UserFault naming the first line that is not, and how it would read in GB18030
   */
  static void requireUtf8(Path file, String what) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      long line = 1;
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      boolean ascii = true;
      for (int b = in.read(); ; b = in.read()) {
        if (b == '\n' || b < 0 || bytes.size() > 1 << 20 && b < 0x80) {
          if (!ascii && decode(bytes.toByteArray(), StandardCharsets.UTF_8).isEmpty()) {
            throw notUtf8(what, line, bytes.toByteArray());
          }
          if (b < 0) {
            return;
          }
          line += b == '\n' ? 1 : 0;
          bytes.reset();
          ascii = true;
        } else {
          ascii &= b < 0x80;
          bytes.write(b);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading the delivered file", e);
    }
  }

  private static UserFault notUtf8(String what, long line, byte[] bytes) {
    if (bytes.length > 1
        && (bytes[0] == -1 && bytes[1] == -2 || bytes[0] == -2 && bytes[1] == -1)) {
      return new UserFault(what + " 是 UTF-16 编码 (not UTF-8)", "加 --encoding UTF-16");
    }
    String reads = new String(around(bytes), GB18030).replaceAll("[\\r\\n\\ufffd]", "");
    return new UserFault(
        what + " 第 " + line + " 行不是 UTF-8 (line " + line + " is not UTF-8)",
        "加 --encoding GB18030,该处将读作“" + reads + "”;或先转成 UTF-8");
  }

  /** The part of a line around its first byte that is not ASCII, cut at ASCII characters. */
  private static byte[] around(byte[] line) {
    int first = 0;
    while (first < line.length && line[first] >= 0) {
      first++;
    }
    int from = Math.max(0, first - 12);
    int to = Math.min(line.length, first + SAMPLE_BYTES);
    return java.util.Arrays.copyOfRange(line, from, to);
  }

  /**
   * Writes the text again as UTF-8.
   *
   * @throws UserFault naming the first line that is not text in the charset
   */
  static void transcode(Path from, Charset charset, Path to, String what) {
    long[] line = {1};
    try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Files.newInputStream(from), charset.newDecoder()));
        BufferedWriter writer = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
      char[] buffer = new char[1 << 15];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        for (int i = 0; i < n; i++) {
          line[0] += buffer[i] == '\n' ? 1 : 0;
        }
        writer.write(buffer, 0, n);
      }
    } catch (CharacterCodingException e) {
      throw new UserFault(
          what
              + " 第 "
              + line[0]
              + " 行以后不是 "
              + charset.name()
              + " 编码的文字 (not text in this encoding)",
          "用 --encoding 指明真正的编码");
    } catch (IOException e) {
      throw new UncheckedIOException("converting the delivered file to UTF-8", e);
    }
  }
}
