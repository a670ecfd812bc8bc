package cn.anlan.data.ingest.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Dates as offices write them, and what is none. */
class DateTextTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/ingest/dates.csv", numLinesToSkip = 1)
  void datesAreReadOrRefusedAsTheFileOfCasesSays(String text, LocalDate date, String reason)
      throws BadValue {
    if (date != null) {
      assertThat(DateText.read(text)).isEqualTo(date);
    } else {
      assertThatThrownBy(() -> DateText.read(text))
          .as(text)
          .isInstanceOf(BadValue.class)
          .hasMessageContaining(reason);
    }
  }

  @Test
  void aSerialNumberIsRefusedWithWhatToDo() {
    assertThatThrownBy(() -> DateText.read("44256"))
        .isInstanceOfSatisfying(BadValue.class, bad -> assertThat(bad.remedy()).contains("日期格式"));
  }
}
