package cn.anlan.web.deliveries;

import cn.anlan.data.delivery.StoredDelivery;
import java.time.Instant;

/** A delivery in a list: without its report. What is not known is null. */
public record DeliveryAnswer(
    long id,
    String layer,
    String kind,
    String fileName,
    String crs,
    String mode,
    String writeRule,
    String area,
    long accepted,
    long rejected,
    Long inserted,
    Long updated,
    Long removed,
    Long unchanged,
    String author,
    long dataVersion,
    Instant createdAt,
    Long undoes,
    Long undoneBy,
    long awaiting) {

  public static DeliveryAnswer of(StoredDelivery d) {
    return new DeliveryAnswer(
        d.id(),
        d.layer(),
        d.kind(),
        d.fileName(),
        d.crs(),
        d.mode(),
        d.writeRule(),
        d.area(),
        d.accepted(),
        d.rejected(),
        d.inserted(),
        d.updated(),
        d.removed(),
        d.unchanged(),
        d.author(),
        d.dataVersion(),
        d.createdAt(),
        d.undoes(),
        d.undoneBy(),
        d.awaiting());
  }
}
