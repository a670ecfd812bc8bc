package cn.anlan.data.export.ogr;

import cn.anlan.data.export.geopackage.GeoPackageRows;
import cn.anlan.data.export.metadata.Metadata;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.export.row.ExportRow;
import cn.anlan.data.export.row.RowWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * FlatGeobuf, by way of a GeoPackage that GDAL turns into one, for its index needs all rows at
 * once. Title and metadata, which GDAL 3.6 does not write, are put into the header afterwards.
 */
public final class FlatGeobufRows implements RowWriter {
  private final ExportPlan plan;
  private final Path target;
  private final Path workDir;
  private final Path geoPackage;
  private final GeoPackageRows rows;

  /**
   * @param workDir takes the rows as a GeoPackage until the end
   */
  public FlatGeobufRows(Path target, ExportPlan plan, Path workDir) throws IOException {
    this.plan = plan;
    this.target = target;
    this.workDir = workDir;
    this.geoPackage = workDir.resolve("rows.gpkg");
    this.rows = new GeoPackageRows(geoPackage, plan);
  }

  @Override
  public void write(ExportRow row) throws IOException {
    rows.write(row);
  }

  @Override
  public void finish(Metadata metadata) throws IOException {
    rows.finish(metadata);
    rows.close();
    Path made = workDir.resolve("rows.fgb");
    String layer = plan.layer().id();
    List<String> arguments = new ArrayList<>(List.of("-nln", layer));
    if (plan.hasHeights()) { // a file is of one kind; a line without heights gets 0
      arguments.addAll(List.of("-dim", "XYZ"));
    }
    arguments.addAll(List.of(made.toString(), geoPackage.toString(), layer));
    new OgrTarget(workDir, ExportFormat.FGB, "FlatGeobuf").convert("GPKG", arguments);
    FlatGeobufHeader.describe(made, target, metadata);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
