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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** From text or JSON to {@link Expression}; refuses what is too long or too deep beforehand. */
final class FilterParser {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private FilterParser() {}

  static Expression parse(String filter, FilterLanguage language, FilterCrs crs) {
    if (filter == null || filter.isBlank()) {
      throw new UserFault(
          "过滤条件为空 / the filter is empty", "例如 / for example: level <= 2 AND sector = 'fireworks'");
    }
    if (filter.length() > FilterLimits.MAX_LENGTH) {
      throw FilterFaults.tooMuch("字符数", "characters", FilterLimits.MAX_LENGTH);
    }
    return language == FilterLanguage.CQL2_JSON ? json(filter, crs) : text(filter, crs);
  }

  private static Expression json(String filter, FilterCrs crs) {
    try {
      return new JsonReader(crs).read(new JsonSpot(JSON.readTree(filter), "$"));
    } catch (JacksonException e) {
      throw new UserFault(
          "过滤条件第 %d 列不是 JSON / filter, column %d: no JSON"
              .formatted(e.getLocation().getColumnNr(), e.getLocation().getColumnNr()),
          "例如 / for example: {\"op\": \"=\", \"args\": [{\"property\": \"level\"}, 1]}");
    }
  }

  private static Expression text(String filter, FilterCrs crs) {
    Cql2Lexer lexer = new Cql2Lexer(CharStreams.fromString(filter));
    lexer.removeErrorListeners(); // the rule OTHER takes every character, so there is no error
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    refuseDepth(tokens);
    Cql2Parser parser = new Cql2Parser(tokens);
    parser.removeErrorListeners();
    parser.addErrorListener(new FirstFault());
    return new TextReader(crs).read(parser.filter().condition());
  }

  private static void refuseDepth(CommonTokenStream tokens) {
    tokens.fill();
    int depth = 0;
    for (Token token : tokens.getTokens()) {
      if (token.getType() == Cql2Lexer.LEFT && ++depth > FilterLimits.MAX_DEPTH) {
        throw FilterFaults.tooMuch("括号层数", "levels of parentheses", FilterLimits.MAX_DEPTH);
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
      Token found = (Token) offending;
      Token before =
          found.getTokenIndex() > 0 ? parser.getTokenStream().get(found.getTokenIndex() - 1) : null;
      throw FilterFaults.unexpected(found, before, expected, parser.getVocabulary());
    }

    private static boolean afterCondition(ParserRuleContext context) {
      return context instanceof Cql2Parser.FilterContext filter && filter.condition() != null
          || context instanceof Cql2Parser.PrimaryContext primary && primary.condition() != null;
    }
  }
}
