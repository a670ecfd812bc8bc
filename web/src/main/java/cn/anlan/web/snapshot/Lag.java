package cn.anlan.web.snapshot;

import java.time.Instant;

/**
 * Since when the layers in memory may be behind the database.
 *
 * @param since when it was first noticed
 * @param databaseAway whether the database does not answer; else a layer cannot be read just now,
 *     as while it is being filled
 */
public record Lag(Instant since, boolean databaseAway) {}
