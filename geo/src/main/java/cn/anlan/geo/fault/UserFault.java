package cn.anlan.geo.fault;

/**
 * Something the user can put right: a wrong parameter, a file that cannot be taken, a missing
 * datum. The message is shown as it is, on the command line and over HTTP, so it never carries SQL,
 * passwords or stack traces.
 */
public final class UserFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * @param problem what is wrong, naming the value
   * @param remedy what to do about it
   */
  public UserFault(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }

  /** The one line that people read. */
  public String line() {
    return remedy == null || remedy.isBlank() ? getMessage() : getMessage() + " → " + remedy;
  }
}
