package cn.anlan.geo.filter;

import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What can be wrong with a filter's text, worded once. Columns count characters from 1. */
final class FilterFaults {
  /** What there is, for who writes what there is not. */
  static final String OPERATORS =
      "可用 / known: AND OR NOT = <> < <= > >= LIKE BETWEEN IN IS NULL CASEI ACCENTI S_INTERSECTS"
          + " S_DISJOINT S_EQUALS S_TOUCHES S_CROSSES S_OVERLAPS S_WITHIN S_CONTAINS S_DWITHIN T_AFTER"
          + " T_BEFORE T_CONTAINS T_DISJOINT T_DURING T_EQUALS T_FINISHEDBY T_FINISHES T_INTERSECTS"
          + " T_MEETS T_METBY T_OVERLAPPEDBY T_OVERLAPS T_STARTEDBY T_STARTS A_CONTAINS A_OVERLAPS";

  private static final int SHOWN = 40;

  private FilterFaults() {}

  static int column(Token token) {
    return token.getStartIndex() + 1;
  }

  static UserFault at(int column, String problemZh, String problemEn, String remedy) {
    return new UserFault(
        "过滤条件第 %d 列：%s / filter, column %d: %s".formatted(column, problemZh, column, problemEn),
        remedy);
  }

  static UserFault at(Token token, String problemZh, String problemEn, String remedy) {
    return at(column(token), problemZh, problemEn, remedy);
  }

  static Spot spot(Token token) {
    return (problemZh, problemEn, remedy) -> at(token, problemZh, problemEn, remedy);
  }

  static UserFault tooMuch(String zh, String en, int limit) {
    return new UserFault(
        "过滤条件的%s超过 %,d / the filter has more than %,d %s".formatted(zh, limit, limit, en),
        "请缩短条件或分次查询 / shorten it or ask in parts");
  }

  /**
   * A token that cannot stand where it stands.
   *
   * @param before the token before it, or null
   */
  static UserFault unexpected(Token token, Token before, IntervalSet expected, Vocabulary names) {
    List<String> texts = new ArrayList<>();
    for (int type : expected.toList()) {
      texts.add(name(type, names));
    }
    String remedy = "此处应为 / expected: " + String.join("  ", texts);
    if (token.getType() == Token.EOF) {
      return at(token, "条件不完整", "the filter ends too early", remedy);
    }
    String found = shortened(token.getText());
    if (isCall(token, before)) {
      String name = shortened(before.getText());
      return at(before, "没有函数 " + name, "no such function: " + name, OPERATORS);
    } else if (token.getType() == Cql2Lexer.OTHER) {
      remedy = hint(token.getText(), remedy);
    } else if (token.getType() == Cql2Lexer.NULL) {
      remedy = "空值请用 IS NULL / for null write IS NULL; " + remedy;
    } else if (token.getType() == Cql2Lexer.QUOTED && !expected.contains(Cql2Lexer.QUOTED)) {
      remedy = "文本请用单引号 '…' / text stands in single quotes; " + remedy;
    } else if (token.getType() == Cql2Lexer.IDENTIFIER && expected.contains(Cql2Lexer.STRING)) {
      remedy = "文本请加单引号 / put text in quotes: '" + found + "'; " + remedy;
    } else if (isWord(token) && expected.contains(Cql2Lexer.IDENTIFIER)) {
      remedy = "属性名与关键字相同时加双引号 / quote a property of that name: \"" + found + "\"; " + remedy;
    }
    return at(token, "不应出现 " + found, "unexpected " + found, remedy);
  }

  private static boolean isCall(Token token, Token before) {
    return token.getType() == Cql2Lexer.LEFT
        && before != null
        && before.getType() == Cql2Lexer.IDENTIFIER;
  }

  private static boolean isWord(Token token) {
    return Character.isLetter(token.getText().codePointAt(0))
        && token.getType() != Cql2Lexer.IDENTIFIER;
  }

  private static String hint(String character, String otherwise) {
    return switch (character) {
      case "'" -> "缺少右单引号 / the closing ' is missing";
      case "\"" -> "缺少右双引号 / the closing \" is missing";
      case "!" -> "不等于请写 <> / for not equal write <>";
      case "+", "-", "*", "/", "%", "^" ->
          "不支持算术运算，请先算出值 / there is no arithmetic: write the value; " + otherwise;
      default ->
          isFullWidth(character.codePointAt(0))
              ? "请用半角符号 / use the ASCII character; " + otherwise
              : otherwise;
    };
  }

  /** What Chinese input methods write instead of ASCII's signs. */
  private static boolean isFullWidth(int point) {
    boolean forms = point >= 0xFF01 && point <= 0xFF5E;
    boolean quotes = point >= 0x2018 && point <= 0x201D;
    return forms || quotes || point == 0x3001 || point == 0x3002;
  }

  private static String name(int type, Vocabulary names) {
    return switch (type) {
      case Token.EOF -> "结尾(end)";
      case Cql2Lexer.IDENTIFIER -> "属性名(property)";
      case Cql2Lexer.QUOTED -> "\"属性名\"";
      case Cql2Lexer.STRING -> "'文本'(text)";
      case Cql2Lexer.NUMBER -> "数字(number)";
      case Cql2Lexer.BOOLEAN -> "TRUE/FALSE";
      case Cql2Lexer.DATE -> "DATE('2021-03-01')";
      case Cql2Lexer.TIMESTAMP -> "TIMESTAMP('2021-03-01T00:00:00Z')";
      case Cql2Lexer.INTERVAL -> "INTERVAL('2021-01-01','..')";
      case Cql2Lexer.SPATIAL -> "S_INTERSECTS…";
      case Cql2Lexer.TEMPORAL -> "T_AFTER…";
      default -> {
        String literal = names.getLiteralName(type);
        yield literal == null
            ? names.getSymbolicName(type)
            : literal.substring(1, literal.length() - 1);
      }
    };
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
