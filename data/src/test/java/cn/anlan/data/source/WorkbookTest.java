package cn.anlan.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Workbooks as offices make them: titles, headings of two rows, merged cells, remarks below. */
class WorkbookTest extends AtTheCounter {
  private void save(TestWorkbook book) {
    zip("book.xlsx", book.parts());
  }

  @Test
  void theHeadingIsFoundBelowTitlesOverTwoRowsOfMergedCells() {
    save(
        new TestWorkbook()
            .sheet("Sheet1")
            .row("s:全省重点企业一览表")
            .row("s:填报单位：示例市应急局", "", "", "s:日期：2021年3月1日")
            .row("s:编号", "s:企业\n名称", "s:坐标", "", "s:投产日期*", "s:从业人员", "s:县")
            .row("", "", "s:经度", "s:纬度")
            .row("n:1", "n:2", "n:3", "n:4", "n:5", "n:6", "n:7")
            .row("s:001", "s:甲厂", "n:115.85799999999999", "n:28.683", "d:44256", "n:120", "s:东湖区")
            .row("s:002", "s:乙厂", "s:１１５．９", "n:28.7", "c:43831", "n:0", "")
            .row("s:003", "s:丙厂", "n:115.7", "n:28.7", "s:二〇二一年三月一日", "", "")
            .row("s:填表人：某某", "", "", "s:审核：某某")
            .row("s:注：本表一式三份")
            .merge("A1:G1", "A2:C2", "C3:D3", "A3:A4", "B3:B4", "E3:E4", "F3:F4", "G3:G4")
            .merge("G6:G8", "A10:G10"));

    Read read = read("book.xlsx");

    assertThat(read.format()).isEqualTo("XLSX");
    assertThat(read.columns()).containsExactly("编号", "企业名称", "经度", "纬度", "投产日期", "从业人员", "县");
    assertThat(read.geometryColumns()).containsExactly("经度", "纬度");
    assertThat(read.lines())
        .containsExactly(
            "001|甲厂|115.858|28.683|2021-03-01|120|东湖区|POINT (115.858 28.683)",
            "002|乙厂|１１５．９|28.7|2020-01-01|0|东湖区|POINT (115.9 28.7)",
            "003|丙厂|115.7|28.7|二〇二一年三月一日|null|东湖区|POINT (115.7 28.7)");
    assertThat(read.rows().get(0).number()).as("the sheet's own row").isEqualTo(6);
    assertThat(read.notice())
        .contains("表头在第 3–5 行,数据自第 6 行起")
        .contains("县 该列有 1 处纵向合并单元格")
        .contains("第 9, 10 行 表注、落款")
        .as("persons who signed are not repeated")
        .doesNotContain("某某");
  }

  @Test
  void groupsNameColumnsOnlyWhereTheirLowestNamesStandTwice() {
    save(
        new TestWorkbook()
            .sheet("S")
            .row("s:编号", "s:一般隐患", "", "s:重大隐患", "", "s:联系人", "")
            .row("", "s:数量", "s:已整改", "s:数量", "s:未整改", "s:姓名", "s:单位")
            .row("s:1", "n:3", "n:2", "n:1", "n:0", "s:某某", "s:某局")
            .merge("A1:A2", "B1:C1", "D1:E1", "F1:G1"));

    assertThat(read("book.xlsx").columns())
        .as("a column of a person keeps the word that tells so")
        .containsExactly("编号", "一般隐患 数量", "已整改", "重大隐患 数量", "未整改", "姓名", "单位 联系人");
  }

  @Test
  void numbersAreCodesDatesOrNumbersByTheirFormat() {
    save(
        new TestWorkbook()
            .sheet("S")
            .row("s:code", "s:value", "s:day", "s:flag", "s:text")
            .row("z:7", "n:3.60102001001E11", "d:60", "b:1", "i:'=1+1")
            .row("n:12", "n:913601000000000000", "d:44256.5", "b:0", "e:#N/A")
            .row("s:a", "n:0.1", "d:1", "f:", "s:x"));

    Read read = read("book.xlsx");

    assertThat(read.column("code")).containsExactly("007", "12", "a");
    assertThat(read.column("value")).containsExactly("360102001001", null, "0.1");
    assertThat(read.column("day")).containsExactly(null, "2021-03-01T12:00:00", "1900-01-01");
    assertThat(read.column("flag")).containsExactly("true", "false", null);
    assertThat(read.column("text")).containsExactly("=1+1", null, "x");
    assertThat(read.rows().get(0).problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.field()).isEqualTo("day");
              assertThat(p.reason()).contains("no day");
            });
    assertThat(read.rows().get(1).problems().toString()).contains("超过 15 位的数字", "错误值 #N/A");
    assertThat(read.rows().get(2).problems().toString()).contains("公式没有计算结果");
  }

  @Test
  void ofSeveralSheetsOneMustBeNamedButForHiddenEmptyAndOurOwnMetadata() {
    TestWorkbook book =
        new TestWorkbook()
            .sheet("甲")
            .row("s:code", "s:name")
            .row("s:1", "s:甲一")
            .sheet("空")
            .sheet("字典", "veryHidden")
            .row("s:x", "s:y")
            .sheet("说明 metadata")
            .row("s:来源", "s:示例");
    save(book);
    assertThat(read("book.xlsx").column("name")).containsExactly("甲一");

    save(book.sheet("甲 (2)").row("s:code", "s:name").row("s:2", "s:甲二"));
    assertThat(read("book.xlsx").column("name")).as("goes on").containsExactly("甲一", "甲二");

    save(book.sheet("乙").row("s:code", "s:name").row("s:3", "s:乙一"));
    assertThat(refusal("book.xlsx")).contains("工作表有内容,须指明一个", "甲, 甲 (2), 乙");
    assertThat(read("book.xlsx", layer("乙")).column("name")).containsExactly("乙一");
    assertThat(refusal("book.xlsx", layer("丙"))).contains("没有工作表 \"丙\"");
  }

  @Test
  void whatIsNoTableOrNoWorkbookIsRefused() {
    save(new TestWorkbook().sheet("S").row("n:1", "n:2", "n:3").row("n:4", "n:5", "n:6"));
    assertThat(refusal("book.xlsx")).contains("找不到表头行");

    save(new TestWorkbook().sheet("S").row("s:名称", "s:名称").row("s:1", "s:2"));
    assertThat(refusal("book.xlsx")).contains("列名 \"名称\" 出现两次");

    write("old.xlsx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
    assertThat(refusal("old.xlsx")).contains("旧格式或已加密", "另存为 .xlsx");
    write("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
    assertThat(refusal("old.xls")).contains("另存为 .xlsx");

    zip("doc.xlsx", Map.of("word/document.xml", utf8("<a/>")));
    assertThat(refusal("doc.xlsx")).contains("doc.xlsx");
  }
}
