package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares sent totals with the sum of their answers: PHQ-9 (nine items, 0 to 3 each; Kroenke
 * 2001).
 */
final class QuestionnaireTotals {
  private static final String TOTAL = "PHQ9";
  private static final List<String> PARTS =
      IntStream.rangeClosed(1, 9).mapToObj(item -> TOTAL + "_" + item).toList();

  private QuestionnaireTotals() {}

  /** Places of totals that differ; a total with an answer missing is not compared. */
  static List<String> differing(List<Observation> answers) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String part : PARTS) {
      List<BigDecimal> values = values(answers, part);
      if (values.size() != 1) {
        return List.of();
      }
      sum = sum.add(values.getFirst());
    }
    List<String> places = new ArrayList<>();
    for (Observation answer : answers) {
      boolean differs =
          TOTAL.equals(answer.itemCode())
              && answer.value() instanceof Value.Quantity total
              && total.value().compareTo(sum) != 0;
      if (differs) {
        places.add(answer.position());
      }
    }
    return places;
  }

  private static List<BigDecimal> values(List<Observation> answers, String itemCode) {
    List<BigDecimal> values = new ArrayList<>();
    for (Observation answer : answers) {
      if (itemCode.equals(answer.itemCode()) && answer.value() instanceof Value.Quantity one) {
        values.add(one.value());
      }
    }
    return values;
  }
}
