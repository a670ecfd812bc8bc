package cn.anlan.geo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows inside the spatial kernel, and what it must not know. */
@AnalyzeClasses(packages = "cn.anlan", importOptions = ImportOption.DoNotIncludeTests.class)
class GeoArchitectureTest {
  @ArchTest
  static final ArchRule KNOWS_NO_SPRING_AND_NO_SQL =
      noClasses()
          .that()
          .resideInAPackage("cn.anlan.geo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..");

  @ArchTest
  static final ArchRule FEATURES_DEPEND_ON_ONE_ANOTHER_WITHOUT_CIRCLES =
      slices().matching("cn.anlan.geo.(*)..").should().beFreeOfCycles();

  /** The GeoTools wrapper is heavy and carries unrelocated libraries: one package holds it. */
  @ArchTest
  static final ArchRule ONLY_DATUM_USES_GEOTOOLS =
      noClasses()
          .that()
          .resideInAPackage("cn.anlan.geo..")
          .and()
          .resideOutsideOfPackage("cn.anlan.geo.datum..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.geotools..", "org.opengis..");

  @ArchTest
  static final ArchRule DISTANCES_KNOW_NO_RULES =
      noClasses()
          .that()
          .resideInAPackage("cn.anlan.geo.distance..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("cn.anlan.geo.rule..");
}
