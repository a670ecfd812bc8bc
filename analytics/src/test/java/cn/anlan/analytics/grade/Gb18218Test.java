package cn.anlan.analytics.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.analytics.grade.Gb18218.Grade;
import cn.anlan.analytics.grade.Gb18218.Quantity;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gb18218Test {
  private final Gb18218 table = GradingTables.ours().majorHazard();

  @ParameterizedTest
  @CsvSource({"氯,20,60,24,3", "氨,50,100,20,3", "氟化氢,8,40,48,3"})
  void computesTheWorkedCasesOfOneSubstance(
      String substance, String tonnes, long residents, String rValue, int level) {
    Grade grade = table.grade(List.of(of(substance, tonnes)), residents);

    assertThat(grade.rValue()).isEqualByComparingTo(rValue);
    assertThat(grade.level()).isEqualTo(level);
    assertThat(grade.isMajorHazard()).isTrue();
  }

  @Test
  void addsUpSubstances() {
    Grade grade = table.grade(List.of(of("氯", "30"), of("氨", "40")), 100);

    assertThat(grade.ratio()).isEqualByComparingTo("10");
    assertThat(grade.rValue()).isEqualByComparingTo("64");
    assertThat(grade.level()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0.5",
    "1,1.0",
    "29,1.0",
    "30,1.2",
    "49,1.2",
    "50,1.5",
    "99,1.5",
    "100,2.0",
    "90000,2.0"
  })
  void readsAlphaOffTheResidents(long residents, String alpha) {
    assertThat(table.alpha(residents)).isEqualByComparingTo(alpha);
  }

  /** Petrol has β 1 and a threshold of 200 t: with 1 to 29 residents R is the ratio itself. */
  @ParameterizedTest
  @CsvSource({"1999.9,4", "2000,3", "9999.9,3", "10000,2", "19999.9,2", "20000,1"})
  void putsABoundaryIntoTheWorseLevel(String tonnes, int level) {
    assertThat(table.grade(List.of(of("汽油", tonnes)), 5).level()).isEqualTo(level);
  }

  @Test
  void isAMajorHazardFromTheThresholdOn() {
    assertThat(table.grade(List.of(of("氯", "5")), 0).isMajorHazard()).isTrue();
    assertThat(table.grade(List.of(of("氯", "4.99")), 0).isMajorHazard()).isFalse();
  }

  @Test
  void refusesAnImpossibleNumberOfResidents() {
    assertThatThrownBy(() -> table.alpha(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  private Quantity of(String substance, String tonnes) {
    return new Quantity(table.find(substance).orElseThrow(), new BigDecimal(tonnes));
  }
}
