package cn.anlan.geo.datum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DmsTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "115.858 | 115.858",
        "115.858° | 115.858",
        "115.858°E | 115.858",
        "E115.858 | 115.858",
        "-28.5 | -28.5",
        "115°51′28.8″ | 115.858",
        "115°51′28.8″E | 115.858",
        "115°51'28.8\" | 115.858",
        "115º51’28.8” E | 115.858",
        "115°51'28.8''E | 115.858",
        "東115 | NaN",
        "东经115度51分28.8秒 | 115.858",
        "东经115°51′28.8″ | 115.858",
        "北纬28度40分58.8秒 | 28.683",
        "１１５°５１′２８．８″ | 115.858",
        "115:51:28.8 | 115.858",
        "115 51 28.8 | 115.858",
        "115° 51' 28.8\" E | 115.858",
        "115°51.48′ | 115.858",
        "115:51.48 | 115.858",
        "28°40'58.8\"N | 28.683",
        "28°40'58.8\"S | -28.683",
        "115°0′0″ | 115",
        "115° | 115",
        "115°30′ | 115.5"
      })
  void readsWhatPeopleWrite(String text, double degrees) {
    double read = DmsText.parse(text).orElse(Double.NaN);
    if (Double.isNaN(degrees)) {
      assertThat(read).isNaN();
    } else {
      assertThat(read).isCloseTo(degrees, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "abc",
        "115°60′00″",
        "115°51′60″",
        "115°51.5′28″",
        "NE115",
        "115E51",
        "115,858",
        "1155128.8.1",
        "115°51′28.8″NE",
        "-115°W",
        "1234",
        "115度51秒",
        "经度",
        "115-51-28"
      })
  void doesNotGuessAtTheRest(String text) {
    assertThat(DmsText.parse(text)).isEmpty();
  }

  @Test
  void whatIsWrittenInDegreesMinutesAndSecondsComesBack() {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      int degrees = random.nextInt(180);
      int minutes = random.nextInt(60);
      double seconds = Math.floor(random.nextDouble() * 60 * 1e5) / 1e5;
      double expected = degrees + minutes / 60.0 + seconds / 3600;
      String text = String.format(Locale.ROOT, "%d°%02d′%08.5f″", degrees, minutes, seconds);
      assertThat(DmsText.parse(text).orElseThrow())
          .as("seed %d, %s", seed, text)
          .isCloseTo(expected, within(1e-12));
    }
  }
}
