package cn.anlan.web.problem;

/** What the address names does not exist, or is not visible to the caller. */
public final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String remedy;

  public NotFound(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }
}
