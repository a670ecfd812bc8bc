package cn.anlan.web.problem;

/** As much is being answered as the machine bears; over HTTP this is 503 with Retry-After. */
public final class Busy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Busy(String problem) {
    super(problem);
  }
}
