package cn.anlan.web.bench.road;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes OSM XML as a stream: first nodes, then ways. */
final class OsmFile implements AutoCloseable {
  private static final int BUFFER = 1 << 20;
  private static final double DECIMALS = 1e7;

  private final OutputStream out;
  private final byte[] digits = new byte[20];
  private long nodes;
  private long ways;

  OsmFile(Path file) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" generator=\"anlan\">\n");
  }

  void node(long id, double lonDeg, double latDeg) throws IOException {
    text("<node id=\"");
    number(id);
    text("\" lat=\"");
    degrees(latDeg);
    text("\" lon=\"");
    degrees(lonDeg);
    text("\"/>\n");
    nodes++;
  }

  /**
   * @param tags key, value, key, value …; pairs with a null value are left out
   */
  void way(long[] nodeIds, int count, String... tags) throws IOException {
    text("<way id=\"");
    number(++ways);
    text("\">\n");
    for (int i = 0; i < count; i++) {
      text("<nd ref=\"");
      number(nodeIds[i]);
      text("\"/>\n");
    }
    for (int i = 0; i < tags.length; i += 2) {
      if (tags[i + 1] != null) {
        text("<tag k=\"" + tags[i] + "\" v=\"" + tags[i + 1] + "\"/>\n");
      }
    }
    text("</way>\n");
  }

  long nodes() {
    return nodes;
  }

  long ways() {
    return ways;
  }

  @Override
  public void close() throws IOException {
    text("</osm>\n");
    out.close();
  }

  private void degrees(double value) throws IOException {
    long whole = Math.round(value * DECIMALS);
    number(whole / (long) DECIMALS);
    out.write('.');
    long rest = whole % (long) DECIMALS;
    for (long unit = (long) DECIMALS / 10; unit > 0; unit /= 10) {
      out.write((int) ('0' + rest / unit % 10));
    }
  }

  private void number(long value) throws IOException {
    int at = digits.length;
    long rest = value;
    do {
      digits[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    out.write(digits, at, digits.length - at);
  }

  private void text(String ascii) throws IOException {
    out.write(ascii.getBytes(StandardCharsets.ISO_8859_1));
  }
}
