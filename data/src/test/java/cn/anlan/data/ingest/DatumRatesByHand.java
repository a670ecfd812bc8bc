package cn.anlan.data.ingest;

import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.datum.Hypothesis;
import cn.anlan.geo.geojson.GeoJsonGeometry;
import java.nio.file.*;
import java.util.*;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.*;
import tools.jackson.databind.json.JsonMapper;

public class DatumRatesByHand {
  public static void main(String[] args) throws Exception {
    Map<String, Geometry> base = new TreeMap<>();
    BaseMap.regions().stream().filter(f -> "county".equals(f.text("admin_level"))).forEach(f -> base.put(f.code(), f.geometry()));
    ProvinceMap map = new ProvinceMap(base, null, 380.0);
    Map<String, Geometry> truth = new TreeMap<>();
    var reader = new org.locationtech.jts.io.WKTReader();
    for (String l : Files.readAllLines(Path.of(args[0]))) { String[] p = l.split("\t"); truth.put(p[0], reader.read(p[1])); }
    System.out.println("truth " + truth.size());
    long seed = Long.parseLong(args[1]); int files = Integer.parseInt(args[2]);
    for (double wrongNames : new double[]{0.0, 0.03, 0.1}) {
    DatumTrials trials = new DatumTrials(truth, map, wrongNames);
    for (DatumTrials.Spread s : DatumTrials.Spread.values())
      for (int n : new int[] {10, 20, 50, 150, 500}) {
        Random random = new Random(seed + n);
        StringBuilder b = new StringBuilder();
        long t = System.nanoTime();
        for (Hypothesis h : Hypothesis.values()) { var o = trials.run(h, s, n, files, random); b.append(String.format("  %s %d/%d/%d", h, o.right(), o.doubtful(), o.wrong())); }
        System.out.println(wrongNames + " " + s + " " + n + b + "  " + (System.nanoTime() - t) / 1000000 + "ms");
      }
    }
  }
}
