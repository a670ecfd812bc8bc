package cn.anlan.data.delivery;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The record of one delivery. The names of the components are the names in JSON. What is not known
 * is null: deliveries from before these columns were kept have no counts and no report.
 *
 * @param kind {@code import}, or {@code rollback} of another delivery
 * @param crs of the delivered coordinates; null without geometry
 * @param mode {@code strict} or {@code quarantine}
 * @param writeRule {@code upsert}, {@code append} or {@code replace}
 * @param area what a replacement replaced: the code of a region, or {@code all}
 * @param removed rows that the layer no longer has because of it
 * @param dataVersion the version that it made; where it changed no row, the one that it found
 * @param undoes the delivery that this one took back
 * @param undoneBy the delivery that took this one back
 * @param awaiting its rows that still wait for correction
 * @param sourceColumns the file's columns in its order, but for those about persons
 * @param isTable whether coordinates stood in columns, or there were none; else features
 * @param report the import's report with its first thousand issues
 */
public record StoredDelivery(
    long id,
    String layer,
    String kind,
    String fileName,
    String sha256,
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
    String source,
    String licence,
    Double sigmaM,
    String author,
    long dataVersion,
    Instant createdAt,
    Long undoes,
    Long undoneBy,
    long awaiting,
    List<String> sourceColumns,
    Boolean isTable,
    JsonNode report) {

  /** In what form its rows came, and rejected ones go back. */
  public OriginalForm originalForm() {
    return new OriginalForm(
        Boolean.TRUE.equals(isTable), sourceColumns == null ? List.of() : sourceColumns, crs);
  }
}
