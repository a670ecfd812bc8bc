package cn.anlan.analytics.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.analytics.assessment.Assessment.Course;
import cn.anlan.analytics.assessment.RegionGrade.Contribution;
import cn.anlan.analytics.assessment.facts.FactTable;
import cn.anlan.analytics.assessment.facts.RandomLedgers;
import cn.anlan.analytics.assessment.facts.RegionFacts;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentTest {
  private static final LocalDate END = LocalDate.of(2021, 12, 31);
  private static final ModelFiles SHIPPED = ModelFiles.load(null);

  /** The shipped model with a baseline of the ledgers' own. */
  private static ModelFiles files(FactTable facts) {
    Baseline own =
        new BaselineBuilder(SHIPPED.model(), facts)
            .build("own", 1, new Text("基线", "baseline"), "示例数据 test");
    return ModelFiles.of(SHIPPED.modelText(), BaselineYaml.write(own));
  }

  private static FactTable facts(long seed) {
    return FactTable.of(
        new RandomLedgers(new Random(seed), 500).sources(), SHIPPED.model().factRules());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void pointsAddUpToTheScoreAndWeightsToOne(long seed) {
    FactTable facts = facts(seed);
    Assessment assessment = Assessment.of(files(facts), facts, END);
    for (UnitLevel level : UnitLevel.values()) {
      for (RegionGrade grade : assessment.course(level, null).last()) {
        String as = "seed " + seed + ", " + grade.facts().code();
        assertThat(grade.contributions().stream().mapToDouble(Contribution::points).sum())
            .as(as)
            .isCloseTo(grade.score(), within(1e-9));
        assertThat(grade.contributions().stream().mapToDouble(Contribution::weight).sum())
            .as(as)
            .isCloseTo(1, within(1e-9));
        assertThat(grade.score()).as(as).isBetween(0.0, 100.0);
      }
    }
  }

  @Test
  void aSingleStepIsEnoughAndOneLessIsNot() {
    long tried = LongStream.rangeClosed(1, 8).map(AssessmentTest::trySteps).sum();
    assertThat(tried).as("steps that were tried").isGreaterThan(5);
  }

  private static long trySteps(long seed) {
    long tried = 0;
    FactTable facts = facts(seed);
    // Lower cut-points than ours, so that most of these few counties have a better colour to reach.
    ModelFiles strict =
        ModelFiles.of(
            SHIPPED.modelText().replace("[80, 60, 40]", "[50, 30, 10]"),
            files(facts).baselineText());
    Assessment assessment = Assessment.of(strict, facts, END);
    Course course = assessment.course(UnitLevel.COUNTY, null);
    Figures figures = new Figures(SHIPPED.model(), course.lastRows().regions());
    Scale scale =
        new Scale(SHIPPED.model(), assessment.files().baseline().get(UnitLevel.COUNTY, null));
    Assessor assessor = assessment.files().assessor();
    for (RegionGrade grade : course.last()) {
      for (Step step : assessment.nextBetter(course, grade).single()) {
        String as = "seed " + seed + ", " + grade.facts().code() + ", " + step;
        if (step.indicator().isOfAccidents()) {
          continue; // a count of accidents moves several indicators
        }
        tried++;
        RegionGrade better =
            assessor.grade(
                changed(grade.facts(), step.indicator(), step.fewer()),
                figures,
                scale,
                grade.levelBefore());
        assertThat(better.levelByScore()).as(as).isGreaterThan(grade.levelByScore());
        if (step.indicator() == Indicator.UNRECTIFIED_RATE) {
          RegionGrade less =
              assessor.grade(
                  changed(grade.facts(), step.indicator(), step.fewer() - 1),
                  figures,
                  scale,
                  grade.levelBefore());
          assertThat(less.levelByScore()).as(as).isEqualTo(grade.levelByScore());
        }
      }
    }
    return tried;
  }

  /** So many hazards put right, with all that follows from it but for the indicator's own count. */
  private static RegionFacts changed(RegionFacts f, Indicator indicator, long fewer) {
    int n = (int) fewer;
    boolean overdue = indicator == Indicator.OVERDUE_RATE;
    boolean major = indicator == Indicator.OPEN_MAJOR;
    boolean closed = indicator == Indicator.UNRECTIFIED_RATE;
    return new RegionFacts(
        f.code(),
        f.name(),
        f.population(),
        f.enterprises(),
        f.accidents(),
        f.deaths(),
        f.registered(),
        f.closed() + (closed ? n : 0),
        f.open() - (overdue ? n : 0),
        f.openMajor() - (major ? n : 0),
        f.overdue() - (overdue ? n : 0),
        f.listingsOverdue());
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void whatIsMadeOfAnEarlierAssessmentIsAsComputedAfresh(long seed) {
    Random random = new Random(seed);
    RandomLedgers ledgers = new RandomLedgers(random, 400);
    FactTable facts = FactTable.of(ledgers.sources(), SHIPPED.model().factRules());
    ModelFiles files = files(facts);
    Assessment assessment = Assessment.of(files, facts, END);
    assessment.course(UnitLevel.COUNTY, null);
    for (int commit = 0; commit < 6; commit++) {
      if (commit == 3) {
        ledgers.addAccident();
      } else {
        ledgers.edit(20);
      }
      assessment = assessment.with(assessment.facts().with(ledgers.sources()));
      Assessment afresh =
          Assessment.of(files, FactTable.of(ledgers.sources(), files.model().factRules()), END);
      for (String sector : new String[] {null, "fire"}) {
        Course got = assessment.course(UnitLevel.COUNTY, sector);
        Course want = afresh.course(UnitLevel.COUNTY, sector);
        assertThat(got.grades()).as("seed %d, commit %d", seed, commit).isEqualTo(want.grades());
        assertThat(InputDigest.of(got)).isEqualTo(InputDigest.of(want));
      }
    }
  }

  @Test
  void theSameFactsAndModelGiveTheSameSharesOfStability() {
    FactTable facts = facts(1);
    Assessment one = Assessment.of(files(facts), facts, END);
    Assessment other = Assessment.of(files(facts), facts(1), END);
    Course course = one.course(UnitLevel.COUNTY, null);
    Course again = other.course(UnitLevel.COUNTY, null);
    for (int i = 0; i < course.last().size(); i++) {
      Stability stability = one.stability(course, course.last().get(i));
      assertThat(stability).isEqualTo(other.stability(again, again.last().get(i)));
      assertThat(stability.weights()).isBetween(0.0, 1.0);
      assertThat(stability.counts()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void whereNothingIsExposedAnIndicatorIsMissingAndItsWeightIsShared() {
    FactTable facts = facts(2);
    Assessment assessment = Assessment.of(files(facts), facts, END);
    Course course = assessment.course(UnitLevel.COUNTY, null);
    RegionGrade nobody = course.get("360203"); // no population is known
    assertThat(nobody.missing()).containsExactly(Indicator.ACCIDENT_RATE, Indicator.DEATH_RATE);
    assertThat(nobody.isGraded()).isTrue();
    assertThat(notes(assessment, course, nobody)).contains("十万人事故率无法计算", "十万人死亡率无法计算");
    assertThat(course.get("FZ-1").missing()).contains(Indicator.DEATH_RATE);
  }

  @Test
  void aRegionThatWasSplitWithinTheWindowSaysSo() {
    FactTable facts = facts(2);
    Assessment assessment = Assessment.of(files(facts), facts, LocalDate.of(2020, 12, 31));
    Course course = assessment.course(UnitLevel.COUNTY, null);
    assertThat(notes(assessment, course, course.get("360103"))).contains("360103于2020-06-01设立");
    assertThat(notes(assessment, course, course.get("360102"))).contains("360103于2020-06-01从本区域划出");
    Assessment later = Assessment.of(files(facts), facts, END);
    Course calm = later.course(UnitLevel.COUNTY, null);
    assertThat(notes(later, calm, calm.get("360102"))).doesNotContain("划出");
    assertThat(course.find(0, "360103")).as("it had no grade before it existed").isEmpty();
  }

  @Test
  void silentLedgersAreNotTakenForSafety() {
    FactTable facts = facts(2);
    LocalDate before = LocalDate.of(2019, 12, 31);
    assertThat(facts.dataCutOff(RandomLedgers.START.minusDays(1))).isNull();
    FactTable silent =
        FactTable.of(new RandomLedgers(new Random(1), 1).silent(), SHIPPED.model().factRules());
    Assessment assessment = Assessment.of(SHIPPED, silent, before);
    assertThat(assessment.course(UnitLevel.COUNTY, null).last())
        .isNotEmpty()
        .noneMatch(RegionGrade::isGraded);
  }

  @Test
  void aRegionThatIsNotThereIsRefusedByName() {
    FactTable facts = facts(2);
    Assessment assessment = Assessment.of(files(facts), facts, END);
    assertThatThrownBy(() -> assessment.levelOf("369999"))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("369999");
    assertThatThrownBy(() -> assessment.course(UnitLevel.CITY, null).get("360103"))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("360103");
  }

  @Test
  void drawnCountsHaveTheMeanAndTheSpreadOfTheirDistributions() {
    SplittableRandom random = new SplittableRandom(4490);
    for (double mean : new double[] {0, 0.4, 7, 29, 80}) {
      double[] drawn = new double[40_000];
      java.util.Arrays.setAll(drawn, i -> Stability.poisson(mean, random));
      assertMoments("Poisson " + mean, drawn, mean, mean);
    }
    for (double[] b : new double[][] {{0, 10}, {3, 10}, {9, 10}, {10, 10}, {20, 900}, {450, 900}}) {
      double[] drawn = new double[40_000];
      java.util.Arrays.setAll(drawn, i -> Stability.binomial(b[0], b[1], random));
      assertMoments("binomial " + b[0] + "/" + b[1], drawn, b[0], b[0] * (1 - b[0] / b[1]));
    }
  }

  private static void assertMoments(String as, double[] drawn, double mean, double variance) {
    double sum = java.util.Arrays.stream(drawn).sum() / drawn.length;
    double spread =
        java.util.Arrays.stream(drawn).map(x -> (x - sum) * (x - sum)).sum() / drawn.length;
    assertThat(sum).as(as).isCloseTo(mean, within(5 * Math.sqrt(variance / drawn.length) + 1e-9));
    assertThat(spread).as(as).isCloseTo(variance, within(0.05 * variance + 1e-9));
  }

  private static String notes(Assessment assessment, Course course, RegionGrade grade) {
    List<Text> notes = new Explanation(assessment, course).notes(grade);
    return notes.stream().map(Text::zh).collect(Collectors.joining("\n"));
  }
}
