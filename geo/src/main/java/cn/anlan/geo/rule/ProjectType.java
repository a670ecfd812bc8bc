package cn.anlan.geo.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;

/** 项目类型: what is done at a site. */
public enum ProjectType {
  /** 新建. */
  @JsonProperty("new")
  NEW,
  /** 扩建. */
  @JsonProperty("expansion")
  EXPANSION,
  /** 改建. */
  @JsonProperty("rebuild")
  REBUILD,
  /** 现有: stands already; judged as new if approved since the rule began. */
  @JsonProperty("existing")
  EXISTING;

  /** The code used in files and tables: {@code new}, {@code expansion}, … */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ProjectType> find(String code) {
    for (ProjectType type : values()) {
      if (type.code().equals(code)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
