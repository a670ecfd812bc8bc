package cn.anlan.geo.rule.measure;

import cn.anlan.geo.filter.Logic;
import cn.anlan.geo.rule.Condition;
import cn.anlan.geo.rule.Distance;
import cn.anlan.geo.rule.Distance.Length;
import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.ground.TargetLayer;
import java.util.ArrayList;
import java.util.List;

/** Finds the distance of a pair in a table: the first row whose conditions are true decides. */
final class Lookup {
  private final Distance distance;
  private final TargetLayer layer;
  private final Bound[] targets;
  private final double[] greatestM;
  private final boolean[] open;

  /** What a table says of a pair. */
  sealed interface Result {
    /** So many metres. */
    record Known(double metres) implements Result {}

    /** Something is missing; it is certainly not above {@code atMostM}, which may be infinite. */
    record Open(Reason reason, double atMostM) implements Result {}

    /** The rule does not bind the pair. */
    record NotBinding() implements Result {}
  }

  private static final Result NOT_BINDING = new Result.NotBinding();

  Lookup(Distance distance, TargetLayer layer) {
    this.distance = distance;
    this.layer = layer;
    List<Distance.Row> rows = distance.rows();
    this.targets = new Bound[rows.size()];
    this.greatestM = new double[rows.size()];
    this.open = new boolean[rows.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = new Bound(rows.get(i).target(), layer);
      greatestM[i] = greatestM(rows.get(i).length());
      open[i] = isOpen(rows.get(i).length());
    }
  }

  /** Whether some feature lacks the field that gives its metres. */
  private boolean isOpen(Length length) {
    return length instanceof Length.OfField of
        && !of.ofSubject()
        && of.missingM() == null
        && layer.rows().anyMatch(row -> layer.attributes(row).value(of.field()) == null);
  }

  /** The greatest metres that a row can give to any pair, as far as they are known. */
  private double greatestM(Length length) {
    if (length instanceof Length.Fixed fixed) {
      return fixed.metres();
    } else if (length instanceof Length.Unknown unknown) {
      return unknown.atMostM() == null ? Double.POSITIVE_INFINITY : unknown.atMostM();
    } else if (length instanceof Length.OfField of) {
      double greatest = of.missingM() == null ? 0 : of.missingM();
      if (of.ofSubject()) {
        return greatest;
      }
      return layer
          .rows()
          .mapToObj(row -> layer.attributes(row).value(of.field()))
          .filter(Number.class::isInstance)
          .mapToDouble(n -> of.times() * ((Number) n).doubleValue() + of.plusM())
          .reduce(greatest, Math::max);
    }
    return 0;
  }

  Of of(Site site) {
    return new Of(site);
  }

  /** The table as one subject reads it. */
  final class Of {
    private final Site site;
    private final Logic[] rows;
    private final double mostM;
    private final boolean unlimited;

    private Of(Site site) {
      this.site = site;
      this.rows = new Logic[targets.length];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = Condition.test(distance.rows().get(i).subject(), site.attributes());
      }
      this.mostM = mostM(0, false);
      this.unlimited = mostM(0, true) == Double.POSITIVE_INFINITY;
    }

    /** The greatest metres that any target can be given; what is not known at all left out. */
    double mostM() {
      return mostM;
    }

    /** What is the same for subjects that read the table alike, their own metres apart. */
    List<Object> reading() {
      List<Object> reading = new ArrayList<>(List.of(rows));
      for (int i = 0; i < rows.length; i++) {
        reading.add(subjectMetres(i) == Double.POSITIVE_INFINITY);
      }
      return reading;
    }

    /** Whether there may be targets of which not even a greatest distance is known. */
    boolean isUnlimited() {
      return unlimited;
    }

    private double mostM(int from, boolean withUnlimited) {
      double most = 0;
      for (int i = from; i < rows.length; i++) {
        if (rows[i] != Logic.FALSE) {
          double metres = subjectMetres(i);
          if (withUnlimited && isOpenRow(i)) {
            return Double.POSITIVE_INFINITY;
          }
          most = metres < Double.POSITIVE_INFINITY ? Math.max(most, metres) : most;
        }
      }
      boolean otherwise = distance.otherwise() == Distance.Otherwise.NOT_ASSESSABLE;
      return withUnlimited && otherwise && !hasAlways(from) ? Double.POSITIVE_INFINITY : most;
    }

    private boolean hasAlways(int from) {
      for (int i = from; i < rows.length; i++) {
        if (rows[i] == Logic.TRUE && distance.rows().get(i).target() == null) {
          return true;
        }
      }
      return false;
    }

    private double subjectMetres(int i) {
      Length length = distance.rows().get(i).length();
      if (length instanceof Length.OfField of && of.ofSubject()) {
        return site.attributes().value(of.field()) instanceof Number n
            ? of.times() * n.doubleValue() + of.plusM()
            : of.missingM() == null ? Double.POSITIVE_INFINITY : of.missingM();
      }
      return greatestM[i];
    }

    private boolean isOpenRow(int i) {
      return open[i] || subjectMetres(i) == Double.POSITIVE_INFINITY;
    }

    Result result(int row) {
      for (int i = 0; i < rows.length; i++) {
        Logic holds = rows[i].and(targets[i].of(row));
        if (holds == Logic.UNKNOWN) {
          return new Result.Open(missing(i, row), mostM(i, true));
        } else if (holds == Logic.TRUE) {
          return given(i, row);
        }
      }
      return distance.otherwise() == Distance.Otherwise.NOT_APPLICABLE
          ? NOT_BINDING
          : new Result.Open(TargetReasons.noRow(), Double.POSITIVE_INFINITY);
    }

    private Reason missing(int i, int row) {
      return rows[i] == Logic.UNKNOWN
          ? TargetReasons.subjectAttribute(
              String.join(", ", distance.rows().get(i).subject().missing(site.attributes())))
          : TargetReasons.attribute(Features.of(layer, row), targets[i].missing(row));
    }

    private Result given(int i, int row) {
      Length length = distance.rows().get(i).length();
      if (length instanceof Length.Fixed fixed) {
        return new Result.Known(fixed.metres());
      } else if (length instanceof Length.Unknown unknown) {
        return new Result.Open(TargetReasons.tableValue(unknown.reason()), greatestM[i]);
      } else if (length instanceof Length.OfField of) {
        return ofField(of, row);
      }
      return NOT_BINDING;
    }

    private Result ofField(Length.OfField of, int row) {
      Object value =
          of.ofSubject()
              ? site.attributes().value(of.field())
              : layer.attributes(row).value(of.field());
      if (value instanceof Number n) {
        return new Result.Known(Math.max(0, of.times() * n.doubleValue() + of.plusM()));
      }
      if (of.missingM() != null) {
        return new Result.Known(of.missingM());
      }
      return new Result.Open(
          of.ofSubject()
              ? TargetReasons.subjectAttribute(of.field())
              : TargetReasons.attribute(Features.of(layer, row), of.field()),
          Double.POSITIVE_INFINITY);
    }
  }
}
