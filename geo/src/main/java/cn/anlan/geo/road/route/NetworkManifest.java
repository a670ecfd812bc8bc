package cn.anlan.geo.road.route;

import cn.anlan.geo.text.Text;
import java.util.List;

/**
 * What a prepared network was made of, when and with which model; stands beside it as JSON.
 *
 * @param format of the prepared files, {@link #FORMAT} as this program writes and reads them
 * @param name under which it is asked for
 * @param source of the roads
 * @param inputs the files it was made of, with their SHA-256
 * @param state of the layers it was made of, to be compared with theirs now; empty for OSM files
 * @param roadsDataVersion of the database when its roads were read; 0 for OSM files
 * @param hazardsDataVersion when its hazards were, a moment later; 0 for OSM files
 * @param lengthKm of all edges, geodesic
 * @param mainComponentPct share of the length that hangs together in the largest component
 * @param heights how points got their heights; null where they have none
 * @param cargoes that it was prepared for
 * @param hazards things taken from the layers or the file
 * @param downgrades long steep downgrades found in the heights and counted as hazards; null where
 *     none were sought: without an elevation model, and on the stored roads, whose register has
 *     them
 * @param hazardStretches stretches of edges within the reach of any hazard
 * @param notTaken closures and other hazards that hold on no road of it, in words for people
 * @param builtAt ISO 8601
 * @param builtS seconds that it took
 */
public record NetworkManifest(
    int format,
    String name,
    Text source,
    List<Input> inputs,
    String state,
    long roadsDataVersion,
    long hazardsDataVersion,
    boolean isDemo,
    int junctions,
    int edges,
    double lengthKm,
    int components,
    double mainComponentPct,
    Text heights,
    int modelVersion,
    List<String> cargoes,
    int hazards,
    Integer downgrades,
    long hazardStretches,
    List<Text> notTaken,
    String builtAt,
    double builtS) {
  /** Counts up whenever prepared files of an earlier program no longer serve. */
  public static final int FORMAT = 2;

  /** A file by its name, without directory. */
  public record Input(String file, String sha256) {}
}
