package cn.anlan.data.parcel;

import java.util.List;

/**
 * One parcel (地块) as the file has it.
 *
 * @param row the line that begins it
 * @param attributes the cells of that line but for the closing {@code @}: 界址点数, 地块面积, 地块编号, 地块名称,
 *     记录图形属性, 图幅号, 地块用途, 地类编码
 * @param points in their order, rings following one another
 */
public record Parcel(
    long row, List<String> attributes, List<ParcelPoint> points, List<ParcelFault> faults) {}
