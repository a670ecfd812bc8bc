package cn.anlan.geo.filter;

import cn.anlan.geo.snapshot.LayerSnapshot;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The properties that an expression names. */
final class Properties {
  private final Set<String> names = new LinkedHashSet<>();

  private Properties() {}

  static Set<String> of(Expression expression) {
    Properties properties = new Properties();
    properties.add(expression);
    return Collections.unmodifiableSet(properties.names);
  }

  private void add(Expression expression) {
    if (expression instanceof Expression.And and) {
      and.parts().forEach(this::add);
    } else if (expression instanceof Expression.Or or) {
      or.parts().forEach(this::add);
    } else if (expression instanceof Expression.Not not) {
      add(not.part());
    } else if (expression instanceof Expression.Compare compare) {
      names.add(compare.operand().property());
    } else if (expression instanceof Expression.ComparePair pair) {
      names.add(pair.left().property());
      names.add(pair.right().property());
    } else if (expression instanceof Expression.Between between) {
      names.add(between.operand().property());
    } else if (expression instanceof Expression.In in) {
      names.add(in.operand().property());
    } else if (expression instanceof Expression.Like like) {
      names.add(like.operand().property());
    } else if (expression instanceof Expression.IsNull isNull) {
      names.add(isNull.property());
    } else if (expression instanceof Expression.ListTest test) {
      names.add(test.property());
    } else if (!(expression instanceof Expression.Constant)) {
      names.add(LayerSnapshot.GEOMETRY);
    }
  }
}
