package cn.anlan.data.export.plan;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.export.plan.ExportColumns.Column;
import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.export.request.ExportRequest;
import cn.anlan.data.export.request.HeadingLanguage;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A request that was found possible: what a writer needs to know.
 *
 * @param warnings grows while rows are written
 */
public record ExportPlan(
    Layer layer,
    ExportRequest request,
    List<Column> columns,
    Charset charset,
    Set<String> warnings) {

  /**
   * @throws UserFault where the layer may not go to the audience, or the format cannot hold what is
   *     asked
   */
  public static ExportPlan of(Catalog catalog, ExportRequest request) {
    Layer layer = catalog.getLayer(request.layer());
    request.release().requireMayHold(layer);
    ExportFormat format = request.format();
    if (format == ExportFormat.KML && request.crs() != CoordinateSystem.WGS84) {
      throw new UserFault("KML 只能是 WGS 84 (KML is always WGS 84)", "用 --crs EPSG:4326");
    }
    if (!layer.hasGeometry() && Loss.ofFormat(format).contains(Loss.NO_GEOMETRY)) {
      throw new UserFault(
          "图层 " + layer.id() + " 没有图形,不能写成 " + format.word() + " (a layer without geometry)",
          "用 --format xlsx、csv 或 gpkg");
    }
    if (request.headings() != HeadingLanguage.NAME && !format.hasHeadings()) {
      throw new UserFault(
          "格式 " + format.word() + " 的字段名容不下中英文标题 (its field names hold no titles)",
          "去掉 --headings;各字段的标题写在文件内的说明里");
    }
    List<Column> columns = ExportColumns.of(layer, request.fields(), request.headings());
    return new ExportPlan(layer, request, columns, charset(request), new LinkedHashSet<>());
  }

  /** The format asked for. */
  public ExportFormat format() {
    return request.format();
  }

  /** The system of the written coordinates. */
  public CoordinateSystem crs() {
    return request.crs();
  }

  /** Whether the layer holds points. */
  public boolean isPoints() {
    return layer.geometry() == GeometryKind.POINT;
  }

  /** Whether the layer's geometries have heights. */
  public boolean hasHeights() {
    return layer.geometry() == GeometryKind.LINE_Z;
  }

  /** What a table calls the columns of coordinates; empty where the layer has no geometry. */
  public List<String> placeHeadings() {
    if (!layer.hasGeometry()) {
      return List.of();
    }
    if (!isPoints()) {
      return List.of("wkt");
    }
    return crs().isDegrees() ? List.of("lon", "lat") : List.of("easting", "northing");
  }

  private static Charset charset(ExportRequest request) {
    String word = request.encoding().orElse("UTF-8").strip().toUpperCase(Locale.ROOT);
    if (!List.of("UTF-8", "UTF8", "GB18030", "GBK").contains(word)) {
      throw new UserFault("导出不支持编码 " + word + " (unknown encoding)", "用 UTF-8 或 GB18030");
    }
    if (word.startsWith("GB") && !request.format().hasEncoding()) {
      throw new UserFault(
          "格式 " + request.format().word() + " 的编码是固定的 (this format's encoding is fixed)",
          "去掉 --encoding,或用 --format csv 或 shp");
    }
    return word.startsWith("GB") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
  }
}
