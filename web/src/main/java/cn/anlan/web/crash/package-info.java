/**
 * Road accidents on the stored roads: where each of them stands, which ones wait in the queue, and
 * how densely they lie along the network.
 */
package cn.anlan.web.crash;
