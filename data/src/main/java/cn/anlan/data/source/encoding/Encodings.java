package cn.anlan.data.source.encoding;

import cn.anlan.geo.fault.UserFault;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Text encodings by name, decoded strictly: nothing is ever replaced by question marks. */
public final class Encodings {
  public static final Charset GB18030 = Charset.forName("GB18030");
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
          Map.entry("ANSI950", "Big5"),
          Map.entry("88591", "ISO-8859-1"),
          Map.entry("1252", "windows-1252"),
          Map.entry("ANSI1252", "windows-1252"));

  private Encodings() {}

  /** The charset that a word on the command line or in a .cpg file means. GBK reads as GB18030. */
  public static Optional<Charset> find(String word) {
    String key = word.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    try {
      return Optional.of(Charset.forName(NAMES.getOrDefault(key, word.strip())));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /** The charset of that word, as {@link #find}; refuses what is none. */
  public static Charset get(String word) {
    return find(word)
        .orElseThrow(
            () ->
                new UserFault(
                    "不认识的编码 \"" + word + "\" (unknown encoding)",
                    "用 --encoding UTF-8 或 --encoding GB18030"));
  }

  /** The text in the charset, or empty where the bytes are not of it. */
  public static Optional<String> decode(byte[] bytes, Charset charset) {
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
  public static void requireUtf8(Path file, String what) {
    findNotUtf8(file, what)
        .ifPresent(
            fault -> {
              throw fault;
            });
  }

  /** Why a text file is not UTF-8: its first line that is not; empty where it is. */
  static Optional<UserFault> findNotUtf8(Path file, String what) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    long line = 1;
    try (InputStream in = Files.newInputStream(file)) {
      boolean end = false;
      while (!end) {
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = n < 0;
        bytes.position(bytes.position() + Math.max(0, n)).flip();
        CoderResult result = decoder.decode(bytes, chars.clear(), end);
        line += newlines(chars.flip());
        if (result.isError()) {
          return Optional.of(notUtf8(what, line, bytes));
        }
        bytes.compact();
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the delivered file", e);
    }
  }

  private static long newlines(CharSequence text) {
    return text.chars().filter(c -> c == '\n').count();
  }

  private static UserFault notUtf8(String what, long line, ByteBuffer bytes) {
    String reads = new String(around(bytes), GB18030).replaceAll("[\\r\\n\\ufffd]", "");
    return new UserFault(
        what + " 第 " + line + " 行不是 UTF-8 (line " + line + " is not UTF-8)",
        "加 --encoding GB18030,该处将读作“" + reads + "”;或先转成 UTF-8");
  }

  /** The bytes of the same line about the buffer's position. */
  private static byte[] around(ByteBuffer bytes) {
    // Back over what may by chance have been valid, to an ASCII character: there a new one begins.
    int from = bytes.position();
    while (from > 0 && bytes.get(from - 1) < 0) {
      from--;
    }
    for (int i = 0; i < 12 && from > 0 && bytes.get(from - 1) >= ' '; i++) {
      from--;
    }
    int to = bytes.position();
    while (to < bytes.limit()
        && to - from < SAMPLE_BYTES
        && (bytes.get(to) < 0 || bytes.get(to) >= ' ')) {
      to++;
    }
    return Arrays.copyOfRange(bytes.array(), from, to);
  }

  /**
   * Writes the text again as UTF-8.
   *
   * @throws UserFault naming the first line that is not text in the charset
   */
  public static void transcode(Path from, Charset charset, Path to, String what) {
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
