package cn.anlan.web.cli;

import cn.anlan.data.initial.InitialData;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.data.watch.Watch;
import cn.anlan.data.watch.WatchEvent;
import cn.anlan.data.watch.WatchStore;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.rule.file.RuleBook;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.web.checks.Boundaries;
import cn.anlan.web.checks.CheckRun;
import cn.anlan.web.checks.RuleFields;
import cn.anlan.web.watch.WatchAnswer;
import cn.anlan.web.watch.WatchDraft;
import cn.anlan.web.watch.WatchKeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./anlan watch}: to be told when the verdict on a site changes. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "add|list|events|check|end",
    description = "关注场址或区域，结论一变即记事件 (watch a site or an area; an event when its verdict changes)")
public final class WatchCommand implements Runnable {
  private static final int LISTED = 500;
  private static final long MAX_BYTES = 2 << 20;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = {
        "设立关注 (add a watch)：已入库场址 --layer --code；",
        "拟选址 --layer --site FILE --project-type；区域 --area FILE [--layer]"
      })
  void add(
      @Option(names = "--title", required = true, description = "名称 (title)") String title,
      @Option(names = "--by", required = true, description = "设立岗位，不写人名 (post, no names)")
          String by,
      @Option(names = "--layer", description = "图层 (layer)") String layer,
      @Option(names = "--code", description = "场址编码 (code)") String code,
      @Option(names = "--site", description = "拟选址的 GeoJSON 图形 (geometry of a drawn site)")
          Path site,
      @Option(names = "--area", description = "区域的 GeoJSON 图形 (geometry of an area)") Path area,
      @Option(names = "--crs", description = "图形的坐标系 (datum)，缺省按 RFC 7946 为 WGS 84") String crs,
      @Option(names = "--project-type", description = "new|expansion|rebuild|existing (type)")
          String projectType,
      @Option(names = "--rule", description = "规则，可重复；缺省为全部 (rules)") List<String> rules) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("title", title).put("createdBy", by).put("layer", layer).put("crs", crs);
    body.put("kind", site != null ? Watch.SITE : area != null ? Watch.AREA : Watch.SUBJECT);
    body.put("code", code).put("projectType", projectType);
    (rules == null ? List.<String>of() : rules).forEach(body.withArray("rules")::add);
    if (site != null || area != null) {
      body.set("geometry", geometry(site != null ? site : area));
    }
    Watch added =
        withChecks(
            at -> {
              WatchStore store = new WatchStore(at.database);
              Watch draft =
                  WatchDraft.read(body, at.checks, at.database.catalog(), at.snapshots.current());
              Watch watch = store.add(draft);
              at.look();
              return store.get(watch.id());
            });
    System.out.print(table(List.of(added)));
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "列出关注 (list watches)")
  void list(
      @Option(names = "--format", defaultValue = "table", description = "table|json")
          ReportFormat format) {
    List<Watch> watches =
        withDatabase(database -> new WatchStore(database).list(Long.MAX_VALUE, LISTED));
    System.out.print(
        format == ReportFormat.JSON
            ? Json.pretty(watches.stream().map(WatchAnswer::of).toList())
            : table(watches));
  }

  @Command(name = "events", mixinStandardHelpOptions = true, description = "列出事件 (list events)")
  void events(
      @Parameters(paramLabel = "ID", description = "关注编号 (watch)") long id,
      @Option(names = "--after", defaultValue = "0", description = "此事件之后 (after this event)")
          long after,
      @Option(names = "--format", defaultValue = "table", description = "table|json")
          ReportFormat format) {
    List<WatchEvent> events =
        withDatabase(
            database -> {
              WatchStore store = new WatchStore(database);
              return store.events(store.get(id).id(), after, LISTED);
            });
    print(events, format);
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "立即评定全部关注，列出新事件 (look at all watches now)")
  void check(
      @Option(names = "--as-of", description = "日期 (day), 默认今天") LocalDate asOf,
      @Option(names = "--format", defaultValue = "table", description = "table|json")
          ReportFormat format) {
    LocalDate day = asOf == null ? LocalDate.now() : asOf;
    print(
        withChecks(at -> new WatchKeeper(at.database, at.checks).look(at.snapshots.current(), day)),
        format);
  }

  @Command(name = "end", mixinStandardHelpOptions = true, description = "取消关注，事件保留 (end a watch)")
  void end(
      @Parameters(paramLabel = "ID", description = "关注编号 (watch)") long id,
      @Option(names = "--by", required = true, description = "取消岗位 (post)") String by) {
    Watch ended =
        withDatabase(database -> new WatchStore(database).end(id, WatchDraft.post("--by", by)));
    System.out.print(table(List.of(ended)));
  }

  /** What a look needs. */
  private record At(Database database, CheckRun checks, SnapshotStore snapshots) {
    void look() {
      new WatchKeeper(database, checks).look(snapshots.current(), LocalDate.now());
    }
  }

  private static <T> T withChecks(Function<At, T> work) {
    RuleBook book = RuleBook.load(Settings.fromEnvironment().confDir());
    return withDatabase(
        database -> {
          InitialData.ensureBaseMap(database, Progress.toStderr());
          RuleFields.check(book, database.catalog());
          SnapshotStore snapshots = new SnapshotStore();
          new SnapshotLoader(database).loadInto(snapshots);
          return work.apply(
              new At(database, new CheckRun(book, Boundaries.of(database)), snapshots));
        });
  }

  private static <T> T withDatabase(Function<Database, T> work) {
    try (Database database =
        Database.open(Settings.fromEnvironment(), Progress.silent()).closeAtExit()) {
      return work.apply(database);
    }
  }

  /** A geometry, or the first feature's. */
  private static JsonNode geometry(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new UserFault("文件超过 2 MB (file too large)", "简化图形 (simplify the geometry)");
      }
      JsonNode node = JsonMapper.shared().readTree(Files.readString(file));
      JsonNode feature = node.has("features") ? node.path("features").path(0) : node;
      return feature.has("geometry") ? feature.get("geometry") : feature;
    } catch (IOException e) {
      throw new UserFault("读不到文件 (cannot read) " + file, "检查路径和编码 (check path and encoding)");
    } catch (JacksonException e) {
      throw new UserFault(file + " 不是有效的 JSON (not valid JSON)", "导出为 GeoJSON (export as GeoJSON)");
    }
  }

  private static void print(List<WatchEvent> events, ReportFormat format) {
    if (format == ReportFormat.JSON) {
      System.out.print(Json.pretty(events.stream().map(WatchAnswer.Event::of).toList()));
      return;
    }
    Table table =
        new Table("关注 watch", "规则", "场址 site", "原 before", "今 after", "版本 versions", "原因 why");
    for (WatchEvent e : events) {
      List<String> why = new ArrayList<>();
      JsonMapper.shared()
          .readTree(e.causes())
          .forEach(c -> why.add(c.path("zh").asString() + " " + c.path("what").asString("")));
      table.row(
          e.watchId(),
          e.rule(),
          e.code(),
          e.oldVerdict() == null ? "—" : e.oldVerdict(),
          e.newVerdict() == null ? "—" : e.newVerdict(),
          e.oldDataVersion() + " → " + e.newDataVersion(),
          String.join("；", why));
    }
    System.out.print(table.text());
  }

  private static String table(List<Watch> watches) {
    Table table =
        new Table(
            "编号 id",
            "名称 title",
            "对象 kind",
            "图层 layer",
            "编码 code",
            "评定至版本 seen",
            "事件 events",
            "取消 ended");
    for (Watch w : watches) {
      table.row(
          w.id(),
          w.title(),
          w.kind(),
          w.layer(),
          w.code(),
          w.look() == null ? "" : w.look().dataVersion(),
          w.events(),
          w.endedAt());
    }
    return table.text();
  }
}
