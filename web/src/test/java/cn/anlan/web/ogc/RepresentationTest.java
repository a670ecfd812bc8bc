package cn.anlan.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepresentationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML",
        "text/html | HTML",
        "text/* | HTML",
        "*/* | JSON",
        "application/geo+json, application/json | JSON",
        "application/vnd.oai.openapi+json;version=3.0, application/json | JSON",
        "text/html;q=0.5, application/json;q=0.9 | JSON",
        "application/json;q=0.5, text/html;q=0.9 | HTML",
        "image/png | JSON",
        "nonsense;;;/ | JSON",
      })
  void browsersGetPagesAndProgramsJson(String accept, Representation expected) {
    assertThat(Representation.accepted(accept)).isEqualTo(expected);
  }

  @Test
  void whoSaysNothingGetsJson() {
    assertThat(Representation.accepted(null)).isEqualTo(Representation.JSON);
  }
}
