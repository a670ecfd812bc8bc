package cn.anlan.data.ingest.mapping;

import java.util.Map;
import java.util.Set;

/**
 * How a source's last delivery into a layer was mapped.
 *
 * @param source whose: as {@code --source} named it, or by the headings of its file
 * @param fields column by field, coordinates among them; a template of columns has {@code =} before
 *     it
 * @param chosen the fields that a person had mapped
 */
public record KeptMapping(String source, Map<String, String> fields, Set<String> chosen) {
  /** Of a source that has delivered nothing yet, or is not to be asked. */
  public static final KeptMapping NONE = new KeptMapping("", Map.of(), Set.of());

  boolean isChosen(String field) {
    return chosen.contains(field);
  }
}
