package cn.anlan.web.cli;

import cn.anlan.analytics.assessment.AssessmentModel;
import cn.anlan.analytics.assessment.Baseline;
import cn.anlan.analytics.assessment.BaselineBuilder;
import cn.anlan.analytics.assessment.BaselineYaml;
import cn.anlan.analytics.assessment.ModelFiles;
import cn.anlan.analytics.assessment.facts.FactSources;
import cn.anlan.analytics.assessment.facts.FactTable;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./anlan assess baseline}: freezes lo, hi and entropy weights of three years. */
@Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    description = {
      "由三年台账计算基线并固定下来 (compute and freeze the baseline from the ledgers of three years)",
      "写入 conf/models/regional-baseline.yaml，此后各期评级都以它为准，直到重新计算 (grades hold to it until it is computed anew)"
    })
public final class AssessBaselineCommand implements Callable<Integer> {
  @Option(
      names = "--baseline-version",
      paramLabel = "N",
      defaultValue = "1",
      description = "基线的版本号 (version of the baseline), 默认 ${DEFAULT-VALUE}")
  private int version;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "写入文件，缺省为 conf 目录 (file; default: the conf directory)")
  private Path output;

  @Override
  public Integer call() {
    Settings settings = Settings.fromEnvironment();
    AssessmentModel model = ModelFiles.loadModel(settings.confDir());
    try (Database database = Database.open(settings, Progress.silent()).closeAtExit()) {
      Generation generation = AssessCommand.load(database);
      FactTable facts = FactTable.of(FactSources.of(generation), model.factRules());
      boolean demo = facts.isDemo();
      Baseline baseline =
          new BaselineBuilder(model, facts)
              .build(
                  demo ? "demo" : "office",
                  version,
                  new Text(
                      demo ? "示例省基线" : "本省基线",
                      demo ? "Baseline of the demo province" : "Own baseline"),
                  (demo ? "示例数据 (invented data), " : "")
                      + "%s..%s, data version %d"
                          .formatted(
                              model.baseline().from(),
                              model.baseline().to(),
                              generation.dataVersion()));
      Path file =
          output == null
              ? settings.confDir().resolve("models").resolve(ModelFiles.BASELINE)
              : output;
      write(file, BaselineYaml.write(baseline));
      BaselineYaml.warnings(baseline)
          .forEach(w -> System.err.println(w.zh() + " (" + w.en() + ")"));
      System.out.println("基线已写入 (baseline written): " + file);
      return 0;
    }
  }

  private static void write(Path file, String text) {
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UserFault("无法写入 (cannot write) " + file, "检查目录和权限 (check folder and rights)");
    }
  }
}
