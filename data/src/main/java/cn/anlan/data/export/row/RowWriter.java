package cn.anlan.data.export.row;

import cn.anlan.data.export.metadata.Metadata;
import java.io.Closeable;
import java.io.IOException;

/** Writes rows one by one; memory does not grow with their number. */
public interface RowWriter extends Closeable {
  void write(ExportRow row) throws IOException;

  /** Completes the file. To be called once after the last row; without it the file is broken. */
  void finish(Metadata metadata) throws IOException;

  /** Lets go of files, also of a broken one. */
  @Override
  void close() throws IOException;
}
