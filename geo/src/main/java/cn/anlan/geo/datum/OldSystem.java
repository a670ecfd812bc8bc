package cn.anlan.geo.datum;

import cn.anlan.geo.fault.UserFault;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A system of Xian 1980 or Beijing 1954 together with the office's parameters that lead to
 * CGCS2000. There is none without parameters, and no point is moved outside the area in which they
 * hold.
 *
 * <p>Accuracy: the arithmetic is good to 2 mm; the result is as good as the parameters' {@code
 * sigma_m}. Thread-safe.
 */
public final class OldSystem implements SourceSystem {
  private final int epsg;
  private final CoordinateSystem shape;
  private final ShiftParameters parameters;
  private final MathTransform toGeographic;
  private final BursaWolf bursaWolf;

  OldSystem(int epsg, ShiftParameters parameters) {
    this.epsg = epsg;
    this.parameters = parameters;
    this.shape = parameters.datum().findShape(epsg).orElseThrow();
    try {
      CoordinateReferenceSystem crs = CRS.decode("EPSG:" + epsg, true);
      GeographicCRS geographic =
          crs instanceof ProjectedCRS projected
              ? (GeographicCRS) projected.getBaseCRS()
              : (GeographicCRS) crs;
      this.toGeographic = CRS.findMathTransform(crs, geographic, false);
      Ellipsoid ellipsoid = geographic.getDatum().getEllipsoid();
      this.bursaWolf =
          new BursaWolf(ellipsoid.getSemiMajorAxis(), ellipsoid.getInverseFlattening(), parameters);
    } catch (FactoryException e) {
      throw new IllegalStateException("the register's EPSG:" + epsg + " cannot be used", e);
    }
  }

  /** The parameters that are used. */
  public ShiftParameters parameters() {
    return parameters;
  }

  @Override
  public CoordinateSystem shape() {
    return shape;
  }

  @Override
  public String code() {
    return "EPSG:" + epsg;
  }

  @Override
  public int srid() {
    return epsg;
  }

  @Override
  public String title() {
    return parameters.datum().title();
  }

  @Override
  public boolean isDegrees() {
    return shape.isDegrees();
  }

  @Override
  public Geometry toCgcs2000(Geometry delivered) {
    Envelope raw = delivered.getEnvelopeInternal();
    SourceRange.checkDeclared(raw, shape, code());
    Geometry moved = delivered.copy();
    moved.apply(new DatumShift.SequenceMover(this::move));
    moved.geometryChanged();
    moved.setSRID(CoordinateSystem.CGCS2000.srid());
    Envelope lonLat = moved.getEnvelopeInternal();
    SourceRange.checkResult(lonLat, raw, code());
    ShiftParameters.Area area = parameters.validIn();
    if (!lonLat.isNull()
        && !(area.contains(lonLat.getMinX(), lonLat.getMinY())
            && area.contains(lonLat.getMaxX(), lonLat.getMaxY()))) {
      throw new UserFault(
          "在转换参数“" + parameters.id() + "”的适用范围 " + area + " 之外 (outside where the parameters hold)",
          "核对坐标和带号,或改用适用于该处的参数");
    }
    return moved;
  }

  private void move(double[] xy) {
    try {
      toGeographic.transform(xy, 0, xy, 0, xy.length / 2);
    } catch (TransformException e) {
      throw new IllegalStateException("cannot unproject from " + code(), e);
    }
    bursaWolf.move(xy);
  }
}
