/**
 * The ledgers' figures for leaders: rates by unit with the rows they are made of, and screens for
 * figures that were made up.
 */
package cn.anlan.web.ledger;
