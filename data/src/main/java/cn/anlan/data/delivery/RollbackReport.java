package cn.anlan.data.delivery;

/**
 * What taking back a delivery did, or would do. The names of the components are the names in JSON.
 *
 * @param delivery the one that is taken back
 * @param rollback the record of the taking back; null in a dry run
 * @param deleted rows that the delivery had added
 * @param restored rows that it had changed, now as they were before
 * @param returned rows that it had removed
 * @param quarantineEnded its rows that waited for correction and no longer do
 * @param quarantineReopened rows that it had corrected and that wait again
 * @param dataVersion the version after it
 */
public record RollbackReport(
    long delivery,
    String layer,
    boolean dryRun,
    Long rollback,
    long deleted,
    long restored,
    long returned,
    long quarantineEnded,
    long quarantineReopened,
    long dataVersion) {

  /** The same where everything was undone again. */
  RollbackReport asDryRun(long versionBefore) {
    return new RollbackReport(
        delivery,
        layer,
        true,
        null,
        deleted,
        restored,
        returned,
        quarantineEnded,
        quarantineReopened,
        versionBefore);
  }
}
