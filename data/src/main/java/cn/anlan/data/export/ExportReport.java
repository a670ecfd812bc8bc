package cn.anlan.data.export;

import cn.anlan.geo.text.Text;
import java.util.List;
import java.util.Map;

/**
 * What an export wrote. The names of the components are the names in JSON, and stable.
 *
 * @param bytes size of the file
 * @param demoRows how many of the rows are invented
 * @param disclosure the mark of the file: public, internal or restricted
 * @param fieldNames what fields are called in the file where that is not their name
 * @param parts the Shapefiles inside a ZIP; empty for other formats
 * @param losses what the format cannot hold of this layer, whatever its rows
 * @param warnings what it could not hold of these rows
 */
public record ExportReport(
    String layer,
    String file,
    String format,
    String crs,
    String encoding,
    long rows,
    long demoRows,
    long bytes,
    long dataVersion,
    String disclosure,
    Map<String, String> fieldNames,
    List<String> parts,
    List<Text> losses,
    List<String> warnings) {

  /** Whether invented rows are among them. */
  public boolean demo() {
    return demoRows > 0;
  }
}
