package cn.anlan.data.delivery;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A rejected row as it was delivered, without data about persons.
 *
 * @param row its number in the file, from 1
 * @param code the business key by which a corrected row is known; null where there was none or the
 *     key itself is at fault
 * @param original what stood in each column, in the file's order
 * @param sourceGeom in the file's own coordinates; may be invalid, null where it could not be read
 * @param leftHow {@code corrected}, {@code superseded}, {@code undone} or {@code discarded}; null
 *     while it waits
 */
public record QuarantinedRow(
    long id,
    long deliveryId,
    String layer,
    long row,
    String code,
    Map<String, Object> original,
    Geometry sourceGeom,
    List<Fault> issues,
    String leftHow) {

  /** Why the row was rejected. */
  public record Fault(String field, String value, String reason, String remedy) {}
}
