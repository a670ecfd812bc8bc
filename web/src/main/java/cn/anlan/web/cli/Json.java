package cn.anlan.web.cli;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON text for programs. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  /** Indented, with a line end. */
  public static String pretty(Object value) {
    return MAPPER.writeValueAsString(value) + "\n";
  }
}
