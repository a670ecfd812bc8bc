/** What every theme of the demonstration province draws with: plan, rows, sink, dates, steps. */
package cn.anlan.data.demo.draw;
