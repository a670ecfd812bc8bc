package cn.anlan.data.source.file;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A file that was found readable as a whole, and gives its records as often as asked. */
public interface DeliveredFile extends AutoCloseable {
  /** What it was recognised as: {@code GeoJSON}, {@code CSV} … */
  String format();

  /** The columns in the order of the file. */
  List<String> columns();

  /** Columns that were read as coordinates, and so are no attributes. */
  default List<String> geometryColumns() {
    return List.of();
  }

  /** Whether records can carry a geometry. */
  boolean hasGeometry();

  Optional<DeclaredCrs> declaredCrs();

  /** What of the text encoding should stand in the report. */
  String encoding();

  /**
   * What whoever sends the file should see of how it was read: an encoding told by its texts, where
   * a sheet's heading was found, cells that were merged. {@link Problem#field} says what it is
   * about. Such things are shown and do not reject anything.
   */
  default List<Problem> notices() {
    return List.of();
  }

  /**
   * Reads the records one by one; none is kept.
   *
   * @throws cn.anlan.geo.fault.UserFault where the file breaks off
   */
  void forEach(Consumer<SourceRow> consumer);

  /** Removes temporary files. */
  @Override
  void close();
}
