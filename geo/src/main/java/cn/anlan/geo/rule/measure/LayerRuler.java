package cn.anlan.geo.rule.measure;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.distance.Hit;
import cn.anlan.geo.distance.NearestPair;
import cn.anlan.geo.distance.TargetIndex;
import cn.anlan.geo.filter.Logic;
import cn.anlan.geo.rule.Distance;
import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.rule.Verdict;
import cn.anlan.geo.rule.ground.TargetLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntPredicate;

/**
 * Measures sites against the features of a layer. Every feature that could matter is looked at:
 * that is within D + U, with the greatest D that it can have where a needed attribute is missing,
 * and within 2·D and 200 m where its σ is ([design]). Where nothing is that near, the nearest
 * feature that can be judged by is named.
 */
final class LayerRuler implements Ruler {
  private static final Distance NONE = Distance.of(0);

  /** A shape of unknown accuracy is taken to be less than this off its place ([design]). */
  private static final double UNKNOWN_SIGMA_M = 200;

  private final Target target;
  private final TargetLayer layer;
  private final boolean signed;
  private final boolean inclusive;
  private final Pairs pairs;
  private final Lookup distances;
  private final Proxies proxies;
  private final ConcurrentMap<Reading, Nearest> nearest = new ConcurrentHashMap<>();

  /** Sites that read the table alike and may be judged on the same features. */
  private record Reading(List<Object> table, boolean demo) {}

  /**
   * The features among which the nearest is looked for, so that a search does not wade through
   * those that cannot count.
   *
   * @param judgeable of which the distance to be kept is known
   * @param unlimited of which not even a greatest one is
   */
  private record Nearest(TargetIndex judgeable, TargetIndex unlimited) {}

  /**
   * @param signed whether the depth inside the target counts as a negative distance
   * @param ofSubjectOrNull what the subjects' geometry stands in for
   */
  LayerRuler(
      Target target,
      boolean signed,
      boolean inclusive,
      TargetLayer layer,
      Target.Proxy ofSubjectOrNull) {
    this.target = target;
    this.layer = layer;
    this.signed = signed;
    this.inclusive = inclusive;
    this.pairs = new Pairs(target, layer);
    this.distances = new Lookup(target.distance() == null ? NONE : target.distance(), layer);
    this.proxies = new Proxies(target.proxy(), ofSubjectOrNull, layer);
  }

  @Override
  public Measurement measure(Site site, GeodesicTarget subject) {
    return new Of(site, subject).measure();
  }

  /** One site. */
  private final class Of {
    private final Site site;
    private final GeodesicTarget subject;
    private final Lookup.Of limit;
    private final Proxies.Of proxy;
    private final List<Measured> near = new ArrayList<>();
    private final List<Measured> barred = new ArrayList<>();

    Of(Site site, GeodesicTarget subject) {
      this.site = site;
      this.subject = subject;
      this.limit = distances.of(site);
      this.proxy = proxies.of(site);
    }

    Measurement measure() {
      if (target.searchM() != null) {
        return search(target.searchM());
      }
      layer.index().within(subject, reachM(), this::take);
      Nearest among =
          nearest.computeIfAbsent(
              new Reading(limit.reading(), site.allowsDemo()), reading -> among());
      if (limit.isUnlimited()) {
        among.unlimited.nearest(subject, this::isUnlimited).ifPresent(this::take);
      }
      if (near.isEmpty() && pairs.isKnown(site)) {
        among
            .judgeable
            .nearest(subject, this::isJudgeable)
            .map(hit -> judge(hit.owner(), hit.pair(), Logic.TRUE))
            .ifPresent(near::add);
      }
      Measured decisive = near.stream().min(Measured.WORST_FIRST).orElse(null);
      near.remove(decisive);
      near.addAll(barred);
      return Measurement.of(decisive, near);
    }

    /** Nothing farther than this is looked at; nothing there leaves nothing to be judged by. */
    private Measurement search(double searchM) {
      List<Measured> there = new ArrayList<>();
      layer
          .index()
          .within(
              subject,
              searchM,
              hit -> {
                Logic counts = pairs.counts(site, hit.owner());
                Measured measured =
                    counts == Logic.FALSE ? null : judge(hit.owner(), hit.pair(), counts);
                if (measured != null) {
                  (pairs.mayDecide(site, hit.owner()) ? there : barred).add(measured);
                }
              });
      Measured decisive = there.stream().min(Measured.WORST_FIRST).orElse(null);
      there.remove(decisive);
      there.addAll(barred);
      return Measurement.of(decisive, there);
    }

    private double reachM() {
      double most = limit.mostM();
      double sigmas = Math.hypot(known(site.knownSigmaM()), layer.greatestSigmaM());
      double u = 2 * (sigmas + proxies.sigmaM());
      return most + proxy.mostM() + Math.max(Math.max(most, UNKNOWN_SIGMA_M), u);
    }

    private Nearest among() {
      IntPredicate may = row -> !pairs.isLeftOut(row) && pairs.mayDecide(site, row);
      return new Nearest(
          layer.index(row -> may.test(row) && limit.result(row) instanceof Lookup.Result.Known),
          layer.index(row -> may.test(row) && isOpenEnded(row)));
    }

    private boolean isOpenEnded(int row) {
      return limit.result(row) instanceof Lookup.Result.Open open
          && open.atMostM() == Double.POSITIVE_INFINITY;
    }

    private boolean isJudgeable(int row) {
      return pairs.counts(site, row) == Logic.TRUE
          && pairs.mayDecide(site, row)
          && limit.result(row) instanceof Lookup.Result.Known
          && proxy.isKnown(row);
    }

    private boolean isUnlimited(int row) {
      return pairs.counts(site, row) != Logic.FALSE
          && pairs.mayDecide(site, row)
          && isOpenEnded(row);
    }

    private void take(Hit hit) {
      int row = hit.owner();
      Logic counts = pairs.counts(site, row);
      if (counts == Logic.FALSE) {
        return;
      }
      Measured measured = judge(row, hit.pair(), counts);
      if (measured == null || measured.verdict() == Verdict.PASS) {
        return;
      }
      List<Measured> list = pairs.mayDecide(site, row) ? near : barred;
      if (list.stream().noneMatch(m -> m.target().id() == measured.target().id())) {
        list.add(measured);
      }
    }

    /** Null where the table does not bind this pair. */
    private Measured judge(int row, NearestPair pair, Logic counts) {
      Lookup.Result result = limit.result(row);
      if (result instanceof Lookup.Result.NotBinding) {
        return null;
      }
      Reason open = counts == Logic.UNKNOWN ? pairs.open(site, row) : null;
      double d = Measured.rounded(pair.distanceM());
      if (signed && d == 0) {
        d = -Measured.rounded(Depth.ofM(site.geometry(), subject, layer, row));
      }
      Proxies.Away away = proxy.of(row, d);
      open = open == null ? away.open() : open;
      double nearerM = d - away.offsetM();
      d = Measured.rounded(signed ? nearerM : Math.max(0, nearerM));
      return judged(row, pair, d, result, open, away);
    }

    private Measured judged(
        int row,
        NearestPair pair,
        double d,
        Lookup.Result result,
        Reason openOrNull,
        Proxies.Away away) {
      Feature feature = Features.of(layer, row);
      Double u = uncertaintyM(row);
      Reason open = openOrNull;
      if (open == null && u == null) {
        open = TargetReasons.accuracy(feature);
      }
      Threshold threshold = null;
      double mostM;
      if (result instanceof Lookup.Result.Known known) {
        threshold = threshold(known.metres());
        mostM = known.metres();
      } else {
        Lookup.Result.Open missing = (Lookup.Result.Open) result;
        mostM = missing.atMostM();
        open = open == null ? missing.reason() : open;
      }
      Verdict verdict = Verdict.NOT_ASSESSABLE;
      if (open == null) {
        verdict = threshold.verdict(d, away.extentM(), u);
      } else if (d - away.extentM() > mostM + (u == null ? Math.max(mostM, UNKNOWN_SIGMA_M) : u)) {
        verdict = Verdict.PASS;
        threshold = threshold == null ? threshold(mostM) : threshold;
        open = null;
      }
      return new Measured(
          feature,
          d,
          threshold,
          u,
          verdict,
          List.of(pair.subjectLonDeg(), pair.subjectLatDeg()),
          List.of(pair.targetLonDeg(), pair.targetLatDeg()),
          open,
          away.told(),
          null);
    }

    private Threshold threshold(double metres) {
      String source = target.distance() == null ? null : target.distance().source();
      return new Threshold(metres, inclusive, source);
    }

    /** U = 2·√(σ_subject² + σ_target² + σ_definition² + σ_proxy²); null where a σ is missing. */
    private Double uncertaintyM(int row) {
      Double subjectM = site.knownSigmaM();
      double targetM = layer.sigmaM(row);
      if (subjectM == null || Double.isNaN(targetM)) {
        return null;
      }
      double definition = layer.sigmaDefinitionM(row);
      double both = Math.hypot(subjectM, targetM);
      double all = Math.hypot(both, Double.isNaN(definition) ? 0 : definition);
      return 2 * Math.hypot(all, proxies.sigmaM());
    }

    private double known(Double value) {
      return value == null ? 0 : value;
    }
  }
}
