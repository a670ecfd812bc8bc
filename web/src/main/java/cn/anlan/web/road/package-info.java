/** Places on the stored roads by route and stake, and what is wrong with the road layer. */
package cn.anlan.web.road;
