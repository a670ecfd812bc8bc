/**
 * Export: any layer, any usual format and coordinate system, as a file or a stream that says what
 * it is and what its format cannot carry. Each family of formats is a package below, which knows
 * nothing of this one.
 */
package cn.anlan.data.export;
