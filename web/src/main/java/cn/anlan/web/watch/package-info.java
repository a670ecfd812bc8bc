/**
 * Standing watches. {@link cn.anlan.web.watch.WatchKeeper} evaluates what is watched and makes an
 * event where a verdict has changed; the service does so after every new data version and every new
 * day, the command line when it is told to.
 */
package cn.anlan.web.watch;
