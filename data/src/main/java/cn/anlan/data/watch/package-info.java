/**
 * Standing watches: what a planner wants to be told of, what was seen last, and the events. {@link
 * cn.anlan.data.watch.WatchStore} keeps them; who evaluates them is the web's affair.
 */
package cn.anlan.data.watch;
