/** Tables as spreadsheets and Shapefiles hold them: headings and safe cells. */
package cn.anlan.data.sheet;
