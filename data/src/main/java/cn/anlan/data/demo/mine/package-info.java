/** Mines, tailings ponds, quarries, sand, wells and geological hazards of the invented province. */
package cn.anlan.data.demo.mine;
