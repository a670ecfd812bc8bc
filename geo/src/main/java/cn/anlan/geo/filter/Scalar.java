package cn.anlan.geo.filter;

/** One side of a comparison: a property, or a value that stands in the filter. */
sealed interface Scalar permits Expression.Operand, Literal {}
