/** How layers look in a map: MapLibre styles, and the signs and letters that they ask for. */
package cn.anlan.web.style;
