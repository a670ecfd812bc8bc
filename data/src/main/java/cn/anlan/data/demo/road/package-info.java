/** Roads, railways, crossings and ports of the demonstration province, one joined network. */
package cn.anlan.data.demo.road;
