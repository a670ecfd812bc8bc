package cn.anlan.geo.snapshot;

import java.util.Objects;

/**
 * A column's name and kind.
 *
 * @param name as in the catalogue; never {@code id}, which every snapshot has of itself
 * @param kind what it holds
 */
public record ColumnSpec(String name, ColumnKind kind) {
  public ColumnSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
  }
}
