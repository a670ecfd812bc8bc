/** What a user asks of an export: layer, rows, format, headings, and to whom it may go. */
package cn.anlan.data.export.request;
