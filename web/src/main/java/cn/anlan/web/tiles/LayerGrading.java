package cn.anlan.web.tiles;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.RowPredicate;
import cn.anlan.geo.tile.Grading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a layer's features are coloured by: the field that its catalogue file names. */
@Component
class LayerGrading {
  /** Of a list with the scale {@link #FOUR_COLOURS} the colours in the order of its codes. */
  private static final List<String> COLOURS = List.of("red", "orange", "yellow", "blue");

  private static final String FOUR_COLOURS = "four_colours";

  private final Catalog catalog;

  LayerGrading(Database database) {
    this.catalog = database.catalog();
  }

  /** The grading; empty where the layer is of one colour. */
  Optional<Grading> of(Layer layer) {
    String colorBy = layer.style().colorBy();
    if (colorBy == null || !layer.getField(colorBy).queryable()) {
      return Optional.empty();
    }
    Field field = layer.getField(colorBy);
    if (field.codes() != null) {
      List<Code> codes = catalog.getCodes(field.codes()).codes();
      return Optional.of(new Grading(colorBy, codes.stream().map(Code::value).toList()));
    }
    return field.type() == FieldType.BOOLEAN
        ? Optional.of(new Grading(colorBy, List.of("true", "false")))
        : Optional.empty();
  }

  /**
   * The rows of some grades.
   *
   * @param words values of the layer's grading, or colours where it has four (红橙黄蓝)
   * @throws UserFault where the layer has no grading, or not these values
   */
  RowPredicate rowsOf(Layer layer, List<String> words) {
    Grading grading =
        of(layer)
            .orElseThrow(
                () ->
                    new UserFault(
                        "图层 " + layer.id() + " 没有分级 (the layer has no grades)",
                        "用 filter 选取 (choose its rows with a filter)"));
    Field field = layer.getField(grading.field());
    List<String> values = words.stream().map(word -> value(word, grading, layer)).toList();
    if (field.type() == FieldType.BOOLEAN) {
      return columns ->
          values.stream()
              .map(v -> columns.compare(field.name(), Comparison.EQUAL, Boolean.valueOf(v)))
              .reduce((a, b) -> a.or(b))
              .orElseThrow();
    }
    List<Object> literals =
        values.stream()
            .map(v -> field.type() == FieldType.INTEGER ? (Object) new BigDecimal(v) : v)
            .toList();
    return columns -> columns.in(field.name(), literals);
  }

  private String value(String word, Grading grading, Layer layer) {
    String wanted = word.strip();
    if (grading.worstFirst().contains(wanted)) {
      return wanted;
    }
    String list = layer.getField(grading.field()).codes();
    boolean coloured = list != null && FOUR_COLOURS.equals(catalog.getCodes(list).scale());
    int colour = coloured ? COLOURS.indexOf(wanted) : -1;
    if (colour < 0) {
      throw new UserFault(
          "grade=" + word + "：图层 " + layer.id() + " 没有这个等级 (no such grade)",
          "取 (take): "
              + String.join(", ", grading.worstFirst())
              + (coloured ? ", " + String.join(", ", COLOURS) : ""));
    }
    return grading.worstFirst().get(colour);
  }
}
