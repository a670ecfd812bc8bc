package cn.anlan.geo.rule.golden;

import cn.anlan.geo.rule.golden.Expected.Outcome;

/**
 * The cases on either side of a limit D: with exact positions at D − 1 m, D and D + 1 m, and with
 * real accuracies just inside and just outside D ± U, U = 2·√(σ_subject² + σ_target² + Σσ_proxy²).
 * Where a proxy stands for what the law measures to, the subject stands farther away by its offset.
 */
final class Straddle {
  private static final double SUBJECT_SIGMA_M = 2;
  private static final double TARGET_SIGMA_M = 1.5;

  private final Golden golden;
  private final Thing subject;
  private final Thing target;
  private final double limitM;
  private double offsetM;
  private double proxyVarianceM2;
  private boolean inclusive;
  private boolean signed;

  Straddle(Golden golden, Thing subject, Thing target, double limitM) {
    this.golden = golden;
    this.subject = subject;
    this.target = target;
    this.limitM = limitM;
  }

  /** What the proxy of the subject or the target takes off the distance, and its σ. */
  Straddle proxy(double offset, double sigmaM) {
    offsetM += offset;
    proxyVarianceM2 += sigmaM * sigmaM;
    return this;
  }

  /** Exactly D is still too near. */
  Straddle inclusive() {
    inclusive = true;
    return this;
  }

  /** A zone to stay out of: a distance may be negative, the depth within it. */
  Straddle signed() {
    signed = true;
    return this;
  }

  void all() {
    if (proxyVarianceM2 == 0) {
      exact();
    }
    blurred();
  }

  /** Exact positions: only for a limit without a proxy's σ. */
  void exact() {
    put(0, 0, -1, Outcome.FAIL);
    put(0, 0, 0, inclusive ? Outcome.FAIL : Outcome.PASS);
    put(0, 0, 1, Outcome.PASS);
  }

  void blurred() {
    double uM = uncertaintyM(SUBJECT_SIGMA_M, TARGET_SIGMA_M);
    blurred(-uM - 1, Outcome.FAIL);
    blurred(-uM + 1, Outcome.NEEDS_SURVEY);
    blurred(uM - 1, Outcome.NEEDS_SURVEY);
    blurred(uM + 1, Outcome.PASS);
  }

  /** One case well inside and one well outside. */
  void ends() {
    double uM = uncertaintyM(SUBJECT_SIGMA_M, TARGET_SIGMA_M);
    blurred(-uM - 1, Outcome.FAIL);
    blurred(uM + 1, Outcome.PASS);
  }

  private double uncertaintyM(double subjectM, double targetM) {
    return 2 * Math.sqrt(subjectM * subjectM + targetM * targetM + proxyVarianceM2);
  }

  private void blurred(double marginM, Outcome outcome) {
    put(SUBJECT_SIGMA_M, TARGET_SIGMA_M, marginM, outcome);
  }

  private void put(double subjectM, double targetM, double marginM, Outcome outcome) {
    double distanceM = limitM + marginM;
    // nearer than touching there is nothing, and what a proxy takes off leaves no less than 0:
    // such a place would say nothing of the limit
    boolean inArea =
        target.shape() == Thing.Shape.AREA || target.shape() == Thing.Shape.CLOSED_LINE;
    if (distanceM + offsetM < 0 && !inArea || distanceM < 0 && !signed) {
      return;
    }
    double placedM = distanceM + offsetM;
    String name =
        String.format(
            "%s → %s D=%s %s%.3f σ=%s/%s",
            subject.layer(),
            target.layer(),
            limitM,
            marginM < 0 ? "−" : "+",
            Math.abs(marginM),
            subjectM,
            targetM);
    golden
        .named(name)
        .target(target.sigma(targetM))
        .subject(subject.sigma(subjectM), placedM, Expected.of(outcome, marginM, limitM));
  }
}
