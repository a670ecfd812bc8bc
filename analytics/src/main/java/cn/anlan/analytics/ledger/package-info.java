/**
 * The figures that ledgers are judged by (整改率, 逾期率, 按期整改率, 挂牌销号率, 上报率, 覆盖率), rolled up from county
 * to city to province without counting anything twice, and screens for figures that were made up.
 * Columns of snapshots are read in passes, so that any day can be asked for.
 */
package cn.anlan.analytics.ledger;
