/**
 * Routes on prepared networks: the tanker's alternatives between fastest and safest with what they
 * pass, and why roads are avoided.
 */
package cn.anlan.geo.road.route;
