package cn.anlan.data.catalog;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One layer as its catalogue file describes it. The table, the import checks, the API schema, the
 * export headings, the legend and the pop-up all come from this record.
 *
 * @param id table name in schema {@code layer}
 * @param group theme under which lists show the layer: a value of the code list {@code
 *     layer_group}, by default {@code other}
 * @param geometryRequired whether a row must have a shape: what others are measured to must
 * @param heightsOptional whether a line of a layer with heights may come without any; in the table
 *     the heights of such a line are NaN
 * @param withinProvince whether a feature outside the province is refused at import
 * @param regionField the field that holds the declared region code, or null
 * @param regionLocatedField the field that takes the code of the county that the point lies in
 * @param derive name of the computation that completes a row at import, or null
 * @param acrossRows name of the check that compares rows with one another at import, or null
 * @param atLeastOne fields of which every row must fill at least one; empty for no such demand
 */
public record Layer(
    String id,
    String group,
    Text title,
    Text description,
    GeometryKind geometry,
    boolean geometryRequired,
    boolean heightsOptional,
    Disclosure disclosure,
    Accuracy accuracy,
    boolean withinProvince,
    String regionField,
    String regionLocatedField,
    String derive,
    String acrossRows,
    List<String> atLeastOne,
    Style style,
    List<Field> fields) {
  private static final String OTHER = "other";
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  public Layer {
    require(id != null && ID.matcher(id).matches(), "layer id '" + id + "' is not snake_case");
    group = group == null ? OTHER : group;
    require(title != null, "'title' is required");
    require(description != null, "'description' is required");
    require(geometry != null, "'geometry' is required");
    require(
        !heightsOptional || geometry == GeometryKind.LINE_Z,
        "'heights_optional' is for layers of line_z only");
    require(disclosure != null, "'disclosure' is required: public, internal or restricted");
    require(accuracy != null, "'accuracy' is required: required or optional");
    require(style != null, "'style' is required");
    require(fields != null && !fields.isEmpty(), "'fields' is required");
    fields = List.copyOf(fields);
    Set<String> seen = new HashSet<>();
    for (Field field : fields) {
      require(seen.add(field.name()), "field '" + field.name() + "' stands twice");
    }
    atLeastOne = atLeastOne == null ? List.of() : List.copyOf(atLeastOne);
    for (String name : atLeastOne) {
      require(seen.contains(name), "at_least_one: there is no field '" + name + "'");
    }
    for (String name : new String[] {regionField, regionLocatedField}) {
      require(name == null || seen.contains(name), "there is no field '" + name + "'");
    }
    require(
        style.colorBy() == null || seen.contains(style.colorBy()),
        "style.color_by: there is no field '" + style.colorBy() + "'");
  }

  public Optional<Field> findField(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /**
   * @throws UserFault where the layer has no such field
   */
  public Field getField(String name) {
    return findField(name)
        .orElseThrow(
            () ->
                new UserFault(
                    "图层 " + id + " 没有字段 " + name + " (no such field)",
                    "可用字段 (fields): "
                        + fields.stream().map(Field::name).collect(Collectors.joining(", "))));
  }

  public boolean hasGeometry() {
    return geometry != GeometryKind.NONE;
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }
}
