package cn.anlan.data.runs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Streams findings into a table by COPY. Blocks of them are turned into text on all processors,
 * then sent in order; a few blocks are held at a time, however many findings there are.
 */
final class FindingCopy {
  private static final int BLOCK = 2_048;
  private static final int BLOCKS_AT_ONCE = 8;

  private final Connection connection;
  private final String table;
  private final long runId;

  FindingCopy(Connection connection, String table, long runId) {
    this.connection = connection;
    this.table = table;
    this.runId = runId;
  }

  /** Writes all findings; quickest in the order of the table's key. */
  <F> void write(List<F> findings, Function<F, FindingRow> rowOf) throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + table + " (run_id, " + FindingRow.COLUMNS + ") FROM STDIN");
    try {
      int blocks = (findings.size() + BLOCK - 1) / BLOCK;
      for (int from = 0; from < blocks; from += BLOCKS_AT_ONCE) {
        List<byte[]> encoded =
            IntStream.range(from, Math.min(blocks, from + BLOCKS_AT_ONCE))
                .parallel()
                .mapToObj(block -> encode(findings, block * BLOCK, rowOf))
                .toList();
        for (byte[] bytes : encoded) {
          copy.writeToCopy(bytes, 0, bytes.length);
        }
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private <F> byte[] encode(List<F> findings, int from, Function<F, FindingRow> rowOf) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(BLOCK * 1_024);
    StringBuilder line = new StringBuilder(2_048);
    for (int i = from; i < Math.min(findings.size(), from + BLOCK); i++) {
      line.setLength(0);
      encode(rowOf.apply(findings.get(i)), line);
      bytes.writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private void encode(FindingRow row, StringBuilder line) {
    line.append(runId);
    cell(row.rule(), line);
    cell(row.ruleVersion(), line);
    cell(row.subjectLayer(), line);
    cell(row.subjectId(), line);
    cell(row.subjectCode(), line);
    cell(row.targetLayer(), line);
    cell(row.targetId(), line);
    cell(row.targetCode(), line);
    cell(row.verdict(), line);
    cell(row.underlyingVerdict(), line);
    cell(row.distanceM(), line);
    cell(row.thresholdM(), line);
    cell(row.marginM(), line);
    cell(row.uncertaintyM(), line);
    cell(row.reaches(), line);
    cell(row.demo(), line);
    cell("\\x" + HexFormat.of().formatHex(row.hash()), line);
    cell(row.json(), line);
    line.append('\n');
  }

  /** One cell of COPY's text format (manual, COPY, "Text Format"). */
  private static void cell(Object value, StringBuilder line) {
    line.append('\t');
    if (value == null) {
      line.append("\\N");
      return;
    }
    String text = value.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        default -> line.append(c);
      }
    }
  }
}
