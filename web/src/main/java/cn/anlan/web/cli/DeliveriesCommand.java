package cn.anlan.web.cli;

import cn.anlan.data.delivery.Deliveries;
import cn.anlan.data.delivery.Quarantine;
import cn.anlan.data.delivery.QuarantinedRow;
import cn.anlan.data.delivery.RollbackReport;
import cn.anlan.data.delivery.StoredDelivery;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.deliveries.DeliveryAnswer;
import cn.anlan.web.deliveries.StoredReport;
import cn.anlan.web.print.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./anlan deliveries}: what was imported, what waits for correction, and taking it back. */
@Command(
    name = "deliveries",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list|show|rollback|export-rejected|discard",
    description = {
      "导入批次：列出、查看、整批撤销、取出待更正的行"
          + " (deliveries: list, show, take back as a whole, export the rows to correct)",
      "退出码 (exit): 0 完成, 2 用法错误, 3 拒绝"
    })
public final class DeliveriesCommand implements Runnable {
  private static final int SHOWN_ROWS = 20;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "列出批次，新的在前 (list them, the latest first)")
  void list(
      @Option(names = "--layer", description = "图层 (layer)") String layer,
      @Option(names = "--limit", defaultValue = "30", description = "条数 (how many)") int limit,
      @Option(names = "--format", defaultValue = "table", description = "table|json")
          ReportFormat format) {
    List<StoredDelivery> all =
        withDatabase(database -> new Deliveries(database).list(layer, Long.MAX_VALUE, limit));
    System.out.print(
        format == ReportFormat.JSON
            ? Json.pretty(all.stream().map(DeliveryAnswer::of).toList())
            : table(all));
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "一个批次、它的报告和待更正的行 (a delivery, its report and the rows that wait)")
  void show(
      @Parameters(paramLabel = "ID", description = "批次编号 (delivery)") long id,
      @Option(
              names = "--report",
              paramLabel = "FILE.html",
              description = "另存可打印的报告 (keep the report as a page to print)")
          Path page,
      @Option(names = "--format", defaultValue = "table", description = "table|json")
          ReportFormat format) {
    String text =
        withDatabase(
            database -> {
              StoredDelivery delivery = new Deliveries(database).get(id);
              if (page != null) {
                write(page, StoredReport.sheet(database, delivery, Language.ZH).document(null));
              }
              List<QuarantinedRow> rows = new Quarantine(database).waiting(null, id, 0, SHOWN_ROWS);
              return format == ReportFormat.JSON
                  ? Json.pretty(delivery)
                  : table(List.of(delivery)) + waiting(rows, delivery.awaiting());
            });
    System.out.print(text);
  }

  @Command(
      name = "rollback",
      mixinStandardHelpOptions = true,
      description = {
        "整批撤销：以一个新版本恢复到该批次之前 (take a delivery back as a whole, by a new version)",
        "之后又改过其中的行，或要删去的行仍被引用，则拒绝 (refused where later changes stand on it)"
      })
  void rollback(
      @Parameters(paramLabel = "ID", description = "批次编号 (delivery)") long id,
      @Option(names = "--reason", required = true, description = "理由 (reason)") String reason,
      @Option(names = "--by", required = true, description = "岗位，不写人名 (post, no names)") String by,
      @Option(names = "--dry-run", description = "只说会怎样 (only say what would happen)")
          boolean dryRun,
      @Option(names = "--format", defaultValue = "table", description = "table|json")
          ReportFormat format) {
    RollbackReport report =
        withDatabase(database -> new Deliveries(database).rollback(id, by, reason, dryRun));
    System.out.print(format == ReportFormat.JSON ? Json.pretty(report) : text(report));
  }

  @Command(
      name = "export-rejected",
      mixinStandardHelpOptions = true,
      description = {
        "按原样写出一个批次待更正的行，改好后用 ./anlan import 重送"
            + " (the rows that wait, in their original form, to correct and import again)",
        "保留 anlan_quarantine_id 一列，更正的行据此离开 (keep that column: by it a corrected row leaves)"
      })
  void exportRejected(
      @Parameters(paramLabel = "ID", description = "批次编号 (delivery)") long id,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "FILE",
              description = "文件，默认 <图层>-<批次>-rejected.csv|geojson (where to)")
          Path output) {
    Path written =
        withDatabase(
            database -> {
              Deliveries deliveries = new Deliveries(database);
              StoredDelivery delivery = deliveries.get(id);
              if (delivery.awaiting() == 0) {
                throw new UserFault(
                    "批次 " + id + " 没有待更正的行 (no row of it waits for correction)",
                    "无需更正 (nothing to do)");
              }
              Path file =
                  output != null
                      ? output
                      : Path.of(
                          "%s-%d-rejected.%s"
                              .formatted(
                                  delivery.layer(), id, delivery.originalForm().extension()));
              try {
                deliveries.writeRejected(id, Files.newOutputStream(file));
              } catch (IOException e) {
                throw unwritable(file);
              }
              return file;
            });
    System.out.println(written);
  }

  @Command(
      name = "discard",
      mixinStandardHelpOptions = true,
      description = "不再更正的行：留存但不再计数 (rows that will not be corrected: kept, no longer counted)")
  void discard(
      @Parameters(paramLabel = "ROW", arity = "1..*", description = "待更正编号 (ids of rows)")
          List<Long> rows,
      @Option(names = "--reason", required = true, description = "理由 (reason)") String reason,
      @Option(names = "--by", required = true, description = "岗位，不写人名 (post, no names)")
          String by) {
    int gone = withDatabase(database -> new Quarantine(database).discard(rows, reason + "；" + by));
    System.out.println("不再待更正 (given up): " + gone);
  }

  private static <T> T withDatabase(Function<Database, T> work) {
    try (Database database =
        Database.open(Settings.fromEnvironment(), Progress.silent()).closeAtExit()) {
      return work.apply(database);
    }
  }

  /** Writes a page. */
  static void write(Path file, String page) {
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw unwritable(file);
    }
  }

  private static UserFault unwritable(Path file) {
    return new UserFault("不能写 " + file + " (cannot write)", "检查目录、权限和空间 (check the directory)");
  }

  private static String text(RollbackReport report) {
    return "批次 "
        + report.delivery()
        + (report.dryRun() ? " 若撤销 (would): " : " 已撤销 (taken back): ")
        + "删去 deleted "
        + report.deleted()
        + "，恢复 restored "
        + report.restored()
        + "，找回 returned "
        + report.returned()
        + "；待更正 no longer waiting "
        + report.quarantineEnded()
        + "，重新待更正 waiting again "
        + report.quarantineReopened()
        + "；数据版本 data version "
        + report.dataVersion()
        + (report.rollback() == null ? "" : "；撤销批次 delivery " + report.rollback())
        + "\n";
  }

  private static String waiting(List<QuarantinedRow> rows, long all) {
    if (rows.isEmpty()) {
      return "";
    }
    Table table = new Table("待更正 id", "行 row", "编码 code", "问题 issues");
    for (QuarantinedRow row : rows) {
      table.row(
          row.id(),
          row.row(),
          row.code(),
          row.issues().stream()
              .map(i -> i.field() + ": " + i.reason())
              .collect(Collectors.joining("; ")));
    }
    return "\n待更正 (waiting for correction): " + all + "\n" + table.text();
  }

  private static String table(List<StoredDelivery> deliveries) {
    Table table =
        new Table(
            "批次 id",
            "时刻 at",
            "图层 layer",
            "种类 kind",
            "文件 file",
            "方式 how",
            "新增 +",
            "更新 ~",
            "删除 −",
            "不合格 rejected",
            "待更正 awaiting",
            "版本 version",
            "撤销 undone by");
    for (StoredDelivery d : deliveries) {
      table.row(
          d.id(),
          d.createdAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
          d.layer(),
          d.kind() + (d.undoes() == null ? "" : " " + d.undoes()),
          d.fileName(),
          d.writeRule() + (d.area() == null ? "" : " " + d.area()),
          d.inserted(),
          d.updated(),
          d.removed(),
          d.rejected(),
          d.awaiting(),
          d.dataVersion(),
          d.undoneBy());
    }
    return table.text();
  }
}
