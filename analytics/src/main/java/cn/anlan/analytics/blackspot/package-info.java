/**
 * Accident-prone stretches of road (事故易发路段): every method that is in use, each in its own class,
 * over crashes by their place along a route. {@link cn.anlan.analytics.blackspot.Screening} asks
 * them all and ranks by the last, the empirical Bayes excess, which alone tells danger from chance
 * and from traffic. Places are metres along a route, counted as its stakes are.
 */
package cn.anlan.analytics.blackspot;
