/**
 * Pipelines, power lines, broadcast facilities, drinking water zones and lifelines of the
 * demonstration province.
 */
package cn.anlan.data.demo.utility;
