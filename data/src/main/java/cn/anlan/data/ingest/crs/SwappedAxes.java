package cn.anlan.data.ingest.crs;

import cn.anlan.data.source.file.DeclaredCrs;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.SourceRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** A file whose coordinates came north first, read east first. Closing it leaves the file open. */
final class SwappedAxes implements DeliveredFile {
  private final DeliveredFile file;

  SwappedAxes(DeliveredFile file) {
    this.file = file;
  }

  @Override
  public void forEach(Consumer<SourceRow> consumer) {
    file.forEach(
        row ->
            consumer.accept(
                new SourceRow(
                    row.number(), row.values(), swapped(row.geometry()), row.problems())));
  }

  private static Geometry swapped(Geometry geometry) {
    if (geometry == null) {
      return null;
    }
    Geometry copy = geometry.copy();
    copy.apply(new Swap());
    copy.geometryChanged();
    return copy;
  }

  private static final class Swap implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence sequence, int i) {
      double first = sequence.getX(i);
      sequence.setOrdinate(i, Coordinate.X, sequence.getY(i));
      sequence.setOrdinate(i, Coordinate.Y, first);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }

  @Override
  public String format() {
    return file.format();
  }

  @Override
  public List<String> columns() {
    return file.columns();
  }

  @Override
  public List<String> geometryColumns() {
    return file.geometryColumns();
  }

  @Override
  public boolean hasGeometry() {
    return file.hasGeometry();
  }

  @Override
  public Optional<DeclaredCrs> declaredCrs() {
    return file.declaredCrs();
  }

  @Override
  public String encoding() {
    return file.encoding();
  }

  @Override
  public void close() {}
}
