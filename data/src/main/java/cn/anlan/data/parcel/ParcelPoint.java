package cn.anlan.data.parcel;

/**
 * A boundary point (界址点) of a parcel.
 *
 * @param row the line it stands on, from 1
 * @param name its number, such as J1
 * @param ring as the file numbers rings within the parcel; 1 is the outer one
 * @param east easting in metres, of the file's own system
 * @param north northing in metres
 */
public record ParcelPoint(long row, String name, int ring, double east, double north) {}
