package cn.anlan.geo.yaml;

/**
 * A definition file (rule, layer, code list, grading table) that cannot be used. The message names
 * the file, line and column, what stands there and what should stand there.
 */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DefinitionException(String file, int line, int column, String problem) {
    super(file + ":" + line + ":" + column + ": " + problem);
  }

  public DefinitionException(String file, String problem) {
    super(file + ": " + problem);
  }
}
