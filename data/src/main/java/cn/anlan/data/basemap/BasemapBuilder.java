package cn.anlan.data.basemap;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes the committed base map from public packages: run by hand when a source or a table changes,
 * never at build or run time. {@code basemap/README.md} has the commands.
 *
 * <pre>
 * BasemapBuilder PACKAGES GSHHG OUTPUT     writes regions, waters and demo_shorelines to OUTPUT
 * BasemapBuilder measure FILE REFERENCE    says how far FILE's lines lie from REFERENCE's
 * </pre>
 *
 * PACKAGES holds the npm packages, GSHHG the files of Debian's gmt-gshhg-full; {@code
 * gdal_translate} must be installed. Takes half a minute and 2 GB.
 */
public final class BasemapBuilder {
  /** Leaves 30,000 vertices of 234,000 and no visible change at 1:500,000. */
  private static final double REGION_TOLERANCE_M = 300;

  /** Measured: see {@code basemap/README.md}. */
  private static final double REGION_SIGMA_M = 380;

  private BasemapBuilder() {}

  public static void main(String[] args) {
    try {
      if (args.length != 3) {
        throw new UserFault(
            "要三个参数", "BasemapBuilder PACKAGES GSHHG OUTPUT | measure FILE REFERENCE");
      }
      if (args[0].equals("measure")) {
        System.out.println(
            LineAccuracy.measure(
                GeoJsonFile.read(Path.of(args[1])), GeoJsonFile.read(Path.of(args[2]))));
      } else {
        build(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
      }
    } catch (UserFault fault) {
      System.err.println(fault.line());
      System.exit(2);
    }
  }

  private static void build(Path packages, Path gshhg, Path output) {
    RegionNames names = RegionNames.parse("region_names.csv", text(output, "region_names.csv"));
    List<WaterName> waterNames = WaterName.parse("waters.csv", text(output, "waters.csv"));

    say("regions");
    List<BaseFeature> regions =
        new RegionLayer(names, REGION_TOLERANCE_M, REGION_SIGMA_M).build(CityFiles.read(packages));
    GeoJsonFile.write(output.resolve("regions.geojson"), "regions", regions);

    say("waters");
    Gshhg shores = new Gshhg(gshhg);
    WaterLayer layer =
        new WaterLayer(
            shores.lakes(WaterLayer.BOX),
            shores.rivers(WaterLayer.BOX),
            GeoMaps.read(packages, places(waterNames, "geomaps")));
    GeoJsonFile.write(output.resolve("waters.geojson"), "waters", layer.build(waterNames));

    say("demo shorelines");
    Map<WaterName, Geometry> drawn = new LinkedHashMap<>();
    waterNames.forEach(name -> drawn.put(name, layer.draw(name)));
    GeoJsonFile.write(
        output.resolve("demo_shorelines.geojson"), "demo_shorelines", DemoShores.build(drawn));
  }

  private static List<Coordinate> places(List<WaterName> names, String source) {
    return names.stream()
        .filter(name -> name.source().equals(source))
        .flatMap(name -> name.places().stream())
        .toList();
  }

  /** The tables stand where the result goes: both are committed side by side. */
  private static String text(Path folder, String file) {
    try {
      return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder.resolve(file), e);
    }
  }

  private static void say(String step) {
    System.err.println("basemap: " + step);
  }
}
