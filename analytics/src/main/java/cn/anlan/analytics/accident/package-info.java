/** Accidents: their severity by State Council order 493. */
package cn.anlan.analytics.accident;
