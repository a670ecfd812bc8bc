package cn.anlan.data.basemap;

/** Temporary. */
public final class BasemapBuilder {
  private BasemapBuilder() {}

  public static void main(String[] args) {
    long t = System.nanoTime();
    var names = BaseMap.regionNames();
    var c = CityFiles.read(java.nio.file.Path.of(args[0]));
    System.err.println(c.size() + " " + (System.nanoTime() - t) / 1e9);
    var f = new RegionLayer(names, Double.parseDouble(args[2]), 300).build(c);
    System.err.println(f.size() + " " + (System.nanoTime() - t) / 1e9);
    GeoJsonFile.write(java.nio.file.Path.of(args[1]), "regions", f);
    int n = 0;
    for (var x : f) n += x.geometry().getNumPoints();
    System.err.println("points " + n);
  }
}
