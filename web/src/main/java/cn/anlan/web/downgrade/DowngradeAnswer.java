package cn.anlan.web.downgrade;

/** What {@code /api/roads/downgrades} and {@code ./anlan downgrades} answer. */
public sealed interface DowngradeAnswer permits DowngradeReport, NetworkDowngradeReport {}
