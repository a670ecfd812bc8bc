package cn.anlan.data.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which fields say when a layer's rows hold or happened: what a time interval asked of the layer is
 * held against. It is the layer's first field of type date; where that is the first day of a pair
 * (valid_from and valid_to, licence_from and licence_until …), the row holds between the two.
 *
 * @param begin field of the day, or of the first day
 * @param end field of the last day; null where a row has one day only
 * @param endIncluded whether the row still holds on its last day ({@code valid_to} is the first day
 *     on which it no longer does)
 */
public record LayerTime(String begin, String end, boolean endIncluded) {
  private static final String UNTIL_BEFORE = "valid_to";

  private static final Map<String, List<String>> PAIRS =
      Map.of(
          "valid_from", List.of(UNTIL_BEFORE),
          "licence_from", List.of("licence_to", "licence_until"),
          "starts_on", List.of("ends_on"),
          "from_on", List.of("to_on"),
          "started_on", List.of("planned_end"),
          "listed_on", List.of("delisted_on"));

  /** Empty where the layer's rows have no time. */
  public static Optional<LayerTime> of(Layer layer) {
    return layer.fields().stream()
        .filter(field -> field.type() == FieldType.DATE && field.queryable())
        .map(Field::name)
        .findFirst()
        .map(begin -> new LayerTime(begin, end(begin, layer)));
  }

  private LayerTime(String begin, String end) {
    this(begin, end, !UNTIL_BEFORE.equals(end));
  }

  private static String end(String begin, Layer layer) {
    return PAIRS.getOrDefault(begin, List.of()).stream()
        .filter(name -> layer.findField(name).isPresent())
        .findFirst()
        .orElse(null);
  }

  public boolean isInterval() {
    return end != null;
  }
}
