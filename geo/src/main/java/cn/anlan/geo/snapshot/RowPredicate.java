package cn.anlan.geo.snapshot;

/** A condition on rows, such as a parsed filter. A {@link Query} asks it, once, for all rows. */
@FunctionalInterface
public interface RowPredicate {
  /** Where the condition is true, false or unknown, made of what {@code columns} offers. */
  Truth evaluate(Predicates columns);
}
