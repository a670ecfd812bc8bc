/** The commands of {@code ./anlan}, one class each, and how they print tables and JSON. */
package cn.anlan.web.cli;
