package cn.anlan.data.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Writes rows one by one; memory does not grow. */
interface RowWriter extends Closeable {
  /**
   * @param values in the order of the columns: String, List, Long, Double, Boolean, LocalDate, null
   * @param geometry in the coordinate system of the export; null where the row has none
   */
  void write(List<Object> values, Geometry geometry) throws IOException;
}
