package cn.anlan.data.source.file;

import java.util.List;
import java.util.Optional;

/**
 * A delivered file seen otherwise: a subclass says how its rows are read, and what else differs.
 * Closing it leaves the file open.
 */
public abstract class FileView implements DeliveredFile {
  protected final DeliveredFile file;

  protected FileView(DeliveredFile file) {
    this.file = file;
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
