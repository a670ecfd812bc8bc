/**
 * The grade of one stored thing with its grounds: as JSON, as a sheet to print, and on the command
 * line. What is graded by which table stands in {@link cn.anlan.web.grades.Grades}; the tables and
 * the explaining in {@code analytics.grade}.
 */
package cn.anlan.web.grades;
