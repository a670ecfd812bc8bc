package cn.anlan.data.export.request;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.text.Text;
import java.util.Locale;
import java.util.Optional;

/**
 * For whom a file is made. A layer goes only to an audience that its disclosure class allows: a
 * public one takes public layers, and of documents only those that were published (主动公开); a
 * restricted layer leaves only by a decision that somebody gives the reason of, which stands in the
 * file and in the log of exports.
 *
 * @param audience the widest circle that may read the file; also its mark
 * @param by who exports, for the log; a post or a login, never a person's name
 * @param reason of a restricted release, empty otherwise
 */
public record Release(Disclosure audience, String by, Optional<String> reason) {
  private static final String DOCUMENT_CLASSES = "disclosure_class";
  private static final int SHORTEST_REASON = 4;

  public Release {
    if (audience == Disclosure.RESTRICTED
        && reason.filter(r -> r.strip().length() >= SHORTEST_REASON).isEmpty()) {
      throw new UserFault(
          "受限导出须说明理由 (a restricted export needs a reason)",
          "加 --reason 写明批准文号或用途 (name the approval or the purpose)");
    }
  }

  /** For the office itself: public and internal layers. */
  public static Release internal(String by) {
    return new Release(Disclosure.INTERNAL, by, Optional.empty());
  }

  /**
   * @throws UserFault where the word is none of public, internal and restricted
   */
  public static Disclosure parseAudience(String word) {
    try {
      return Disclosure.valueOf(word.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UserFault(
          "没有公开级别 \"" + word + "\" (unknown audience)",
          "用 public（公开）、internal（内部）或 restricted（受限）(use public, internal or restricted)");
    }
  }

  /** How a class is called in files. */
  public static Text title(Disclosure disclosure) {
    return switch (disclosure) {
      case PUBLIC -> new Text("公开", "public");
      case INTERNAL -> new Text("内部，不得对外提供", "internal, not to be passed on");
      case RESTRICTED -> new Text("受限，仅限指定人员", "restricted, for named people only");
    };
  }

  /**
   * @throws UserFault where the layer may not go to this audience
   */
  public void requireMayHold(Layer layer) {
    if (layer.disclosure().compareTo(audience) <= 0) {
      return;
    }
    if (layer.disclosure() == Disclosure.RESTRICTED) {
      throw new UserFault(
          "图层 " + layer.id() + " 限制公开,不能导出 (restricted layer)",
          "请向数据管理员申请；管理员用命令行 --audience restricted --reason 文号 (ask the data administrator)");
    }
    throw new UserFault(
        "图层 " + layer.id() + " 为内部数据,不能对外公开 (internal layer, not for the public)",
        "去掉 --audience public,文件只供内部使用 (export it for internal use)");
  }

  /** SQL that the rows must fulfil besides; it holds names of the catalogue only. */
  public Optional<String> rowCondition(Layer layer) {
    if (audience != Disclosure.PUBLIC) {
      return Optional.empty();
    }
    return layer.fields().stream()
        .filter(f -> DOCUMENT_CLASSES.equals(f.codes()))
        .map(Field::name)
        .findFirst()
        .map(name -> '"' + name + "\" = 'proactive'");
  }
}
