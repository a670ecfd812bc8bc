package cn.anlan.analytics.hazard;

/** A rule of the ledger that a record or a step breaks. */
public enum Breach {
  /** The step does not exist, such as from 登记 straight to 销号. */
  STEP_NOT_ALLOWED,
  /** A date that the state presupposes is missing, or one stands that the state has not reached. */
  DATES_DO_NOT_FIT_STATE,
  /** A later step carries an earlier date. */
  DATES_NOT_IN_ORDER,
  /** 五落实 incomplete though rectification began, and it was no immediate fix. */
  FIVE_ELEMENTS_MISSING,
  /** A major hazard went on without a report to the regulator (安全生产法 art. 41). */
  MAJOR_NOT_REPORTED,
  /** A major hazard was closed without acceptance. */
  MAJOR_CLOSED_UNACCEPTED,
  /** No post signed the acceptance, or it is the one that did the work (谁验收谁签字谁负责). */
  SIGNER_NOT_INDEPENDENT,
  /** Rectification without a date due, or an extension that lost or undercut the original date. */
  DUE_DATE_WRONG,
  /** Reopened without being counted, or counted without a date. */
  REOPENING_NOT_COUNTED
}
