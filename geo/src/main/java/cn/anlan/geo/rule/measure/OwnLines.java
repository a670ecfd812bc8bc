package cn.anlan.geo.rule.measure;

import cn.anlan.geo.rule.RuleKind;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.ground.TargetLayer;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** The lines of a layer that belong to a site, such as the flow path below a tailings pond. */
final class OwnLines {
  private final RuleKind.Along along;
  private final TargetLayer layer;

  OwnLines(RuleKind.Along along, TargetLayer layer) {
    this.along = along;
    this.layer = layer;
  }

  /**
   * One line.
   *
   * @param sigmaM NaN where it is not known
   */
  record Own(Feature feature, List<PathLine> paths, double sigmaM) {}

  String layer() {
    return layer.id();
  }

  /** None where the layer has no line for the site, or only invented ones for a real site. */
  List<Own> of(Site site) {
    Object key = site.attributes().value(along.subjectKey());
    List<Own> own = new ArrayList<>();
    for (int row : key == null ? List.<Integer>of() : layer.rowsWith(along.key(), key)) {
      Geometry line = layer.geometry(row);
      boolean allowed = site.allowsDemo() || !layer.isDemo(row);
      if (line != null && line.getDimension() == 1 && allowed) {
        own.add(new Own(Features.of(layer, row), PathLine.of(line, false), layer.sigmaM(row)));
      }
    }
    return own;
  }
}
