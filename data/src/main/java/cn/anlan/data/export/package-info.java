/** Export: any layer, any usual format and coordinate system, as one file that says what it is. */
package cn.anlan.data.export;
