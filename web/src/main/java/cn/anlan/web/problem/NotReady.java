package cn.anlan.web.problem;

/** What is asked for is still being made; over HTTP this is 503 with Retry-After. */
public final class NotReady extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotReady(String problem) {
    super(problem);
  }
}
