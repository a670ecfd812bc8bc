package cn.anlan.data.demo.draw;

import java.util.function.Consumer;

/**
 * Takes the invented rows, one layer after the other. A layer is handed over once and whole, after
 * the layers it refers to, and in a stream: nobody need hold a large layer.
 */
@FunctionalInterface
public interface DemoSink {
  /**
   * @param layer id of the catalogue's layer
   * @param rows writes every row of the layer to the consumer it is given, in a fixed order
   */
  void layer(String layer, Consumer<Consumer<DemoRow>> rows);
}
