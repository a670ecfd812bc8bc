package cn.anlan.data.export.ogr;

import cn.anlan.data.export.metadata.Metadata;
import cn.anlan.data.export.metadata.MetadataJson;
import cn.anlan.data.export.plan.ExportColumns.Column;
import com.google.flatbuffers.FlatBufferBuilder;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Header;

/**
 * Puts title, description and metadata into the header of a FlatGeobuf, and titles to its columns.
 * The file is eight bytes, the header behind its length, index and features; places in it count
 * from the features' begin, so the header may grow.
 */
final class FlatGeobufHeader {
  private static final int MAGIC = 8;

  private FlatGeobufHeader() {}

  /** Copies a file with a new header. */
  static void describe(Path from, Path to, Metadata metadata) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = Files.newOutputStream(to)) {
      DataInputStream data = new DataInputStream(in);
      out.write(data.readNBytes(MAGIC));
      int length = Integer.reverseBytes(data.readInt());
      ByteBuffer old = ByteBuffer.wrap(data.readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN);
      out.write(rebuilt(Header.getRootAsHeader(old), metadata));
      in.transferTo(out);
    }
  }

  private static byte[] rebuilt(Header old, Metadata metadata) {
    FlatBufferBuilder b = new FlatBufferBuilder(4096);
    int name = b.createString(old.name());
    int envelope = envelope(old, b);
    int columns = columns(old, metadata, b);
    int crs = old.crs() == null ? 0 : crs(old.crs(), b);
    int title = b.createString(metadata.plan().layer().title().zh());
    int description = b.createString(metadata.line());
    int json = b.createString(MetadataJson.text(metadata));
    int header =
        Header.createHeader(
            b,
            name,
            envelope,
            old.geometryType(),
            old.hasZ(),
            old.hasM(),
            old.hasT(),
            old.hasTm(),
            columns,
            old.featuresCount(),
            old.indexNodeSize(),
            crs,
            title,
            description,
            json);
    Header.finishSizePrefixedHeaderBuffer(b, header);
    return b.sizedByteArray();
  }

  private static int envelope(Header old, FlatBufferBuilder b) {
    double[] values = new double[old.envelopeLength()];
    for (int i = 0; i < values.length; i++) {
      values[i] = old.envelope(i);
    }
    return values.length == 0 ? 0 : Header.createEnvelopeVector(b, values);
  }

  private static int columns(Header old, Metadata metadata, FlatBufferBuilder b) {
    Map<String, Column> ours =
        metadata.plan().columns().stream()
            .collect(Collectors.toMap(Column::heading, Function.identity()));
    int[] columns = new int[old.columnsLength()];
    for (int i = 0; i < columns.length; i++) {
      var column = old.columns(i);
      int name = b.createString(column.name());
      Column known = ours.get(column.name());
      int title = known == null ? 0 : b.createString(Metadata.both(known.title()));
      columns[i] =
          org.wololo.flatgeobuf.generated.Column.createColumn(
              b,
              name,
              column.type(),
              title,
              0,
              column.width(),
              column.precision(),
              column.scale(),
              column.nullable(),
              column.unique(),
              column.primaryKey(),
              0);
    }
    return Header.createColumnsVector(b, columns);
  }

  private static int crs(Crs old, FlatBufferBuilder b) {
    int org = text(old.org(), b);
    int name = text(old.name(), b);
    int description = text(old.description(), b);
    int wkt = text(old.wkt(), b);
    int code = text(old.codeString(), b);
    return Crs.createCrs(b, org, old.code(), name, description, wkt, code);
  }

  private static int text(String text, FlatBufferBuilder b) {
    return text == null ? 0 : b.createString(text);
  }
}
