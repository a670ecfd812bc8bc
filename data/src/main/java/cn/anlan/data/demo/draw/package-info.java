/**
 * What every theme of the demonstration province draws with: plan, rows and their codes, sink,
 * dates, shipped files, frames in metres, shapes.
 */
package cn.anlan.data.demo.draw;
