/** What several features do with the vertices of a shape. */
package cn.anlan.geo.shape;
