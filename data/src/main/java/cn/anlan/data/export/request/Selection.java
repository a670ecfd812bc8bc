package cn.anlan.data.export.request;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which rows of a layer, as a snapshot of it has answered. No filter text reaches the database.
 *
 * @param ids the rows, in ascending order; empty for all
 * @param dataVersion the version of the snapshot that was asked; empty for the present one
 * @param words how the rows were chosen, for the file's metadata; empty for all
 */
public record Selection(Optional<long[]> ids, OptionalLong dataVersion, String words) {

  /** Every row of the present version. */
  public static Selection all() {
    return new Selection(Optional.empty(), OptionalLong.empty(), "");
  }

  /**
   * The given rows of a version.
   *
   * @param ids in any order
   */
  public static Selection of(long[] ids, long dataVersion, String words) {
    long[] sorted = ids.clone();
    Arrays.sort(sorted);
    return new Selection(Optional.of(sorted), OptionalLong.of(dataVersion), words);
  }

  /** Every row of a version. */
  public static Selection allOf(long dataVersion) {
    return new Selection(Optional.empty(), OptionalLong.of(dataVersion), "");
  }
}
