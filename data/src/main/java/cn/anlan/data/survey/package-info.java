/**
 * Surveyed boundaries (实测界址): the way out of NEEDS_SURVEY. {@link cn.anlan.data.survey.Surveys}
 * takes boundary points from a file, keeps them as they came, records who decided on them and why,
 * and answers which boundaries are in force at a data version. Nothing is overwritten; persons are
 * not named, only their posts.
 */
package cn.anlan.data.survey;
