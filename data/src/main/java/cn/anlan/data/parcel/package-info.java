/** The land offices' exchange file of parcels (国土报盘), and areas made of boundary rings. */
package cn.anlan.data.parcel;
