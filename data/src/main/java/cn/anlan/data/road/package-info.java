/** What of the roads is read from PostGIS itself: the heights, which no snapshot holds. */
package cn.anlan.data.road;
