/**
 * 周边分析: what stands round a plant, by distance and direction, and how many people live within 500 m
 * of its boundary.
 *
 * <p>What is listed is data ({@code surroundings/themes.yaml}, {@link
 * cn.anlan.web.surroundings.Themes}); {@link cn.anlan.web.surroundings.Survey} gathers it from one
 * generation of snapshots within the caller's scope.
 */
package cn.anlan.web.surroundings;
