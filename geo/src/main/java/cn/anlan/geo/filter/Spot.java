package cn.anlan.geo.filter;

import cn.anlan.geo.fault.UserFault;

/** Where in a filter something stands: a column of the text, or a path in JSON. */
@FunctionalInterface
interface Spot {
  /** What is wrong there, and what to write instead. */
  UserFault fault(String problemZh, String problemEn, String remedy);
}
