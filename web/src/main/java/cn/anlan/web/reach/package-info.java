/**
 * How soon teams come, which places none reaches in time, and what one more station would add: for
 * the API, the command line and the layers {@code reach_gap} and {@code reach_area}.
 */
package cn.anlan.web.reach;
