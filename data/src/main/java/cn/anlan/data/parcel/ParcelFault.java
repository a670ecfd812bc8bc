package cn.anlan.data.parcel;

/** What is wrong with a line of a parcel file; field and value may be null. */
public record ParcelFault(long row, String field, String value, String reason, String remedy) {}
