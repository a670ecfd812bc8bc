/** CSV as spreadsheets read it. */
package cn.anlan.data.sheet;
