package cn.anlan.data.store;

/** Where long work tells what it is doing. One short line per step; never a secret. */
@FunctionalInterface
public interface Progress {
  void step(String text);

  /** Lines on the standard error stream, so that standard output stays the command's result. */
  static Progress toStderr() {
    return text -> System.err.println("· " + text);
  }

  static Progress silent() {
    return text -> {};
  }
}
