package cn.anlan.web.export;

import cn.anlan.data.export.ExportReport;
import java.time.Instant;
import java.util.Locale;

/**
 * A job as the API shows it. The names are stable.
 *
 * @param state queued, running, done, failed or cancelled
 * @param percent of the rows; 100 only when the file is there
 * @param expiresAt when the file is removed; null until there is one
 * @param file where the file is; null until there is one
 * @param report what was written; null until there is a file
 * @param problem what was wrong; null unless it failed
 */
record ExportAnswer(
    String id,
    String layer,
    String format,
    String state,
    long rowsDone,
    long rowsTotal,
    int percent,
    Instant createdAt,
    Instant finishedAt,
    Instant expiresAt,
    File file,
    ExportReport report,
    Problem problem) {

  record File(String href, String name, long bytes, String mediaType, String metadata) {}

  record Problem(String detail, String remedy) {}

  static ExportAnswer of(ExportJob job) {
    ExportReport report = job.report();
    boolean done = report != null;
    return new ExportAnswer(
        job.id(),
        job.request().layer(),
        job.request().format().word(),
        job.state().name().toLowerCase(Locale.ROOT),
        job.rowsDone(),
        job.rowsTotal(),
        done ? 100 : percent(job),
        job.createdAt(),
        job.finishedAt(),
        done ? job.finishedAt().plus(ExportJobs.KEPT) : null,
        done ? file(job, report) : null,
        report,
        job.problem() == null ? null : new Problem(job.problem(), job.remedy()));
  }

  private static File file(ExportJob job, ExportReport report) {
    String href = "/api/exports/" + job.id();
    return new File(
        href + "/file",
        report.file(),
        report.bytes(),
        job.request().format().mediaType(),
        ExportsController.description(job).isPresent() ? href + "/metadata" : null);
  }

  private static int percent(ExportJob job) {
    long share = job.rowsTotal() == 0 ? 0 : job.rowsDone() * 100 / job.rowsTotal();
    return (int) Math.min(99, share);
  }
}
