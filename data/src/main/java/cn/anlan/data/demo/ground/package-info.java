/** The ground of the demonstration province: counties, water, heights, settlements. */
package cn.anlan.data.demo.ground;
