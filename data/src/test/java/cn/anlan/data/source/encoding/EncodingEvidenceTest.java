package cn.anlan.data.source.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Undeclared texts tell their encoding with odds, or are left in doubt. */
class EncodingEvidenceTest {
  /** Common characters, place names of the province and what stands between them. */
  private static final String WORDS =
      "江西省南昌市东湖区赣州章贡鄱阳婺源弋阳铅山安全生产企业有限责任公司危险化学品矿山尾矿库重大隐患风险点" + "仓库加油站第一二三四五六七八九十号路北侧（）、。";

  @ParameterizedTest
  @CsvSource({
    "江西铜业, GBK, GB18030",
    "联通, GBK, GB18030",
    "江西铜业, UTF-8, UTF-8",
    "厂, UTF-8, UTF-8",
    "婺源县, GBK, GB18030",
    "江西銅業, Big5, Big5",
    "Müller, windows-1252, windows-1252",
    "café, UTF-8, UTF-8"
  })
  void aFewCharactersAreEnough(String text, String written, String told) {
    EncodingEvidence evidence = new EncodingEvidence();
    evidence.add(text.getBytes(Charset.forName(written)));
    EncodingEvidence.Verdict verdict = evidence.verdict().orElseThrow();
    assertThat(verdict.charset()).isEqualTo(Charset.forName(told));
    assertThat(verdict.isEvidence() || text.equals("café")).as(verdict.oddsText()).isTrue();
  }

  @Test
  void randomTextsAreNeverToldWrongWithEvidence() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = 1 + random.nextInt(12); n > 0; n--) {
        text.append(WORDS.charAt(random.nextInt(WORDS.length())));
        text.append(random.nextInt(4) == 0 ? Integer.toString(random.nextInt(100)) : "");
      }
      Charset written = random.nextBoolean() ? Charset.forName("GBK") : StandardCharsets.UTF_8;
      EncodingEvidence evidence = new EncodingEvidence();
      evidence.add(text.toString().getBytes(written));
      Optional<EncodingEvidence.Verdict> verdict = evidence.verdict();
      Charset told =
          verdict
              .filter(EncodingEvidence.Verdict::isEvidence)
              .map(v -> v.charset())
              .orElse(written);
      Charset expected = written.equals(StandardCharsets.UTF_8) ? written : Encodings.GB18030;
      assertThat(told.equals(expected) || told.equals(written))
          .as("seed %d, text %s in %s told as %s", seed, text, written, told)
          .isTrue();
    }
  }

  @Test
  void pinyinWithTonesBesideChineseRaisesNoDoubt() {
    EncodingEvidence evidence = new EncodingEvidence();
    for (String text : new String[] {"东湖区", "Dōnghú Qū", "章贡区", "Zhānggòng Qū", "Lóngnán Shì"}) {
      evidence.add(text.getBytes(Encodings.GB18030));
    }
    EncodingEvidence.Verdict verdict = evidence.verdict().orElseThrow();
    assertThat(verdict.charset()).isEqualTo(Encodings.GB18030);
    assertThat(verdict.isEvidence()).as(verdict.oddsText()).isTrue();
  }

  @Test
  void asciiSaysNothingAndRubbishIsRuledOut() {
    EncodingEvidence ascii = new EncodingEvidence();
    ascii.add("plain".getBytes(StandardCharsets.US_ASCII));
    assertThat(ascii.verdict()).isEmpty();
    EncodingEvidence rubbish = new EncodingEvidence();
    rubbish.add(new byte[] {(byte) 0xFF, (byte) 0x81, 0x01, (byte) 0x81});
    assertThat(rubbish.verdict()).isEmpty();
  }
}
