package cn.anlan.data.source.encoding;

import cn.anlan.data.privacy.PersonalData;
import cn.anlan.data.source.encoding.EncodingEvidence.Verdict;
import cn.anlan.geo.fault.UserFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A delivered text as UTF-8. In this order: the encoding that the user names; a byte order mark;
 * UTF-8, where every byte of the file is of it and the texts do not evidently read as another; else
 * what the texts evidently are, which is then shown. Whatever it is, all of it is decoded strictly.
 *
 * @param utf8 the file itself, or a copy of it
 */
public record TextFile(Path utf8, TextEncoding encoding) {
  private static final long LOOKED_AT_BYTES = 16 << 20;
  private static final int LONG_LINE = 1_000;
  private static final int LONGEST_PART = 1 << 20;

  /**
   * @param copy where a copy may be made
   * @throws UserFault where the encoding is in doubt, or the text is not of it
   */
  public static TextFile open(Path file, String name, Optional<String> option, Path copy) {
    if (option.isPresent()) {
      return as(TextEncoding.declared(Encodings.get(option.get())), file, name, copy);
    }
    if (hasUtf16Mark(file)) {
      return as(TextEncoding.declared(StandardCharsets.UTF_16), file, name, copy);
    }
    Optional<UserFault> notUtf8 = Encodings.findNotUtf8(file, name);
    EncodingEvidence evidence = weigh(file, notUtf8.isPresent() ? Long.MAX_VALUE : LOOKED_AT_BYTES);
    Optional<Verdict> verdict = evidence.verdict();
    boolean utf8 =
        verdict.isEmpty()
            || !verdict.get().isEvidence()
            || verdict.get().charset().equals(StandardCharsets.UTF_8);
    if (notUtf8.isPresent() && utf8) {
      throw notUtf8.get();
    }
    TextEncoding encoding =
        utf8
            ? TextEncoding.declared(StandardCharsets.UTF_8)
            : TextEncoding.byContent(evidence, name);
    return as(encoding, file, name, copy);
  }

  private static TextFile as(TextEncoding encoding, Path file, String name, Path copy) {
    Charset charset = encoding.charset();
    if (charset.equals(StandardCharsets.UTF_8)) {
      Encodings.requireUtf8(file, name);
      return new TextFile(file, encoding);
    }
    Encodings.transcode(file, charset, copy, name);
    return new TextFile(copy, encoding);
  }

  private static boolean hasUtf16Mark(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(2);
      return head.length == 2 && (head[0] == -1 && head[1] == -2 || head[0] == -2 && head[1] == -1);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the delivered file", e);
    }
  }

  /** Weighs lines, or their parts where they are long, up to a megabyte that is not ASCII. */
  public static EncodingEvidence weigh(Path file, long limit) {
    EncodingEvidence evidence = new EncodingEvidence();
    List<String> headings = null;
    try (InputStream in = Files.newInputStream(file)) {
      ByteArrayOutputStream part = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 16];
      long read = 0;
      int n = in.read(buffer);
      while (n >= 0 && !evidence.isPlenty() && read < limit) {
        for (int i = 0; i < n; i++) {
          byte b = buffer[i];
          part.write(b);
          // None of these is ever a part of a longer character.
          boolean ends = b == '\n' || part.size() > LONG_LINE && (b == ',' || b == '"');
          if (ends) {
            headings = headings == null ? cells(part.toByteArray()) : headings;
            add(part.toByteArray(), headings, evidence);
            part.reset();
          }
        }
        read += n;
        n = part.size() > LONGEST_PART ? -1 : in.read(buffer);
      }
      if (n < 0 && part.size() <= LONGEST_PART) {
        add(part.toByteArray(), headings == null ? List.of() : headings, evidence);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading the delivered file", e);
    }
    return evidence;
  }

  private static void add(byte[] part, List<String> headings, EncodingEvidence evidence) {
    if (EncodingEvidence.isAscii(part)) {
      return;
    }
    evidence.add(part);
    if (!evidence.hasSample()) {
      evidence.show(word(part, headings));
    }
  }

  /** Bytes as Latin-1 characters, so that nothing of them is lost. */
  private static List<String> cells(byte[] line) {
    return List.of(new String(line, StandardCharsets.ISO_8859_1).split("[,;\t]"));
  }

  private static byte[] word(byte[] line, List<String> headings) {
    List<String> cells = cells(line);
    for (int i = 0; i < cells.size(); i++) {
      byte[] cell = cells.get(i).getBytes(StandardCharsets.ISO_8859_1);
      boolean personal = i < headings.size() && PersonalData.isPersonalHeading(headings.get(i));
      if (!personal && !EncodingEvidence.isAscii(cell)) {
        return cell;
      }
    }
    return new byte[0];
  }
}
