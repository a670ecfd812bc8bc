package cn.anlan.geo.filter;

import cn.anlan.geo.fault.UserFault;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** From text to {@link Expression}; refuses what is too long or too deep before it is parsed. */
final class FilterParser {
  static final int MAX_LENGTH = 8192;
  static final int MAX_DEPTH = 64;
  static final int MAX_LIST = 1000;

  private FilterParser() {}

  static Expression parse(String text) {
    if (text == null || text.isBlank()) {
      throw new UserFault(
          "过滤条件为空 / the filter is empty", "例如 / for example: level <= 2 AND sector = 'fireworks'");
    }
    if (text.length() > MAX_LENGTH) {
      throw FilterFaults.tooMuch("字符数", "characters", MAX_LENGTH);
    }
    Cql2Lexer lexer = new Cql2Lexer(CharStreams.fromString(text));
    lexer.removeErrorListeners(); // the rule OTHER takes every character, so there is no error
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    refuseDepth(tokens);
    Cql2Parser parser = new Cql2Parser(tokens);
    parser.removeErrorListeners();
    parser.addErrorListener(new FirstFault());
    return new ExpressionReader().read(parser.filter().condition());
  }

  private static void refuseDepth(CommonTokenStream tokens) {
    tokens.fill();
    int depth = 0;
    for (Token token : tokens.getTokens()) {
      if (token.getType() == Cql2Lexer.LEFT && ++depth > MAX_DEPTH) {
        throw FilterFaults.tooMuch("括号层数", "levels of parentheses", MAX_DEPTH);
      } else if (token.getType() == Cql2Lexer.RIGHT) {
        depth--;
      }
    }
  }

  /** The first error ends the reading: what follows it is guesswork. */
  private static final class FirstFault extends BaseErrorListener {
    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object offending,
        int line,
        int charPositionInLine,
        String message,
        RecognitionException e) {
      Cql2Parser parser = (Cql2Parser) recognizer;
      IntervalSet expected = new IntervalSet(parser.getExpectedTokens());
      if (afterCondition(parser.getContext())) {
        // The loops over AND and OR have been left, but could have gone on.
        expected.add(Cql2Lexer.AND);
        expected.add(Cql2Lexer.OR);
      }
      throw FilterFaults.unexpected((Token) offending, expected, parser.getVocabulary());
    }

    private static boolean afterCondition(ParserRuleContext context) {
      return context instanceof Cql2Parser.FilterContext filter && filter.condition() != null
          || context instanceof Cql2Parser.PrimaryContext primary && primary.condition() != null;
    }
  }
}
