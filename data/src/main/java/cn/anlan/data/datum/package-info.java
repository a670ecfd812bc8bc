/**
 * In which datum a file of longitudes and latitudes is, by evidence: WGS 84/CGCS2000, GCJ-02 and
 * BD-09 are weighed against the county that each row names and against points whose place is known.
 * The result is odds, never a guess: {@link cn.anlan.data.datum.DatumOdds} says how they come
 * about.
 */
package cn.anlan.data.datum;
