package cn.anlan.data.ingest.crs;

import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.source.file.DeclaredCrs;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.geo.datum.SourceSystem;
import cn.anlan.geo.datum.SourceSystems;
import cn.anlan.geo.fault.UserFault;
import java.util.Optional;

/**
 * The coordinate system that the user or the file declares. They must not contradict each other,
 * unless the user insists; where there is neither, there is no default.
 *
 * @param source {@code option}, {@code file} or {@code rfc7946}
 * @param overruled the file's own declaration that the user insists is wrong; null for none
 */
record Declaration(SourceSystem system, String source, String overruled) {
  private static final String IMPLIED = "rfc7946";

  /**
   * Whether nobody wrote it down: GeoJSON without a word is WGS 84, also where it was not made so.
   */
  boolean isImplied() {
    return source.equals(IMPLIED);
  }

  /**
   * @throws UserFault where the declared system is not accepted, or contradicts {@code --crs}
   */
  static Optional<Declaration> of(
      DeliveredFile file, String name, ImportRequest request, SourceSystems systems) {
    Optional<SourceSystem> given = request.crs().map(systems::parse);
    Optional<DeclaredCrs> declared = file.declaredCrs();
    if (declared.isPresent() && declared.get().explicit()) {
      return Optional.of(declared(declared.get(), name, given, request.insistCrs(), systems));
    }
    if (given.isPresent()) {
      return given.map(system -> new Declaration(system, "option", null));
    }
    return declared.map(d -> new Declaration(systems.parse(d.words()), IMPLIED, null));
  }

  private static Declaration declared(
      DeclaredCrs declared,
      String name,
      Optional<SourceSystem> given,
      boolean insisted,
      SourceSystems systems) {
    if (given.isPresent() && insisted) {
      return new Declaration(given.get(), "option", declared.words());
    }
    if (given.isPresent() && given.get().code().equals(SourceSystems.code(declared.words()))) {
      return new Declaration(given.get(), "file", null);
    }
    SourceSystem inFile;
    try {
      inFile = systems.parse(declared.words());
    } catch (UserFault fault) {
      throw new UserFault(name + " 声明的坐标系: " + fault.getMessage(), fault.remedy());
    }
    if (given.isPresent()) {
      throw new UserFault(
          name
              + " 声明的坐标系是 "
              + inFile.code()
              + ",与 --crs "
              + given.get().code()
              + " 矛盾 (contradicts --crs)",
          "去掉 --crs;确知文件的声明(.prj 文件或 crs 成员)有误的,加 --insist-crs");
    }
    return new Declaration(inFile, "file", null);
  }
}
