package cn.anlan.data.catalog;

import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.yaml.DefinitionException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All layers and code lists: ours from the jar, and the office's own. Immutable. */
public final class Catalog {
  /** The code list of the themes under which lists show the layers. */
  public static final String GROUPS = "layer_group";

  private final Map<String, Layer> layers;
  private final Map<String, CodeList> codeLists;

  private Catalog(Map<String, Layer> layers, Map<String, CodeList> codeLists) {
    this.layers = Collections.unmodifiableMap(layers);
    this.codeLists = Collections.unmodifiableMap(codeLists);
  }

  /**
   * Reads our files and those below {@code confDir/catalog/layers} and {@code
   * confDir/catalog/codes}. A file of the office with an id of ours replaces ours.
   *
   * @param confDir the office's configuration directory; may be null or absent
   * @throws DefinitionException for the first file that cannot be used
   */
  public static Catalog load(Path confDir) {
    Map<String, CodeList> codes = new LinkedHashMap<>();
    for (DefinitionFile file : DefinitionFile.list("catalog/codes", confDir)) {
      CodeList list = file.read(CodeList.class);
      file.requireIdLikeName(list.id());
      codes.put(list.id(), list);
    }
    Map<String, Layer> layers = new LinkedHashMap<>();
    Map<String, DefinitionFile> origins = new LinkedHashMap<>();
    for (DefinitionFile file : DefinitionFile.list("catalog/layers", confDir)) {
      Layer layer = file.read(Layer.class);
      file.requireIdLikeName(layer.id());
      layers.put(layer.id(), layer);
      origins.put(layer.id(), file);
    }
    Catalog catalog = new Catalog(inOrderOfReference(layers), codes);
    origins.forEach((id, file) -> catalog.check(layers.get(id), file));
    return catalog;
  }

  /** Layers in such an order that a referenced layer comes before the one that refers to it. */
  public Collection<Layer> layers() {
    return layers.values();
  }

  public Collection<CodeList> codeLists() {
    return codeLists.values();
  }

  public Optional<Layer> findLayer(String id) {
    return Optional.ofNullable(layers.get(id));
  }

  /**
   * @throws UserFault where there is no such layer; it names the nearest one
   */
  public Layer getLayer(String id) {
    return findLayer(id)
        .orElseThrow(
            () ->
                new UserFault(
                    "没有图层 \"" + id + "\" (unknown layer)",
                    Spelling.hint(id, layers.keySet())
                        + "可用图层 (layers): "
                        + layers.keySet().stream().sorted().collect(Collectors.joining(", "))));
  }

  /**
   * @throws IllegalStateException where there is no such list; the catalogue was checked at load
   */
  public CodeList getCodes(String id) {
    CodeList list = codeLists.get(id);
    if (list == null) {
      throw new IllegalStateException("no code list " + id);
    }
    return list;
  }

  private void check(Layer layer, DefinitionFile file) {
    if (getCodes(GROUPS).find(layer.group()).isEmpty()) {
      throw new DefinitionException(
          file.name(), "group '" + layer.group() + "' is not in the code list " + GROUPS);
    }
    requireOnePaletteOfAScale(layer, file);
    for (Field field : layer.fields()) {
      if (field.codes() != null && !codeLists.containsKey(field.codes())) {
        throw new DefinitionException(
            file.name(), "field '" + field.name() + "': no code list '" + field.codes() + "'");
      }
      if (field.references() != null) {
        String[] target = field.references().split("\\.");
        Layer referenced = layers.get(target[0]);
        if (referenced == null || !target[1].equals("code")) {
          throw new DefinitionException(
              file.name(),
              "field '" + field.name() + "': references must name the code of a known layer");
        }
      }
    }
  }

  /** 红橙黄蓝 and 红橙黄绿 mean different things: no layer, and so no legend, may show both. */
  private void requireOnePaletteOfAScale(Layer layer, DefinitionFile file) {
    Map<String, String> byScale = new LinkedHashMap<>();
    for (Field field : layer.fields()) {
      CodeList list = field.codes() == null ? null : codeLists.get(field.codes());
      if (list == null || list.scale() == null) {
        continue;
      }
      String other = byScale.putIfAbsent(list.scale(), list.id());
      if (other != null && !other.equals(list.id())) {
        throw new DefinitionException(
            file.name(),
            "field '"
                + field.name()
                + "': code lists '"
                + other
                + "' and '"
                + list.id()
                + "' colour one scale differently and may not stand in one layer");
      }
    }
  }

  private static Map<String, Layer> inOrderOfReference(Map<String, Layer> layers) {
    Map<String, Layer> ordered = new LinkedHashMap<>();
    layers.keySet().stream().sorted().forEach(id -> place(id, layers, ordered, 0));
    return ordered;
  }

  private static void place(
      String id, Map<String, Layer> layers, Map<String, Layer> ordered, int depth) {
    Layer layer = layers.get(id);
    if (layer == null || ordered.containsKey(id)) {
      return;
    }
    if (depth > layers.size()) {
      throw new DefinitionException(id, "layers refer to each other in a circle");
    }
    for (Field field : layer.fields()) {
      if (field.references() != null && !field.references().startsWith(id + ".")) {
        place(field.references().split("\\.")[0], layers, ordered, depth + 1);
      }
    }
    ordered.put(id, layer);
  }
}
