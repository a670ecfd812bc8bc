/** Surveyed boundaries on the API: handing them in, reading them, deciding on them. */
package cn.anlan.web.survey;
