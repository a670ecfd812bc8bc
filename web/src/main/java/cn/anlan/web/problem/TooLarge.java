package cn.anlan.web.problem;

/** What was sent is larger than the service reads; nothing beyond the limit was looked at. */
public final class TooLarge extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String remedy;

  public TooLarge(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
