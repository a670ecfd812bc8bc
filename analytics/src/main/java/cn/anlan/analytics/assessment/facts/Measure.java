package cn.anlan.analytics.assessment.facts;

/** What is counted by place, sector and day; the sum of all days up to one is the state on it. */
enum Measure {
  /** Hazards registered. */
  REGISTERED,
  /** Of these, closed. */
  CLOSED,
  /** Hazards found and not yet closed. */
  OPEN,
  /** Of these, graded major (重大隐患). */
  OPEN_MAJOR,
  /** Open, and the date for rectification is past. */
  OVERDUE,
  /** Accidents, by severity from ordinary to extraordinary. */
  ORDINARY,
  LARGER,
  MAJOR,
  EXTRAORDINARY,
  DEATHS,
  ENTERPRISES,
  /** Listings (挂牌督办) that are past their date by more than the model's number of days. */
  LISTINGS_OVERDUE;

  static final int COUNT = values().length;
}
