package cn.anlan.web.screening;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.text.Text;
import cn.anlan.geo.yaml.DefinitionException;
import cn.anlan.geo.yaml.OfficeYaml;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a site may be, by sector: {@code screening/site-kinds.yaml}. */
public record SiteKinds(List<Kind> kinds) {
  private static final String FILE = "screening/site-kinds.yaml";

  /**
   * A kind of site.
   *
   * @param layers as rows of which layers the rules judge it
   */
  public record Kind(String id, String sector, Text title, List<String> layers) {}

  /** Ours, checked against the catalogue. */
  public static SiteKinds load(Catalog catalog) {
    SiteKinds kinds = OfficeYaml.shipped(FILE, SiteKinds.class);
    kinds.check(catalog);
    return kinds;
  }

  /**
   * The kind by its id within the sector, or the sector's first where no id is given.
   *
   * @throws UserFault for a sector or kind that is not known, naming those that are
   */
  public Kind get(String sector, String kindId) {
    List<Kind> known = kinds.stream().filter(k -> k.sector().equals(sector)).toList();
    if (known.isEmpty()) {
      throw new UserFault(
          "sector=" + sector + " 不可用 (not usable)",
          "可用行业 (sectors): "
              + kinds.stream().map(Kind::sector).distinct().collect(Collectors.joining(", ")));
    }
    return known.stream()
        .filter(k -> kindId == null || k.id().equals(kindId))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    "siteKind=" + kindId + " 不属于行业 (is no kind of) " + sector,
                    "可用 (known): "
                        + known.stream().map(Kind::id).collect(Collectors.joining(", "))));
  }

  private void check(Catalog catalog) {
    Set<String> ids = new HashSet<>();
    for (Kind kind : kinds) {
      try {
        kind.layers().forEach(catalog::getLayer);
      } catch (UserFault unknown) {
        throw new DefinitionException(FILE, "kind " + kind.id() + ": " + unknown.line());
      }
      boolean sector = catalog.getCodes("sector").find(kind.sector()).isPresent();
      if (!sector || !ids.add(kind.id())) {
        throw new DefinitionException(
            FILE, "kind " + kind.id() + ": stands twice, or its sector is unknown");
      }
    }
  }
}
