package cn.anlan.analytics.grade;

import cn.anlan.geo.text.Text;

/**
 * A table by which something is graded: data, so that a grade can name the version it came from.
 */
public sealed interface VersionedTable
    permits GradingTable, Gb18218, TailingsTable, MineTierTable, SafetyScoreTable, EnterpriseTable {

  String id();

  /** Counts up with every change of the table. */
  int version();

  Text title();

  /** Standard, clause or document; what is not confirmed is marked {@code [verify]}. */
  Text source();
}
