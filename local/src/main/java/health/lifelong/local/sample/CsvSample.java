package health.lifelong.local.sample;

import health.lifelong.vocabulary.CodedAnswers;
import health.lifelong.vocabulary.Item;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * Visits as a centre's spreadsheet batch: one row a visit, Korean headers with units in brackets.
 */
final class CsvSample {
  private final Charset charset;

  CsvSample(Charset charset) {
    this.charset = charset;
  }

  byte[] file(List<SampleVisit> visits) {
    StringBuilder out = new StringBuilder();
    List<String> header = new ArrayList<>(List.of("등록번호", "통합회원번호", "이름", "성별", "생년월일", "검진일"));
    for (SampleVisit.Measured value : visits.getFirst().values()) {
      String unit = value.item().ucum();
      header.add(
          value.item().code()
              + (unit == null || unit.equals("1") || unit.startsWith("{") ? "" : "(" + unit + ")"));
    }
    visits.getFirst().answers().forEach(answer -> header.add(answer.item().code()));
    header.add("ALC_QTY(/d)");
    row(out, header);
    for (SampleVisit visit : visits) {
      SamplePerson person = visit.person();
      List<String> cells =
          new ArrayList<>(
              List.of(
                  person.chartNumber(visit.centre()),
                  person.memberNumber(),
                  person.name(),
                  person.female() ? "여" : "남",
                  person.birth().toString(),
                  visit.date().toString()));
      visit.values().forEach(value -> cells.add(value.value()));
      visit.answers().forEach(answer -> cells.add(told(answer)));
      String drinks = visit.drinksADay();
      cells.add(drinks == null ? "" : drinks);
      row(out, cells);
    }
    return out.toString().getBytes(charset);
  }

  /**
   * A graded strip is told in words: its catalogue code, a bare digit, could mean "negative" as
   * well as "1+".
   */
  private static String told(SampleVisit.Answer answer) {
    if (answer.item().valueType() != Item.ValueType.ORDINAL) {
      return answer.code();
    }
    return CodedAnswers.standard()
        .byCode(answer.item().code(), answer.code())
        .map(CodedAnswers.Answer::nameKo)
        .orElseThrow();
  }

  private static void row(StringBuilder out, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      out.append(i == 0 ? "" : ",");
      out.append(
          cell.contains(",") || cell.contains("\"")
              ? "\"" + cell.replace("\"", "\"\"") + "\""
              : cell);
    }
    out.append("\r\n");
  }
}
