package cn.anlan.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of ARCHITECTURE.md, over all four modules. */
@AnalyzeClasses(packages = "cn.anlan", importOptions = DoNotIncludeTests.class)
class ModulesTest {
  @ArchTest
  static final ArchRule arrowsBetweenModulesPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("geo")
          .definedBy("cn.anlan.geo..")
          .layer("analytics")
          .definedBy("cn.anlan.analytics..")
          .layer("data")
          .definedBy("cn.anlan.data..")
          .layer("web")
          .definedBy("cn.anlan.web..")
          .whereLayer("web")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers("web")
          .whereLayer("analytics")
          .mayOnlyBeAccessedByLayers("data", "web");

  @ArchTest
  static final ArchRule packagesOfAModuleFormNoCircle =
      slices().matching("cn.anlan.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheStoreAndItsUsersSpeakSql =
      noClasses()
          .that()
          .resideInAnyPackage("cn.anlan.geo..", "cn.anlan.analytics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..");

  @ArchTest
  static final ArchRule springStaysInTheWeb =
      noClasses()
          .that()
          .resideOutsideOfPackage("cn.anlan.web..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule geoToolsStaysWithTheDatums =
      noClasses()
          .that()
          .resideOutsideOfPackage("cn.anlan.geo.datum..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.geotools..", "org.opengis..");
}
