package cn.anlan.geo.rule.measure;

/**
 * The target that was measured to, as findings name it.
 *
 * @param definition of a shore, else null
 * @param demo whether it is invented
 * @param definitionAssumed whether its distance from what the law means is not said and taken as 0
 */
public record Feature(
    String layer,
    long id,
    String code,
    String name,
    String definition,
    boolean demo,
    boolean definitionAssumed) {

  /** The name, or what else tells people which one is meant. */
  public String title() {
    return name == null || name.isBlank() ? code : name;
  }
}
