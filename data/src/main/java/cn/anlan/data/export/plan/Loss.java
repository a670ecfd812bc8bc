package cn.anlan.data.export.plan;

import static cn.anlan.data.export.request.ExportFormat.CSV;
import static cn.anlan.data.export.request.ExportFormat.DXF;
import static cn.anlan.data.export.request.ExportFormat.FGB;
import static cn.anlan.data.export.request.ExportFormat.GEOJSON;
import static cn.anlan.data.export.request.ExportFormat.GEOJSONSEQ;
import static cn.anlan.data.export.request.ExportFormat.GPKG;
import static cn.anlan.data.export.request.ExportFormat.KML;
import static cn.anlan.data.export.request.ExportFormat.SHP;
import static cn.anlan.data.export.request.ExportFormat.XLSX;

import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.export.plan.ExportColumns.Column;
import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a format cannot carry, or carries in another shape. Every file says those that apply to it;
 * {@code docs/formats.md} is made of them, and the round-trip test holds that there are no others.
 */
public enum Loss {
  BESIDE(
      Set.of(CSV),
      plan -> true,
      "表内无处写说明：说明在随附的 -metadata.json（W3C CSVW）里",
      "the table has no room for metadata: they stand in the -metadata.json beside it (W3C CSVW)"),
  FIRST_FEATURE(
      Set.of(GEOJSONSEQ),
      plan -> true,
      "说明只在第一个要素上，不含行数、来源和精度的统计",
      "the metadata stand on the first feature, without the counts of rows, sources and accuracy"),
  UNDECLARED(
      Set.of(CSV, XLSX, DXF),
      plan -> plan.layer().hasGeometry(),
      "数据本身不带坐标系：再导入须 --crs",
      "the data declare no coordinate system: importing them needs --crs"),
  UNREGISTERED(
      Set.of(GPKG, SHP, FGB),
      plan -> plan.layer().hasGeometry() && plan.crs().epsg().isEmpty(),
      "GCJ-02、BD-09 没有登记代码，文件标为未定义坐标系：再导入须 --crs",
      "GCJ-02 and BD-09 are in no register, the system is marked undefined: importing needs --crs"),
  OLD_CRS(
      Set.of(GEOJSON, GEOJSONSEQ),
      plan -> plan.layer().hasGeometry() && plan.crs() != CoordinateSystem.WGS84,
      "坐标系写在旧式 crs 成员里，只认 RFC 7946 的程序会当作 WGS 84",
      "the system is in a crs member of the older kind; a program that knows only RFC 7946 takes"
          + " the coordinates for WGS 84"),
  WGS84_ONLY(
      Set.of(KML),
      plan -> plan.layer().hasGeometry(),
      "只能是 WGS 84 经纬度",
      "always WGS 84 longitude and latitude"),
  NEUTRALISED(
      Set.of(CSV, XLSX),
      plan -> has(plan, FieldType.TEXT, FieldType.TEXT_LIST),
      "以 = + - @ 或制表、回车开头的文字前加了单引号，免被表格软件当公式执行；再导入时去掉",
      "texts that begin with = + - @, tab or return have an apostrophe before them, so that no"
          + " spreadsheet runs them; the import takes it away"),
  LISTS(
      Set.of(CSV, XLSX, GPKG, SHP, KML, FGB),
      plan -> has(plan, FieldType.TEXT_LIST),
      "多值字段以“; ”连成一段文字：项内含 ; ； 、 | 的，再导入时会被拆开",
      "lists are one text joined by \"; \": an item with ; ； 、 or | inside falls apart when"
          + " imported"),
  EMPTY(
      Set.of(ExportFormat.values()),
      plan -> true,
      "空文字、空列表与空值不分：再导入都成空值",
      "an empty text, an empty list and none are one: the import takes all for none"),
  TEXTS_ONLY(
      Set.of(CSV, KML),
      plan -> true,
      "各值都是文字；类型在说明或模式里",
      "all values are texts; their types stand in the metadata or the schema"),
  DATE_TIMES(
      Set.of(FGB),
      plan -> has(plan, FieldType.DATE),
      "日期成为零时的日期时间",
      "dates are date-times at midnight"),
  CELL_LENGTH(
      Set.of(XLSX),
      plan -> true,
      "一格最多 32,767 字：更长的文字被截断，更长的图形（WKT）留空，逐次报告",
      "a cell holds 32,767 characters: longer texts are cut, longer geometries (WKT) are left out;"
          + " each time it is reported"),
  SHEET_NUMBERS(
      Set.of(XLSX),
      plan -> true,
      "数都是双精度，超过 15 位的整数末位不保；1900-03-01 之前的日期写成文字；每表 1,048,575 行，超出的另起一表",
      "all numbers are doubles, whole numbers beyond 15 digits lose their last ones; dates before"
          + " 1900-03-01 are texts; 1,048,575 rows a sheet, then another sheet begins"),
  SHORT_NAMES(
      Set.of(SHP),
      plan -> plan.columns().stream().anyMatch(c -> c.name().length() > 10),
      "字段名最多 10 个字符，长的按固定规则缩短；对照在包内 README.txt，导入认得",
      "names of fields have at most 10 characters and are shortened by a fixed rule; README.txt"
          + " inside lists them, and the import knows them"),
  DBASE(
      Set.of(SHP),
      plan -> true,
      "文字最多 254 字节，超出的截断并报告；数最多 15 位小数；整数最多 18 位；一个文件不过 2 GB",
      "texts have at most 254 bytes, longer ones are cut and that is reported; numbers have at most"
          + " 15 decimals, whole ones 18 digits; a file has at most 2 GB"),
  ONE_KIND(
      Set.of(SHP),
      plan -> plan.layer().geometry() == GeometryKind.ANY,
      "一个文件只有一种图形：点、线、面分成几个",
      "a file holds one kind of geometry: points, lines and polygons become files of their own"),
  RING_DIRECTION(
      Set.of(SHP),
      Loss::hasAreas,
      "面的外环一律顺时针、洞逆时针：顶点次序可能反转，位置不变",
      "outer rings run clockwise and holes the other way: vertices may come in reverse order, in"
          + " their places"),
  ZERO_HEIGHTS(
      Set.of(SHP, FGB, DXF),
      plan -> plan.layer().heightsOptional(),
      "没有高程的线高程成为 0：再导入时全 0 按没有高程处理",
      "lines without heights have the height 0; the import takes heights that are all 0 for none"),
  NO_GEOMETRY(
      Set.of(SHP, FGB, DXF),
      plan -> false,
      "没有图形的图层不写成此格式",
      "layers without geometry are not written in this format"),
  XDATA(
      Set.of(DXF),
      plan -> true,
      "没有属性表：属性写在图元的扩展数据（XDATA，应用名 ANLAN）里，每项最多 255 字节，一个图元最多 16 KB，" + "多数程序不显示，本系统导入 DXF 只取图形",
      "no table of attributes: they are extended data (XDATA of the application ANLAN), at most 255"
          + " bytes each and 16 KB an entity, which few programs show; our import takes the"
          + " geometry only"),
  RINGS(
      Set.of(DXF),
      Loss::hasAreas,
      "面成为闭合多段线，一环一个图元，洞只在扩展数据里注明",
      "polygons become closed polylines, one entity a ring; what is a hole stands in the extended"
          + " data only");

  private final Set<ExportFormat> formats;
  private final Predicate<ExportPlan> applies;
  private final Text text;

  Loss(Set<ExportFormat> formats, Predicate<ExportPlan> applies, String zh, String en) {
    this.formats = formats;
    this.applies = applies;
    this.text = new Text(zh, en);
  }

  /** Those that a file of this plan suffers. */
  public static List<Loss> of(ExportPlan plan) {
    return ofFormat(plan.format()).stream().filter(l -> l.applies.test(plan)).toList();
  }

  /** Those that some layer or system may suffer in the format. */
  public static List<Loss> ofFormat(ExportFormat format) {
    return Arrays.stream(values()).filter(l -> l.formats.contains(format)).toList();
  }

  /** The loss in words, for people. */
  public Text text() {
    return text;
  }

  private static boolean hasAreas(ExportPlan plan) {
    GeometryKind kind = plan.layer().geometry();
    return kind == GeometryKind.POLYGON || kind == GeometryKind.ANY;
  }

  private static boolean has(ExportPlan plan, FieldType... types) {
    return plan.columns().stream().map(Column::type).anyMatch(List.of(types)::contains);
  }
}
