package cn.anlan.data.source;

import cn.anlan.geo.fault.UserFault;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text encoding of a Shapefile's attributes. In this order: what the user says, the .cpg file,
 * the language byte of the .dbf; plain ASCII needs none. Everything else is refused with the first
 * value shown in both likely encodings, because GDAL would silently read Latin-1.
 *
 * <p>Whatever the encoding came from, every text is decoded strictly once before the import starts.
 */
final class DbfText {
  /** dBASE language bytes that name one code page; 0x57 ("ANSI") and 0 name none. */
  private static final Map<Integer, String> LANGUAGE_BYTES =
      Map.of(0x4D, "GB18030", 0x4F, "Big5", 0x03, "windows-1252", 0x13, "Shift_JIS", 0x4E, "MS949");

  private record TextField(int offset, int length) {}

  private record Header(long records, int headerLength, int recordLength, int languageByte) {}

  /** A text that decides the question, with the record it stands in; 0 is the heading. */
  private record Sample(long record, byte[] bytes) {}

  private final Path dbf;

  DbfText(Path dbf) {
    this.dbf = dbf;
  }

  /**
   * The encoding of the texts.
   *
   * @throws UserFault where it is not known, or the texts are not of it
   */
  Charset charset(Optional<String> option, Optional<Path> cpg) {
    Charset named = option.map(Encodings::get).or(() -> fromCpg(cpg)).orElseGet(this::fromLanguage);
    if (named == null) {
      Optional<Sample> sample = findNot(StandardCharsets.US_ASCII);
      sample.ifPresent(this::refuseUndeclared);
      return StandardCharsets.UTF_8;
    }
    findNot(named).ifPresent(s -> refuseMalformed(s, named));
    return named;
  }

  private static Optional<Charset> fromCpg(Optional<Path> cpg) {
    return cpg.map(
        path -> {
          try {
            String word = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).strip();
            return Encodings.find(word)
                .orElseThrow(
                    () ->
                        new UserFault(
                            ".cpg 文件写的编码 \"" + word + "\" 不认识 (unknown encoding in .cpg)",
                            "用 --encoding UTF-8 或 --encoding GB18030 指明"));
          } catch (IOException e) {
            throw new UncheckedIOException("reading the .cpg file", e);
          }
        });
  }

  private Charset fromLanguage() {
    try (DataInputStream in = open()) {
      String name = LANGUAGE_BYTES.get(header(in).languageByte());
      return name == null ? null : Charset.forName(name);
    } catch (IOException e) {
      throw broken();
    }
  }

  private void refuseUndeclared(Sample sample) {
    String utf8 = Encodings.decode(sample.bytes(), StandardCharsets.UTF_8).orElse("(不是 UTF-8)");
    String gb = Encodings.decode(sample.bytes(), Encodings.GB18030).orElse("(不是 GB18030)");
    throw new UserFault(
        "Shapefile 没有声明文字编码 (no .cpg, text encoding undeclared)",
        "用 --encoding 指明: " + place(sample) + "按 GB18030 读作“" + gb + "”,按 UTF-8 读作“" + utf8 + "”");
  }

  private void refuseMalformed(Sample sample, Charset charset) {
    String gb = Encodings.decode(sample.bytes(), Encodings.GB18030).orElse("(不是 GB18030)");
    throw new UserFault(
        place(sample) + "的文字不是 " + charset.name() + " 编码 (text is not in the declared encoding)",
        "用 --encoding 指明真正的编码; 按 GB18030 读作“" + gb + "”");
  }

  private static String place(Sample sample) {
    return sample.record() == 0 ? "字段名" : "第 " + sample.record() + " 条记录";
  }

  /** The first text, field names included, that is not valid in the charset. */
  private Optional<Sample> findNot(Charset charset) {
    try (DataInputStream in = open()) {
      Header header = header(in);
      List<TextField> fields = new ArrayList<>();
      int offset = 1;
      for (int at = 32; at + 32 < header.headerLength(); at += 32) {
        byte[] field = in.readNBytes(32);
        if (field.length < 32 || field[0] == 0x0D) {
          break;
        }
        byte[] name = Arrays.copyOf(field, indexOf(field, (byte) 0, 11));
        if (Encodings.decode(name, charset).isEmpty()) {
          return Optional.of(new Sample(0, name));
        }
        int length = field[16] & 0xFF;
        if (field[11] == 'C') {
          fields.add(new TextField(offset, length));
        }
        offset += length;
      }
      return findInRecords(header, fields, charset);
    } catch (IOException e) {
      throw broken();
    }
  }

  private Optional<Sample> findInRecords(Header header, List<TextField> fields, Charset charset)
      throws IOException {
    try (DataInputStream in = open()) {
      in.skipNBytes(header.headerLength());
      byte[] record = new byte[header.recordLength()];
      for (long number = 1; number <= header.records(); number++) {
        in.readFully(record);
        for (TextField field : fields) {
          int end = Math.min(record.length, field.offset() + field.length());
          byte[] text = trimmed(record, field.offset(), end);
          if (Encodings.decode(text, charset).isEmpty()) {
            return Optional.of(new Sample(number, text));
          }
        }
      }
    } catch (EOFException shortFile) {
      throw broken();
    }
    return Optional.empty();
  }

  private DataInputStream open() throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(dbf), 1 << 16));
  }

  private static Header header(DataInputStream in) throws IOException {
    byte[] head = new byte[32];
    in.readFully(head);
    long records = Integer.toUnsignedLong(little(head, 4, 4));
    return new Header(records, little(head, 8, 2), little(head, 10, 2), head[29] & 0xFF);
  }

  private static int little(byte[] bytes, int at, int count) {
    int value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 0xFF;
    }
    return value;
  }

  private static byte[] trimmed(byte[] record, int from, int to) {
    int end =
        Math.min(to, from + indexOf(Arrays.copyOfRange(record, from, to), (byte) 0, to - from));
    while (end > from && record[end - 1] == ' ') {
      end--;
    }
    return Arrays.copyOfRange(record, from, end);
  }

  private static int indexOf(byte[] bytes, byte wanted, int limit) {
    for (int i = 0; i < limit; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return limit;
  }

  private static UserFault broken() {
    return new UserFault("Shapefile 的 .dbf 已损坏 (broken .dbf)", "从原系统重新导出");
  }
}
