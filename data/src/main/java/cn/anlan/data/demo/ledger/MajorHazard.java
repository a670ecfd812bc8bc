package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.ground.County;

/**
 * A major hazard as listings need it. Days count from the first day of 2019.
 *
 * @param closed day it was closed, or {@link Integer#MAX_VALUE} while it is open
 */
record MajorHazard(String code, County county, int reported, int closed) {
  boolean isOpenOn(int day) {
    return closed > day;
  }
}
