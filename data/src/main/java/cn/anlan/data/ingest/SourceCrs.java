package cn.anlan.data.ingest;

import cn.anlan.data.source.DeclaredCrs;
import cn.anlan.data.source.DeliveredFile;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import java.util.Optional;

/**
 * In which system a file's coordinates are, and who says so. The file's own declaration and {@code
 * --crs} must not contradict each other; where there is neither, there is no default.
 *
 * @param source {@code option}, {@code file} or {@code rfc7946}
 */
record SourceCrs(CoordinateSystem system, String source) {

  /**
   * @throws UserFault where the system is not known, not accepted or contradictory
   */
  static SourceCrs of(DeliveredFile file, String name, Optional<String> option) {
    Optional<CoordinateSystem> given = option.map(CoordinateSystem::parse);
    Optional<DeclaredCrs> declared = file.declaredCrs();
    if (declared.isPresent() && declared.get().explicit()) {
      return declared(declared.get(), name, given);
    }
    if (given.isPresent()) {
      return new SourceCrs(given.get(), "option");
    }
    if (declared.isPresent()) {
      return new SourceCrs(CoordinateSystem.parse(declared.get().words()), "rfc7946");
    }
    throw new UserFault(
        name + " 没有声明坐标系 (no coordinate system declared)",
        "用 --crs 指明,例如 --crs EPSG:4490、EPSG:4547 或 GCJ-02;基准错了会偏一公里以上");
  }

  private static SourceCrs declared(
      DeclaredCrs declared, String name, Optional<CoordinateSystem> given) {
    CoordinateSystem inFile;
    try {
      inFile = CoordinateSystem.parse(declared.words());
    } catch (UserFault fault) {
      throw new UserFault(name + " 声明的坐标系: " + fault.getMessage(), fault.remedy());
    }
    if (given.isPresent() && given.get() != inFile) {
      throw new UserFault(
          name
              + " 声明的坐标系是 "
              + inFile.code()
              + ",与 --crs "
              + given.get().code()
              + " 矛盾 (contradicts --crs)",
          "去掉 --crs;若文件的声明有误,先删去它(.prj 文件或 crs 成员)");
    }
    return new SourceCrs(inFile, "file");
  }
}
