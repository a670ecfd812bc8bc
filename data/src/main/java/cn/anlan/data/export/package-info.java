/**
 * Export: any layer, any usual format and coordinate system, as a file or a stream that says what
 * it is and what its format cannot carry.
 */
package cn.anlan.data.export;
