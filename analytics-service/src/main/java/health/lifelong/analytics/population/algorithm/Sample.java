package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.population.domain.SampleRow;
import java.util.List;
import java.util.Map;

/** The shape of one kind of sample file: which columns it has and what they mean. */
public sealed interface Sample permits Nhanes, NhisBloodTest, NhisCheckup {
  /** Name of the shape, for example {@code nhanes}. */
  String name();

  /** Columns without which the file is not of this shape. */
  List<String> columns();

  /** How it is read and what it cannot tell, a sentence each. */
  List<String> notes();

  /** Items of the national screening judgement that the file has values of. */
  List<ScreeningItem> screeningItems();

  /** Reads one row, by column name; a column that is not there is an unknown value. */
  SampleRow read(Map<String, String> row);
}
