/** GDAL's command-line tools as jailed child processes. Nothing of GDAL runs inside the JVM. */
package cn.anlan.data.gdal;
