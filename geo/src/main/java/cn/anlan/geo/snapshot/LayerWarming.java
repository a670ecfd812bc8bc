package cn.anlan.geo.snapshot;

/** A layer's snapshot is still being loaded; over HTTP this is 503, never a partial answer. */
public final class LayerWarming extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String layer;

  LayerWarming(String layer) {
    super("图层 " + layer + " 正在加载，请稍候 / layer " + layer + " is still loading");
    this.layer = layer;
  }

  public String layer() {
    return layer;
  }
}
