package cn.anlan.web.site;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.problem.TooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON object of a request, read within {@value #MAX_BYTES} bytes. Members are asked for by
 * name and kind; a wrong one is refused by name, and so is one that nobody would read, because a
 * misspelt condition must not be passed over in silence.
 */
public final class SiteBody {
  /** Enough for {@link SiteGeometry#MAX_VERTICES} vertices written with fifteen digits. */
  public static final int MAX_BYTES = 2 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final JsonNode root;

  private SiteBody(JsonNode root) {
    this.root = root;
  }

  /**
   * Reads a request's body; what is too large is not read to its end.
   *
   * @throws TooLarge beyond {@link #MAX_BYTES}
   * @throws UserFault where it is no JSON object, with line and column
   */
  public static SiteBody read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new TooLarge(
          "请求超过 " + (MAX_BYTES >> 20) + " MB (request too large)",
          "概化图形，至多 " + SiteGeometry.MAX_VERTICES + " 个顶点 (simplify the geometry)");
    }
    return parse(new String(bytes, StandardCharsets.UTF_8));
  }

  /** As {@link #read}, from text. */
  public static SiteBody parse(String json) {
    JsonNode root;
    try {
      root = MAPPER.readTree(json);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      String where =
          at == null
              ? ""
              : "第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列 (line, column)：";
      throw new UserFault(
          "不是有效的 JSON (not valid JSON)，"
              + where
              + e.getOriginalMessage().replaceAll(":? enable .*", ""),
          "数字不能写作 NaN 或 Infinity，名称不得重复 (no NaN, no Infinity, no doubled names)");
    }
    if (root == null || !root.isObject()) {
      throw new UserFault(
          "请求应为一个 JSON 对象 (a JSON object is expected)",
          "写作 {\"geometry\": …} (write {\"geometry\": …})");
    }
    return new SiteBody(root);
  }

  /**
   * @throws UserFault for a member that is not among these
   */
  public void allowOnly(Set<String> names) {
    for (String name : root.propertyNames()) {
      if (!names.contains(name)) {
        throw new UserFault(
            "不认识 " + name + " (unknown member)",
            "可用 (known): " + String.join(", ", names.stream().sorted().toList()));
      }
    }
  }

  /** The members beside these. */
  public JsonNode others(Set<String> names) {
    ObjectNode others = ((ObjectNode) root).deepCopy();
    return others.remove(names);
  }

  /** The whole object as JSON text, members in the order in which they were sent. */
  public String json() {
    return root.toString();
  }

  /** The member, or a missing node. */
  public JsonNode node(String name) {
    return root.path(name);
  }

  public boolean has(String name) {
    return root.hasNonNull(name);
  }

  /** A text, or null where it is absent, null or blank. */
  public String text(String name) {
    JsonNode node = root.path(name);
    require(!root.hasNonNull(name) || node.isString(), name, "文本 (a text)");
    String value = root.hasNonNull(name) ? node.asString().strip() : "";
    return value.isEmpty() ? null : value;
  }

  /** A flag, or false. */
  public boolean flag(String name) {
    require(!root.hasNonNull(name) || root.path(name).isBoolean(), name, "true 或 false");
    return root.path(name).asBoolean(false);
  }

  /** A number that is finite and not negative, or null. */
  public Double length(String name) {
    if (!root.hasNonNull(name)) {
      return null;
    }
    JsonNode node = root.path(name);
    boolean good = node.isNumber() && Double.isFinite(node.asDouble()) && node.asDouble() >= 0;
    require(good, name, "不小于 0 的米数 (metres, not negative)");
    return node.asDouble();
  }

  /** A day written yyyy-MM-dd, or null. */
  public LocalDate date(String name) {
    String text = text(name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new UserFault(
          name + "=" + text + " 不是日期 (not a date)", "写作 yyyy-MM-dd (write yyyy-MM-dd)");
    }
  }

  private void require(boolean holds, String name, String wanted) {
    if (!holds) {
      String value = root.path(name).toString();
      throw new UserFault(
          name + "=" + shortened(value) + " 不可用 (not usable)", "应为 (give) " + wanted);
    }
  }

  static String shortened(String value) {
    return value.length() > 60 ? value.substring(0, 60) + "…" : value;
  }
}
