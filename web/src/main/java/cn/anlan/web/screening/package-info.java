/**
 * May this site go here, and where may it go? A proposal that somebody draws or sends is judged by
 * every rule that binds its kind, and the ground round it is divided into what is allowed, what
 * must be surveyed and what is forbidden.
 *
 * <p>{@link cn.anlan.web.screening.ScreeningRequest} reads and refuses, {@link
 * cn.anlan.web.screening.Screening} judges through {@link cn.anlan.web.checks.CheckRun}.
 */
package cn.anlan.web.screening;
