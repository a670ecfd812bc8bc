package cn.anlan.data.export;

import java.io.Closeable;
import java.io.IOException;

/** Writes rows one by one; memory does not grow with their number. */
interface RowWriter extends Closeable {
  void write(ExportRow row) throws IOException;

  /** Completes the file. To be called once after the last row; without it the file is broken. */
  void finish(Metadata metadata) throws IOException;

  /** Lets go of files, also of a broken one. */
  @Override
  void close() throws IOException;
}
