package cn.anlan.data.source.json;

import cn.anlan.data.source.file.FileLimits;
import cn.anlan.data.source.file.GeometryTree.BadGeometry;
import cn.anlan.data.source.file.Problem;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.geo.fault.UserFault;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads GeoJSON in constant memory: a FeatureCollection, or features one after the other
 * (GeoJSONSeq, RFC 8142, with or without record separators). Depth, names and numbers are bounded.
 * Members may come in any order.
 */
public final class GeoJsonStream {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(60)
                  .maxNameLength(1_000)
                  .maxNumberLength(400)
                  .maxStringLength(FileLimits.CELL_CHARS)
                  .build())
          .build();

  /** What one pass over the whole file found. */
  public record Head(
      List<String> columns, Optional<String> crs, long features, boolean anyGeometry) {}

  private final Path file;
  private final String name;

  private String crs;
  private boolean crsSeen;
  private boolean features;
  private long number;

  /**
   * @param name what messages call the file
   */
  public GeoJsonStream(Path file, String name) {
    this.file = file;
    this.name = name;
  }

  /**
   * Walks the whole file once, which also shows that it is whole.
   *
   * @throws UserFault naming line and column where it is not JSON
   */
  public Head scan() {
    Set<String> columns = new LinkedHashSet<>();
    boolean[] geometry = {false};
    forEach(
        row -> {
          columns.addAll(row.values().keySet());
          geometry[0] |= row.geometry() != null || !row.problems().isEmpty();
          if (columns.size() > FileLimits.COLUMNS) {
            throw new UserFault(
                name + " 的属性超过 " + FileLimits.COLUMNS + " 种 (too many properties)", "检查文件是否正确");
          }
        });
    if (!features) {
      throw new UserFault(name + " 不是 GeoJSON 要素 (no Feature or FeatureCollection)", "检查文件是否正确");
    }
    return new Head(
        List.copyOf(columns),
        crsSeen ? Optional.ofNullable(crs) : Optional.empty(),
        number,
        geometry[0]);
  }

  /** Hands over the features, numbered from 1. */
  public void forEach(Consumer<SourceRow> consumer) {
    number = 0;
    try (InputStream in = new SeparatorsToSpaces(Files.newInputStream(file));
        JsonParser p = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), in)) {
      for (JsonToken token = p.nextToken(); token != null; token = p.nextToken()) {
        if (token != JsonToken.START_OBJECT) {
          throw new UserFault(name + " 不是 GeoJSON (not an object)", "检查文件是否正确");
        }
        root(p, consumer);
      }
    } catch (JacksonException e) {
      throw notJson(e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the delivered file", e);
    }
  }

  private UserFault notJson(JacksonException e) {
    var at = e.getLocation();
    String place = at == null ? "" : "第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列";
    String why = e instanceof StreamReadException ? "" : " (over a limit)";
    String problem = e.getOriginalMessage().lines().findFirst().orElse("");
    return new UserFault(
        name + " " + place + "不是完整的 JSON (broken JSON" + why + "): " + problem, "重新导出或传送该文件");
  }

  /** One object at the top: a collection, or a single feature. */
  private void root(JsonParser p, Consumer<SourceRow> consumer) {
    FeatureParts feature = new FeatureParts();
    String type = null;
    while (p.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = p.currentName();
      p.nextToken();
      switch (member) {
        case "type" -> type = p.getString();
        case "crs" -> {
          crsSeen = true;
          crs = crsName(p);
        }
        case "features" -> {
          features = true;
          eachFeature(p, consumer);
        }
        default -> feature.take(member, p);
      }
    }
    if ("Feature".equals(type)) {
      features = true;
      consumer.accept(feature.row(++number));
    }
  }

  private void eachFeature(JsonParser p, Consumer<SourceRow> consumer) {
    if (p.currentToken() != JsonToken.START_ARRAY) {
      throw new UserFault(name + " 的 features 不是数组 (not an array)", "检查文件是否正确");
    }
    while (p.nextToken() != JsonToken.END_ARRAY) {
      FeatureParts feature = new FeatureParts();
      if (p.currentToken() != JsonToken.START_OBJECT) {
        p.skipChildren();
        consumer.accept(feature.row(++number));
        continue;
      }
      while (p.nextToken() == JsonToken.PROPERTY_NAME) {
        String member = p.currentName();
        p.nextToken();
        feature.take(member, p);
      }
      consumer.accept(feature.row(++number));
    }
  }

  /** The name in {@code "crs": {"type": "name", "properties": {"name": …}}}. */
  private String crsName(JsonParser p) {
    if (JsonValues.read(p) instanceof Map<?, ?> member
        && member.get("properties") instanceof Map<?, ?> properties
        && properties.get("name") instanceof String words) {
      return words;
    }
    throw new UserFault(
        name + " 的 crs 成员无法理解 (its crs member names no system)",
        "改为 {\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4490\"}} 的形式,或删去后用 --crs 指明");
  }

  /** The members of one feature, collected in whatever order they come. */
  private static final class FeatureParts {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private Object id;
    private Geometry geometry;
    private String bad;

    void take(String member, JsonParser p) {
      switch (member) {
        case "id" -> id = JsonValues.read(p);
        case "properties" -> {
          if (JsonValues.read(p) instanceof Map<?, ?> properties) {
            properties.forEach((k, v) -> values.put((String) k, JsonValues.flat(v)));
          }
        }
        case "geometry" -> {
          try {
            geometry = GeometryMember.read(p);
          } catch (BadGeometry e) {
            bad = e.getMessage();
          }
        }
        default -> p.skipChildren();
      }
    }

    /** A feature's own id counts as a column unless the properties have one of that name. */
    SourceRow row(long number) {
      if (id != null) {
        values.putIfAbsent("id", id);
      }
      List<Problem> problems =
          bad == null ? List.of() : List.of(new Problem("geom", null, bad, "在源系统中修复图形"));
      return new SourceRow(number, values, geometry, problems);
    }
  }

  /** RFC 8142 puts a record separator before each text; JSON knows only white space there. */
  private static final class SeparatorsToSpaces extends FilterInputStream {
    SeparatorsToSpaces(InputStream in) {
      super(new BufferedInputStream(in, 1 << 16));
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      return b == 0x1E ? ' ' : b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      for (int i = offset; i < offset + n; i++) {
        if (bytes[i] == 0x1E) {
          bytes[i] = ' ';
        }
      }
      return n;
    }
  }
}
