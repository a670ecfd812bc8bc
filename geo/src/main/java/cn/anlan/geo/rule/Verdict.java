package cn.anlan.geo.rule;

/** What a check says of one site under one rule. The names stand in the API and in files. */
public enum Verdict {
  /** Nearer than the rule allows, beyond doubt. */
  FAIL,
  /** So near the limit that the accuracy of site and shore does not decide; must be surveyed. */
  NEEDS_SURVEY,
  /** Far enough, beyond doubt, where the target layer is known to be complete. */
  PASS,
  /** An exception of the rule holds. */
  EXEMPT,
  /** Would fail or need a survey, but lawfully stood before the rule. */
  GRANDFATHERED,
  /** Something needed is missing; the reasons say what. */
  NOT_ASSESSABLE
}
