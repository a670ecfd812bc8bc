package cn.anlan.geo.rule.golden;

/**
 * What a case must come out as, reasoned by hand.
 *
 * @param marginM distance less limit, after any proxy's offset; null where it is not looked at
 * @param otherwise the verdict that a GRANDFATHERED or EXEMPT one covers; null elsewhere
 */
record Expected(Outcome outcome, Double marginM, Double limitM, Outcome otherwise) {
  enum Outcome {
    PASS,
    FAIL,
    NEEDS_SURVEY,
    NOT_ASSESSABLE,
    EXEMPT,
    GRANDFATHERED,
    /** The rule has nothing to say of the subject: no finding. */
    NONE
  }

  static Expected of(Outcome outcome) {
    return new Expected(outcome, null, null, null);
  }

  static Expected of(Outcome outcome, double marginM, double limitM) {
    return new Expected(outcome, marginM, limitM, null);
  }

  static Expected grandfathered(Outcome otherwise) {
    return new Expected(Outcome.GRANDFATHERED, null, null, otherwise);
  }

  String json() {
    return "\"expected\":\""
        + outcome
        + "\""
        + (marginM == null ? "" : ",\"margin_m\":" + toMicrometre(marginM))
        + (limitM == null ? "" : ",\"threshold_m\":" + limitM)
        + (otherwise == null ? "" : ",\"otherwise\":\"" + otherwise + "\"");
  }

  private static double toMicrometre(double metres) {
    return Math.rint(metres * 1e6) / 1e6;
  }
}
