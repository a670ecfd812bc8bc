/**
 * What any delivered file is: rows one after the other, what it declares, its notices, and how big
 * it may be.
 */
package cn.anlan.data.source.file;
