/**
 * Accidents as a leader asks for them: counts with the revisions of deaths, comparisons that say
 * what is chance, targets, control charts, seasons. Each answer is a record for programs and a
 * sheet for people.
 */
package cn.anlan.web.accidents;
