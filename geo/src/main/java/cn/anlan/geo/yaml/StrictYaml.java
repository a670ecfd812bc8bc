package cn.anlan.geo.yaml;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads definition files into records. Unknown keys, doubled keys, wrong types and missing required
 * values are refused with file, line and column; nothing is guessed. An absent flag is false. Keys
 * are {@code snake_case}, the record's components {@code camelCase}.
 */
public final class StrictYaml {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private StrictYaml() {}

  /**
   * Reads one document.
   *
   * @param file the name that messages show; not opened
   * @throws DefinitionException where the text is not a valid {@code type}
   */
  public static <T> T read(String file, String text, Class<T> type) {
    try {
      T value = MAPPER.readValue(text, type);
      if (value == null) {
        throw new DefinitionException(file, "is empty");
      }
      return value;
    } catch (JacksonException e) {
      if (e.getCause() instanceof DefinitionException inner) {
        throw inner;
      }
      TokenStreamLocation at = e instanceof DatabindException d ? locate(text, d) : e.getLocation();
      int line = at == null ? 0 : at.getLineNr();
      int column = at == null ? 0 : at.getColumnNr();
      throw new DefinitionException(file, line, column, problem(e));
    }
  }

  /**
   * Reads one document as it stands, for what is changed before it is bound.
   *
   * @param file the name that messages show; not opened
   * @throws DefinitionException where the text is not YAML or no mapping
   */
  public static ObjectNode tree(String file, String text) {
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode root) {
        return root;
      }
      throw new DefinitionException(file, "is not a mapping of keys to values");
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw new DefinitionException(
          file, at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr(), problem(e));
    }
  }

  /**
   * Binds a tree as {@link #read} binds a text.
   *
   * @throws IllegalArgumentException where it is not a valid {@code type}; the message names the
   *     key
   */
  public static <T> T bind(ObjectNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(problem(e), e);
    }
  }

  /**
   * A fault that shows only after reading, such as a name that is not in the catalogue.
   *
   * @param pointer where it stands, as a JSON pointer: {@code /targets/0/layer}; where there is no
   *     such key, the fault is that of the nearest one around it
   */
  public static DefinitionException fault(
      String file, String text, String pointer, String problem) {
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      TokenStreamLocation place = locate(text, at);
      if (place != null) {
        return new DefinitionException(file, place.getLineNr(), place.getColumnNr(), problem);
      }
    }
    return new DefinitionException(file, 1, 1, problem);
  }

  private static String problem(JacksonException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      String known =
          unknown.getKnownPropertyIds().stream()
              .map(Object::toString)
              .sorted()
              .collect(Collectors.joining(", "));
      return "unknown key '" + unknown.getPropertyName() + "'; known keys here: " + known;
    }
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String text = root instanceof JacksonException j ? j.getOriginalMessage() : root.getMessage();
    String path = e instanceof DatabindException d ? path(d) : "";
    return (path.isEmpty() ? "" : "at " + path + ": ") + text;
  }

  private static String path(DatabindException e) {
    return e.getPath().stream()
        .map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : r.getPropertyName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  /**
   * Where the faulty key stands. Records are built from buffered tokens, which have lost their
   * lines, so the text is walked once more to the path that the fault names.
   */
  private static TokenStreamLocation locate(String text, DatabindException fault) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : fault.getPath()) {
      pointer
          .append('/')
          .append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
    }
    TokenStreamLocation place = locate(text, pointer.toString());
    return place == null ? fault.getLocation() : place;
  }

  /** Where a key, or an element of a list, stands; null where there is none. */
  private static TokenStreamLocation locate(String text, String pointer) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        boolean named = token == JsonToken.PROPERTY_NAME || parser.currentName() == null;
        if (named && parser.streamReadContext().pathAsPointer().toString().equals(pointer)) {
          return parser.currentTokenLocation();
        }
      }
    } catch (JacksonException unreadable) {
      return null;
    }
    return null;
  }
}
