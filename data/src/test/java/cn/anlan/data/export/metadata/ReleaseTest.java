package cn.anlan.data.export.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.export.plan.Loss;
import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.export.request.ExportRequest;
import cn.anlan.data.export.request.Release;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Public, internal and restricted, of every layer and in every format. */
class ReleaseTest {
  private final Catalog catalog = Catalog.load(null);

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void aLayerGoesOnlyToThoseItIsMeantFor(ExportFormat format) {
    for (Layer layer : catalog.layers()) {
      for (Disclosure audience : Disclosure.values()) {
        boolean may = layer.disclosure().ordinal() <= audience.ordinal();
        boolean can = layer.hasGeometry() || !Loss.ofFormat(format).contains(Loss.NO_GEOMETRY);
        Release release = new Release(audience, "test", Optional.of("批准文号 1"));
        Throwable thrown =
            catchThrowable(
                () -> ExportPlan.of(catalog, ExportRequest.of(layer.id(), format, release)));
        assertThat(thrown == null)
            .as("%s %s for %s: %s", layer.id(), layer.disclosure(), audience, thrown)
            .isEqualTo(may && can);
        if (thrown != null) {
          assertThat(thrown).isInstanceOf(UserFault.class);
          assertThat(((UserFault) thrown).remedy()).isNotBlank();
        }
      }
    }
  }

  @Test
  void thePublicGetsOnlyPublishedDocuments() {
    Layer documents = catalog.getLayer("source_document");
    Release toAll = new Release(Disclosure.PUBLIC, "test", Optional.empty());
    assertThat(toAll.rowCondition(documents)).hasValue("\"disclosure_class\" = 'proactive'");
    assertThat(Release.internal("test").rowCondition(documents)).isEmpty();
    assertThat(toAll.rowCondition(catalog.getLayer("road"))).isEmpty();
  }

  @Test
  void aRestrictedFileSaysWhyItWasMade() {
    Layer layer = catalog.getLayer("oil_gas_pipeline");
    Release release = new Release(Disclosure.RESTRICTED, "test", Optional.of("批准文号 7"));
    ExportPlan plan =
        ExportPlan.of(catalog, ExportRequest.of(layer.id(), ExportFormat.GPKG, release));
    Metadata metadata = Metadata.of(plan, 3, new Facts());
    assertThat(metadata.items().toString()).contains("批准文号 7", "受限");
    assertThat(MetadataJson.text(metadata)).contains("\"disclosure\":\"restricted\"", "批准文号 7");
  }
}
