/**
 * The regional risk map as people ask for it: {@link cn.anlan.web.assessment.Assessments} keeps the
 * counted facts fresh and grades on request, {@code GradeKeeper} writes the grades of the last day
 * into the layer {@code region_grade} and keeps each run, {@code Changes} says what moved between
 * two days and why.
 */
package cn.anlan.web.assessment;
