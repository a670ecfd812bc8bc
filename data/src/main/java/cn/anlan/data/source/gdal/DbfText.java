package cn.anlan.data.source.gdal;

import cn.anlan.data.privacy.PersonalData;
import cn.anlan.data.source.encoding.EncodingEvidence;
import cn.anlan.data.source.encoding.Encodings;
import cn.anlan.data.source.encoding.TextEncoding;
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
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The text encoding of a table of dBASE: a Shapefile's attributes, or those of a MapInfo table. In
 * this order: what the user says, the .cpg file, the language byte of the .dbf; plain ASCII needs
 * none. Where nothing is declared the texts themselves are weighed ({@link EncodingEvidence}) and
 * the verdict is shown, or doubt is refused, because GDAL would silently read Latin-1. A declared
 * one-byte encoding, which any bytes fit, is refused where the texts are evidently Chinese.
 *
 * <p>Whatever the encoding came from, every text is decoded strictly once before the import starts.
 */
final class DbfText {
  /** dBASE language bytes that name one code page; 0x57 ("ANSI") and 0 name none. */
  private static final Map<Integer, String> LANGUAGE_BYTES =
      Map.of(0x4D, "GB18030", 0x4F, "Big5", 0x03, "windows-1252", 0x13, "Shift_JIS", 0x4E, "MS949");

  private record TextField(int offset, int length, boolean personal) {}

  private record Header(long records, int headerLength, int recordLength, int languageByte) {}

  /** A text with the record it stands in; 0 is the heading. */
  private record Sample(long record, byte[] bytes, boolean personal) {}

  private final Path dbf;
  private final IntPredicate texts;

  DbfText(Path dbf) {
    this(dbf, field -> true);
  }

  /**
   * @param texts which of the fields of type C are texts, by their place from 0: in MapInfo's
   *     tables numbers are too
   */
  DbfText(Path dbf, IntPredicate texts) {
    this.dbf = dbf;
    this.texts = texts;
  }

  /**
   * The encoding of the texts of a Shapefile.
   *
   * @throws UserFault where it is in doubt, or the texts are not of it
   */
  TextEncoding encoding(Optional<String> option, Optional<Path> cpg) {
    return encoding(
        option.map(Encodings::get),
        () -> fromCpg(cpg).or(() -> Optional.ofNullable(fromLanguage())),
        "Shapefile");
  }

  /**
   * The encoding of the texts, of which the file's other parts may say something.
   *
   * @param what whose, as messages call it
   */
  TextEncoding encoding(Optional<Charset> option, Supplier<Optional<Charset>> inFile, String what) {
    Optional<Charset> named = option.isPresent() ? option : inFile.get();
    if (findNot(StandardCharsets.US_ASCII).isEmpty()) {
      return named.map(TextEncoding::declared).orElseGet(TextEncoding::ascii);
    }
    if (named.isEmpty()) {
      TextEncoding found = TextEncoding.byContent(evidence(), what);
      findNot(found.charset()).ifPresent(s -> refuseMalformed(s, found.charset(), what));
      return found;
    }
    findNot(named.get()).ifPresent(s -> refuseMalformed(s, named.get(), what));
    if (option.isEmpty()) {
      TextEncoding.requireNotBelied(named.get(), evidence(), what);
    }
    return TextEncoding.declared(named.get());
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

  private static void refuseMalformed(Sample sample, Charset charset, String what) {
    Charset other =
        charset.equals(StandardCharsets.UTF_8) ? Encodings.GB18030 : StandardCharsets.UTF_8;
    String reads =
        Encodings.decode(sample.bytes(), other)
            .map(text -> ",按 " + other.name() + " 读作“" + PersonalData.masked(text) + "”")
            .orElse("");
    throw new UserFault(
        what
            + " 的"
            + place(sample)
            + "文字不是 "
            + charset.name()
            + " (not text in this encoding)"
            + (sample.personal() ? "" : reads),
        "声明有误时用 --encoding 指明真正的编码");
  }

  private static String place(Sample sample) {
    return sample.record() == 0 ? "字段名的" : "第 " + sample.record() + " 条记录的";
  }

  private EncodingEvidence evidence() {
    EncodingEvidence evidence = new EncodingEvidence();
    find(
        sample -> {
          evidence.add(sample.bytes());
          boolean telling = !sample.personal() && !EncodingEvidence.isAscii(sample.bytes());
          if (telling && !evidence.hasSample()) {
            evidence.show(sample.bytes());
          }
          return evidence.isPlenty();
        });
    return evidence;
  }

  private Optional<Sample> findNot(Charset charset) {
    return find(sample -> Encodings.decode(sample.bytes(), charset).isEmpty());
  }

  /** The first text, field names included, that is asked for. */
  private Optional<Sample> find(Predicate<Sample> asked) {
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
        Sample heading = new Sample(0, name, false);
        if (asked.test(heading)) {
          return Optional.of(heading);
        }
        int length = field[16] & 0xFF;
        if (field[11] == 'C' && texts.test(at / 32 - 1)) {
          fields.add(new TextField(offset, length, isPersonal(name)));
        }
        offset += length;
      }
      return findInRecords(header, fields, asked);
    } catch (IOException e) {
      throw broken();
    }
  }

  /** A heading that is not ASCII is read as Chinese whatever it is: too careful does no harm. */
  private static boolean isPersonal(byte[] name) {
    return Stream.of(Encodings.GB18030, StandardCharsets.UTF_8)
        .flatMap(charset -> Encodings.decode(name, charset).stream())
        .anyMatch(PersonalData::isPersonalHeading);
  }

  private Optional<Sample> findInRecords(
      Header header, List<TextField> fields, Predicate<Sample> asked) throws IOException {
    try (DataInputStream in = open()) {
      in.skipNBytes(header.headerLength());
      byte[] record = new byte[header.recordLength()];
      for (long number = 1; number <= header.records(); number++) {
        in.readFully(record);
        for (TextField field : fields) {
          int end = Math.min(record.length, field.offset() + field.length());
          byte[] text = trimmed(record, field.offset(), end);
          Sample sample = new Sample(number, text, field.personal());
          if (asked.test(sample)) {
            return Optional.of(sample);
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
