/**
 * Hot spots of any layer of points: the parameters ({@link cn.anlan.web.hotspots.HotspotQuestion}),
 * the units that events are counted in, the statistics of {@link cn.anlan.analytics.hotspot}, and
 * the answer as JSON, as a map layer and as sentences.
 */
package cn.anlan.web.hotspots;
