/** What of a delivery speaks of persons, and keeping it out of everything that is written. */
package cn.anlan.data.privacy;
