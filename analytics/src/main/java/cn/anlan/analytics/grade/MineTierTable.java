package cn.anlan.analytics.grade;

import cn.anlan.geo.text.Text;
import java.util.List;

/**
 * Which government supervises a mine (监管层级): the first tier that names its owner or its
 * standardisation level, else the last. The table also has the limits beyond which a mine is looked
 * at with particular care.
 *
 * @param tiers the highest first; the last names nobody and takes the rest
 * @param outsideKinds kinds of mine of which the document does not speak
 */
public record MineTierTable(
    String id,
    int version,
    Text title,
    Text source,
    List<Tier> tiers,
    List<Limit> limits,
    List<String> outsideKinds)
    implements VersionedTable {

  /**
   * @param code value in the code list {@code supervision_tier}
   * @param owners values of {@code mine_owner}
   * @param standardLevels values of {@code mine_standard_level}
   */
  public record Tier(String code, Text title, List<String> owners, List<String> standardLevels) {
    public Tier {
      owners = List.copyOf(owners);
      standardLevels = List.copyOf(standardLevels);
    }
  }

  /**
   * @param field of the layer {@code mine_system}
   * @param above a number above this one is flagged; the number itself is not
   */
  public record Limit(String field, Text title, String unit, long above) {
    public boolean exceededBy(long value) {
      return value > above;
    }
  }

  public MineTierTable {
    if (id == null || version < 1 || title == null || source == null) {
      throw new IllegalArgumentException("needs id, version, title and source");
    }
    tiers = List.copyOf(tiers);
    limits = List.copyOf(limits);
    outsideKinds = List.copyOf(outsideKinds);
    Tier last = tiers.get(tiers.size() - 1);
    if (!last.owners().isEmpty() || !last.standardLevels().isEmpty()) {
      throw new IllegalArgumentException("the last tier takes the rest and names nobody");
    }
  }

  /** The tier of a mine with this owner and this standardisation level. */
  public Tier tier(String owner, String standardLevel) {
    return tiers.stream()
        .filter(t -> t.owners().contains(owner) || t.standardLevels().contains(standardLevel))
        .findFirst()
        .orElse(tiers.get(tiers.size() - 1));
  }
}
