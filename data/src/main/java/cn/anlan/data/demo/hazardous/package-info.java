/** Dangerous things of the demonstration province: chemicals, equipment, stations, fireworks. */
package cn.anlan.data.demo.hazardous;
