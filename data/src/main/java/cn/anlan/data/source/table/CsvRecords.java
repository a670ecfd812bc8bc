package cn.anlan.data.source.table;

import cn.anlan.data.source.file.FileLimits;
import cn.anlan.geo.fault.UserFault;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values (RFC 4180) one record at a time: quoted cells may hold separators,
 * doubled quotes and line breaks. Texts are handed over as they stand; no type is guessed, so codes
 * keep their leading zeros. The separator is a comma, semicolon or tab, whichever the first line
 * has most of. Blank lines are no records. Ours rather than a library's because a quote that is
 * never closed must end at a limit, not when the whole file is in memory.
 */
final class CsvRecords implements Closeable {
  private static final int BLOCK = 1 << 15;

  private final Reader reader;
  private final char[] block = new char[BLOCK];
  private int at;
  private int end;
  private final String name;
  private final char separator;
  private long line = 1;
  private long recordLine = 1;
  private boolean ended;

  CsvRecords(Path utf8File, String name) throws IOException {
    this.name = name;
    this.separator = separatorOf(utf8File);
    this.reader = new InputStreamReader(Files.newInputStream(utf8File), StandardCharsets.UTF_8);
    if (peek() == '\ufeff') {
      at++;
    }
  }

  /** Whether tabs separate the cells. */
  boolean isTabbed() {
    return separator == '\t';
  }

  /** The line on which the record last handed over begins. */
  long recordLine() {
    return recordLine;
  }

  /** The cells of the next record that is not blank, or null at the end. */
  List<String> next() throws IOException {
    while (!ended) {
      recordLine = line;
      List<String> cells = read();
      boolean blank = cells.size() == 1 && cells.get(0).isEmpty();
      if (!blank) {
        return cells;
      }
    }
    return null;
  }

  private List<String> read() throws IOException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    while (true) {
      int c = take();
      if (c < 0) {
        ended = true;
        if (quoted) {
          throw new UserFault(
              name + " 第 " + recordLine + " 行开始的引号没有结束 (quote is never closed)", "检查该行的引号");
        }
        cells.add(cell.toString());
        return cells;
      }
      if (c == '\n') {
        line++;
      }
      if (cell.length() > FileLimits.CELL_CHARS || cells.size() > FileLimits.COLUMNS) {
        throw new UserFault(name + " 第 " + recordLine + " 行过长 (record too long)", "检查该行的引号和分隔符");
      }
      if (quoted) {
        if (c != '"') {
          cell.append((char) c);
        } else if (peek() == '"') {
          take();
          cell.append('"');
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.isEmpty() && !wasQuoted) {
        quoted = true;
        wasQuoted = true;
      } else if (c == separator) {
        cells.add(cell.toString());
        cell.setLength(0);
        wasQuoted = false;
      } else if (c == '\n' || c == '\r' && peek() != '\n') {
        line += c == '\r' ? 1 : 0;
        cells.add(cell.toString());
        return cells;
      } else if (c != '\r') {
        cell.append((char) c);
      }
    }
  }

  /** The next character, or -1; without the locks that a BufferedReader takes for each. */
  private int take() throws IOException {
    int c = peek();
    at += c < 0 ? 0 : 1;
    return c;
  }

  private int peek() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, reader.read(block, 0, BLOCK));
    }
    return at < end ? block[at] : -1;
  }

  private static char separatorOf(Path file) throws IOException {
    try (BufferedReader head = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      char[] chars = new char[10_000];
      int n = Math.max(0, head.read(chars));
      String text = new String(chars, 0, n);
      String first = text.lines().findFirst().orElse("");
      char best = ',';
      for (char candidate : new char[] {';', '\t'}) {
        if (count(first, candidate) > count(first, best)) {
          best = candidate;
        }
      }
      return best;
    }
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
