package cn.anlan.data.source.table;

import cn.anlan.data.source.file.Problem;
import java.util.List;
import java.util.Map;

/** The records of a table, in whatever it is written. */
public interface TableRecords {
  /** What it was recognised as. */
  String format();

  /** How the texts were encoded. */
  String encoding();

  /** The headings; empty where a column has none. */
  List<String> columns();

  List<Problem> notices();

  /** Hands over the records in order. */
  void forEach(Taker taker);

  /** Takes one record. */
  interface Taker {
    /**
     * @param number what people find the record by: counted from 1, or the row of a sheet
     * @param line what messages call its place
     * @param cells may be fewer or more than the columns; null where nothing stands
     * @param faults why a cell cannot be used, by column
     */
    void take(long number, String line, List<String> cells, Map<Integer, String> faults);
  }
}
