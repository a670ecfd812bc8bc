/**
 * What deliveries there were, the rows of them that wait for correction, and the undoing of a
 * delivery as a whole. How a delivery comes in is the matter of {@code data.ingest}.
 */
package cn.anlan.data.delivery;
