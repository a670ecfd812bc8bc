/**
 * Brings accidents onto roads: route name, stake and position are weighed together by a stated
 * model of their errors, and what cannot be placed waits in a queue with its reason.
 */
package cn.anlan.analytics.crash;
