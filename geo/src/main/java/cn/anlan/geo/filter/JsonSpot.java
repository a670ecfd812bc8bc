package cn.anlan.geo.filter;

import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A value of a filter in JSON and where it stands.
 *
 * @param path as {@code $.args[1]}
 */
record JsonSpot(JsonNode node, String path) implements Spot {
  private static final int SHOWN = 40;

  @Override
  public UserFault fault(String problemZh, String problemEn, String remedy) {
    return new UserFault(
        "过滤条件 %s：%s / filter, %s: %s".formatted(path, problemZh, path, problemEn), remedy);
  }

  /** The name of a condition or function. */
  String op() {
    if (!node.path("op").isString()) {
      throw wrong("条件", "a condition", "{\"op\": \"=\", \"args\": [{\"property\": \"level\"}, 1]}");
    }
    return node.get("op").asString();
  }

  /** The arguments of a condition or function. */
  List<JsonSpot> args() {
    return member("args").items();
  }

  /** The arguments, which must be so many. */
  List<JsonSpot> args(int count) {
    List<JsonSpot> args = args();
    if (args.size() != count) {
      throw fault(
          "应有 %d 个参数，实有 %d 个".formatted(count, args.size()),
          "%d arguments are needed, there are %d".formatted(count, args.size()),
          "见 / see " + op());
    }
    return args;
  }

  List<JsonSpot> items() {
    if (!node.isArray()) {
      throw wrong("数组", "an array", "[…]");
    }
    List<JsonSpot> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new JsonSpot(node.get(i), path + "[" + i + "]"));
    }
    return items;
  }

  boolean has(String member) {
    return node.has(member);
  }

  JsonSpot member(String name) {
    if (!node.has(name)) {
      throw wrong("有 " + name + " 的对象", "an object with " + name, "{\"" + name + "\": …}");
    }
    return new JsonSpot(node.get(name), path + "." + name);
  }

  String text() {
    if (!node.isString()) {
      throw wrong("文本", "a text", "\"…\"");
    }
    return node.asString();
  }

  double number() {
    if (!node.isNumber()) {
      throw wrong("数字", "a number", "12.5");
    }
    return FilterLimits.number(node.asString(), this).doubleValue();
  }

  /** That something else was expected here. */
  UserFault wrong(String zh, String en, String example) {
    String shown = node.toString();
    shown = shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown;
    return fault(
        "此处应为" + zh + "，实为 " + shown, en + " is expected, not " + shown, "例如 / " + example);
  }
}
