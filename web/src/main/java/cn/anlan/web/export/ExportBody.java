package cn.anlan.web.export;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a job is asked for: a JSON object with {@code layer} and {@code format} and the words of
 * {@link ExportQuestion}, each a text ({@code fields} may be a list, {@code limit} a number).
 */
final class ExportBody {
  private static final int MAX_BYTES = 64 << 10;

  private ExportBody() {}

  /**
   * @throws UserFault naming the member that is missing or wrong; not more than the limit is read
   */
  static ExportQuestion read(InputStream in, String who) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new UserFault("内容超过 64 KB (body too large)", "缩短条件 (shorten the filter)");
    }
    Map<String, String> words = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : object(bytes).properties()) {
      words.put(member.getKey(), text(member.getKey(), member.getValue()));
    }
    String layer = required("layer", words);
    String format = required("format", words);
    words.keySet().stream()
        .filter(w -> !ExportQuestion.WORDS.contains(w))
        .findFirst()
        .ifPresent(
            w -> {
              throw fault("没有成员 " + w + " (no such member)");
            });
    return ExportQuestion.of(layer, format, words::get, who);
  }

  private static JsonNode object(byte[] bytes) {
    try {
      JsonNode node = JsonMapper.shared().readTree(bytes);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException broken) {
      throw fault("不是有效的 JSON (not valid JSON)");
    }
    throw fault("应为 JSON 对象 (a JSON object is expected)");
  }

  private static String text(String name, JsonNode value) {
    if (value.isArray() && name.equals("fields")) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(v -> text(name, v))
          .collect(Collectors.joining(","));
    }
    if (value.isString() || value.isNumber()) {
      return value.asString();
    }
    if (value.isNull()) {
      return null;
    }
    throw fault("成员 " + name + " 应为文字 (a text is expected)");
  }

  private static String required(String name, Map<String, String> words) {
    String value = words.remove(name);
    if (value == null || value.isBlank()) {
      throw fault("缺少成员 " + name + " (missing member)");
    }
    return value;
  }

  private static UserFault fault(String problem) {
    String known =
        Stream.concat(Stream.of("layer", "format"), ExportQuestion.WORDS.stream().sorted())
            .collect(Collectors.joining(", "));
    return new UserFault(problem, "可用 (known): " + known);
  }
}
