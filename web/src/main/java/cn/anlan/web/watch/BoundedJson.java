package cn.anlan.web.watch;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON text of limited size. */
final class BoundedJson {
  private static final int MAX_BYTES = 2 << 20;

  private BoundedJson() {}

  /**
   * @throws UserFault where it is too large or no JSON object; not more than the limit is read
   */
  static JsonNode read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new UserFault("内容超过 2 MB (body too large)", "简化图形 (simplify the geometry)");
    }
    try {
      JsonNode node = JsonMapper.shared().readTree(bytes);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException broken) {
      throw new UserFault(
          "不是有效的 JSON (not valid JSON): " + broken.getOriginalMessage(), "检查引号与括号 (check it)");
    }
    throw new UserFault("应为 JSON 对象 (a JSON object is expected)", "如 {\"title\": …}");
  }
}
