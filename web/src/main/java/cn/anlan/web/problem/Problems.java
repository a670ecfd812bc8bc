package cn.anlan.web.problem;

import cn.anlan.analytics.grade.explain.Ungradable;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.LayerWarming;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns every fault into {@code application/problem+json}. The client's own faults are explained
 * with a remedy; ours carry an error id that the log repeats, and nothing else: no SQL, path, class
 * name or stack trace leaves the service.
 */
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler(UserFault.class)
  ProblemDetail userFault(UserFault fault) {
    return problem(HttpStatus.BAD_REQUEST, fault.getMessage(), fault.remedy());
  }

  @ExceptionHandler(NotFound.class)
  ProblemDetail notFound(NotFound fault) {
    return problem(HttpStatus.NOT_FOUND, fault.getMessage(), fault.remedy());
  }

  /** Stored factors that allow no grade: each fault with field, value, reason and remedy. */
  @ExceptionHandler(Ungradable.class)
  ProblemDetail ungradable(Ungradable fault) {
    ProblemDetail body =
        problem(HttpStatus.UNPROCESSABLE_CONTENT, fault.getMessage(), fault.remedies());
    body.setProperty("issues", fault.faults());
    return body;
  }

  @ExceptionHandler(TooLarge.class)
  ProblemDetail tooLarge(TooLarge fault) {
    return problem(HttpStatus.CONTENT_TOO_LARGE, fault.getMessage(), fault.remedy());
  }

  @ExceptionHandler(LayerWarming.class)
  ResponseEntity<ProblemDetail> warming(LayerWarming fault) {
    return later(fault.getMessage(), "2");
  }

  @ExceptionHandler(NotReady.class)
  ResponseEntity<ProblemDetail> notReady(NotReady fault) {
    return later(fault.getMessage(), "5");
  }

  @ExceptionHandler(Busy.class)
  ResponseEntity<ProblemDetail> busy(Busy fault) {
    return later(fault.getMessage(), "5");
  }

  private static ResponseEntity<ProblemDetail> later(String problem, String retryAfterS) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, retryAfterS)
        .body(problem(HttpStatus.SERVICE_UNAVAILABLE, problem, "请稍候重试 (retry in a moment)"));
  }

  /**
   * An answer that has begun cannot become a problem: the fault goes on to the container, which
   * breaks the connection off, so that no client takes a part for the whole.
   */
  @ExceptionHandler(Exception.class)
  ProblemDetail ownFault(Exception fault, HttpServletResponse response) throws Exception {
    if (response.isCommitted()) {
      throw fault;
    }
    String errorId = UUID.randomUUID().toString();
    LOG.error("error {}", errorId, fault);
    ProblemDetail body =
        problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "服务内部错误 (internal error)",
            "请将错误编号告知管理员 (tell the administrator the error id)");
    body.setProperty("errorId", errorId);
    return body;
  }

  /** Spring's own faults (unknown address, missing parameter) keep their status, not their text. */
  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception fault,
      Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem =
        problem(
            status,
            status.value() == 404 ? "没有这个地址 (no such address)" : "请求不正确 (bad request)",
            "请对照接口说明检查地址和参数 (check the address and its parameters)");
    return new ResponseEntity<>(problem, headers, status);
  }

  private static ProblemDetail problem(HttpStatusCode status, String detail, String remedy) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    if (remedy != null) {
      problem.setProperty("remedy", remedy);
    }
    return problem;
  }
}
