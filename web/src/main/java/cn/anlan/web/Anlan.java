package cn.anlan.web;

/** The one entry point of the jar: every word typed after {@code ./anlan} arrives here. */
public final class Anlan {
  private Anlan() {}

  public static void main(String[] args) {
    System.out.println("Anlan");
  }
}
