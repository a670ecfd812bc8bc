package cn.anlan.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

class ProblemsTest {
  @Test
  void whoeverIsSentAwayIsToldWhenToComeAgain() {
    ResponseEntity<ProblemDetail> answer = new Problems().busy(new Busy("正忙 (busy)"));
    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
    assertThat(answer.getBody()).isNotNull();
    assertThat(answer.getBody().getDetail()).isEqualTo("正忙 (busy)");
    assertThat(answer.getBody().getProperties()).containsKey("remedy");
  }
}
