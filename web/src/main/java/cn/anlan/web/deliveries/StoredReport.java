package cn.anlan.web.deliveries;

import cn.anlan.data.delivery.Quarantine;
import cn.anlan.data.delivery.StoredDelivery;
import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.quarantine.RejectedShapes;
import cn.anlan.data.store.Database;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.print.Language;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The sheet of a delivery that was committed: its kept report, and the rows that still wait. */
public final class StoredReport {
  /** A report of a former program may have had other parts. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final int MAPPED_ROWS = 2_000;

  private StoredReport() {}

  /**
   * @throws UserFault where the delivery has no report: a taking back, or one from before reports
   *     were kept
   */
  public static DeliverySheet sheet(Database database, StoredDelivery delivery, Language language) {
    if (delivery.report() == null) {
      throw new UserFault(
          "批次 " + delivery.id() + " 没有报告 (has no report)", "撤销和早期的批次没有报告 (takings back have none)");
    }
    ImportReport report = JSON.treeToValue(delivery.report(), ImportReport.class);
    RejectedShapes shapes =
        new RejectedShapes(
            delivery.crs() == null
                ? null
                : CoordinateSystem.findByCode(delivery.crs()).orElse(null));
    new Quarantine(database)
        .waiting(null, delivery.id(), 0, MAPPED_ROWS)
        .forEach(row -> shapes.add(row.row(), row.sourceGeom()));
    List<Geometry> outlines = shapes.shapes().isEmpty() ? List.of() : RegionOutlines.read(database);
    return new DeliverySheet(language, report, shapes, outlines);
  }
}
