package cn.anlan.data.road.hazard;

import cn.anlan.data.gdal.Gdal;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.hazard.Hazard;
import cn.anlan.geo.road.hazard.HazardKind;
import cn.anlan.geo.road.hazard.HazardKind.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hazards of a model in an OSM file: points and areas by their tags, read by GDAL. An area that
 * exposes persons within an impact radius counts at its interior point. Tunnels and {@code
 * hazmat=no} are tags of the roads themselves and not read here.
 */
public final class OsmHazards {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A tag among GDAL's other_tags: "key"=>"value". */
  private static final Pattern TAG =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"=>\"((?:[^\"\\\\]|\\\\.)*)\"");

  private OsmHazards() {}

  /**
   * Reads them.
   *
   * @param osm PBF, or XML, which may not be gzipped
   * @param workDir a private directory for GDAL's own files
   * @throws UserFault where GDAL cannot read the file
   */
  public static List<Hazard> read(Path osm, DangerousGoods model, Path workDir) {
    List<Hazard> hazards = new ArrayList<>();
    for (String layer : new String[] {"points", "multipolygons"}) {
      Path out = workDir.resolve(layer + ".geojsonl");
      Gdal.Outcome run =
          new Gdal(workDir, Set.of("OSM", "GeoJSONSeq", "SQLite"))
              .run(
                  "ogr2ogr",
                  List.of(
                      "-f",
                      "GeoJSONSeq",
                      out.toAbsolutePath().toString(),
                      osm.toAbsolutePath().toString(),
                      layer,
                      "-skipfailures"));
      if (run.exitCode() != 0) {
        throw new UserFault(
            "GDAL 不能读取 OSM 文件 (GDAL cannot read the OSM file): "
                + osm.getFileName()
                + " "
                + run.complaint(),
            "检查文件是否完整 (check that the file is whole)");
      }
      try (Stream<String> lines = Files.exists(out) ? Files.lines(out) : Stream.empty()) {
        lines.filter(l -> !l.isBlank()).forEach(line -> add(JSON.readTree(line), model, hazards));
        Files.deleteIfExists(out);
      } catch (IOException e) {
        throw new UncheckedIOException("reading what GDAL has made of an OSM file", e);
      }
    }
    hazards.addAll(StoredHazards.closures(model));
    return hazards;
  }

  private static void add(JsonNode feature, DangerousGoods model, List<Hazard> hazards) {
    JsonNode properties = feature.get("properties");
    for (int k = 0; k < model.hazards().size(); k++) {
      HazardKind kind = model.hazards().get(k);
      String value = kind.osm() == null ? null : tag(properties, kind.osm().key());
      Double persons = value == null ? null : kind.osm().values().get(value);
      Geometry at = persons == null ? null : GeoJsonGeometry.read(feature.get("geometry"));
      boolean needsArea = kind.place() == Place.INSIDE;
      if (at == null || at.isEmpty() || needsArea != (at.getDimension() == 2) && needsArea) {
        continue;
      }
      String own =
          kind.osm().personsTag() == null ? null : tag(properties, kind.osm().personsTag());
      double count = own != null && own.matches("[0-9]{1,9}") ? Double.parseDouble(own) : persons;
      if (count < kind.leastPersons()) {
        continue;
      }
      String name = tag(properties, "name");
      String id = tag(properties, "osm_id");
      hazards.add(
          new Hazard(
              k,
              "osm",
              id != null ? id : "w" + tag(properties, "osm_way_id"),
              name == null ? kind.title().zh() : name,
              count,
              needsArea ? at : at.getInteriorPoint(),
              null));
    }
  }

  private static String tag(JsonNode properties, String key) {
    JsonNode own = properties.get(key);
    if (own != null && !own.isNull()) {
      return own.asString();
    }
    JsonNode others = properties.get("other_tags");
    if (others != null && !others.isNull()) {
      Matcher tags = TAG.matcher(others.asString());
      while (tags.find()) {
        if (tags.group(1).equals(key)) {
          return tags.group(2).replace("\\\"", "\"").replace("\\\\", "\\");
        }
      }
    }
    return null;
  }
}
