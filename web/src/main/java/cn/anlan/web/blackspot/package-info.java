/** Accident-prone stretches of the roads that are stored, for the API and the command line. */
package cn.anlan.web.blackspot;
