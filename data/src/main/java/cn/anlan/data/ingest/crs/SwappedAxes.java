package cn.anlan.data.ingest.crs;

import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.FileView;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.geo.shape.VertexMove;
import java.util.function.Consumer;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/** A file whose coordinates came north first, read east first. Closing it leaves the file open. */
final class SwappedAxes extends FileView {
  SwappedAxes(DeliveredFile file) {
    super(file);
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
    return geometry == null ? null : VertexMove.copy(geometry, SwappedAxes::swap);
  }

  private static void swap(CoordinateSequence vertices, int i) {
    double first = vertices.getX(i);
    vertices.setOrdinate(i, CoordinateSequence.X, vertices.getY(i));
    vertices.setOrdinate(i, CoordinateSequence.Y, first);
  }
}
