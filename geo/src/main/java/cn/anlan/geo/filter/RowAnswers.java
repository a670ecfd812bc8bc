package cn.anlan.geo.filter;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Box;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.LayerSnapshot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Every part answered for one row, given as its values by name; values are of the classes that
 * {@link cn.anlan.geo.snapshot.ColumnKind} names. Says the same as {@link SnapshotAnswers} of a
 * snapshot with that row.
 */
record RowAnswers(Function<String, Object> values) implements Answers<Logic> {
  @Override
  public Logic always(boolean value) {
    return Logic.of(value);
  }

  @Override
  public Logic compare(String property, Comparison comparison, Object literal) {
    Object value = values.apply(property);
    if (value == null) {
      return Logic.UNKNOWN;
    }
    boolean ordered = !(value instanceof Boolean);
    if (!ordered && comparison != Comparison.EQUAL && comparison != Comparison.NOT_EQUAL) {
      throw wrongType(property, value, literal);
    }
    return Logic.of(comparison.holds(order(property, value, literal)));
  }

  @Override
  public Logic in(String property, List<Object> literals) {
    return literals.stream()
        .map(literal -> compare(property, Comparison.EQUAL, literal))
        .reduce(Logic::or)
        .orElseThrow();
  }

  /** Numbers and days as their columns compare them: a literal is rounded to a double for one. */
  private static int order(String property, Object value, Object literal) {
    if (value instanceof String text && literal instanceof String wanted) {
      return CaseFold.compare(text, wanted);
    } else if (value instanceof Double number && literal instanceof BigDecimal wanted) {
      return Double.compare(number + 0.0, wanted.doubleValue() + 0.0);
    } else if (value instanceof Long whole && literal instanceof BigDecimal wanted) {
      return BigDecimal.valueOf(whole).compareTo(wanted);
    } else if (value instanceof LocalDate day && literal instanceof LocalDate wanted) {
      return day.compareTo(wanted);
    } else if (value instanceof Boolean is && literal instanceof Boolean wanted) {
      return is.compareTo(wanted);
    }
    throw wrongType(property, value, literal);
  }

  @Override
  public Logic text(String property, Predicate<String> wanted) {
    Object value = values.apply(property);
    if (value == null) {
      return Logic.UNKNOWN;
    }
    if (value instanceof String text) {
      return Logic.of(wanted.test(text));
    }
    throw wrongType(property, value, "LIKE");
  }

  @Override
  public Logic contains(String property, Set<String> wanted) {
    return list(property, list -> list.containsAll(wanted));
  }

  @Override
  public Logic overlaps(String property, Set<String> wanted) {
    return list(property, list -> list.stream().anyMatch(wanted::contains));
  }

  private Logic list(String property, Predicate<Collection<?>> test) {
    Object value = values.apply(property);
    if (value == null) {
      return Logic.UNKNOWN;
    }
    if (value instanceof Collection<?> list) {
      return Logic.of(test.test(list));
    }
    throw wrongType(property, value, "A_CONTAINS");
  }

  @Override
  public Logic isNull(String property) {
    return Logic.of(values.apply(property) == null);
  }

  @Override
  public Logic intersects(Box box) {
    Envelope area = new Envelope(box.west(), box.east(), box.south(), box.north());
    Geometry here = (Geometry) values.apply(LayerSnapshot.GEOMETRY);
    return here == null
        ? Logic.UNKNOWN
        : Logic.of(here.intersects(here.getFactory().toGeometry(area)));
  }

  @Override
  public Logic intersects(Geometry geometry) {
    Geometry here = (Geometry) values.apply(LayerSnapshot.GEOMETRY);
    return here == null ? Logic.UNKNOWN : Logic.of(here.intersects(geometry));
  }

  @Override
  public Logic and(Logic a, Logic b) {
    return a.and(b);
  }

  @Override
  public Logic or(Logic a, Logic b) {
    return a.or(b);
  }

  @Override
  public Logic not(Logic a) {
    return a.not();
  }

  private static UserFault wrongType(String property, Object value, Object literal) {
    return new UserFault(
        "属性 '%s' 的值 %s 不能与 %s 比较 / property '%s' has a value of another type"
            .formatted(property, value, literal, property),
        "改正取值或条件 / mend the value or the condition");
  }
}
