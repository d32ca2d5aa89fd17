package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.model.domain.Situation;
import health.lifelong.analytics.population.domain.SampleRow;
import health.lifelong.analytics.population.domain.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The blood tests of 2014-2015 of the Korean National Health Insurance Service as published (public
 * data portal, item 15095107): haemoglobin and lipids. The coding of its age groups is not
 * verified, so a person has no age here.
 */
public final class NhisBloodTest implements Sample {
  @Override
  public String name() {
    return "nhis_bloodtest";
  }

  @Override
  public List<String> columns() {
    return List.of("sex", "age_group_code", "hemoglobin_g_dl");
  }

  @Override
  public List<String> notes() {
    return List.of(
        "The coding of the age groups is inferred and not verified: age is taken as unknown.",
        "Drug use, pregnancy and follow-up are not in the file: nothing can be said of discrimination or calibration.");
  }

  @Override
  public List<ScreeningItem> screeningItems() {
    return List.of(
        ScreeningItem.openSided("HB", "hemoglobin_g_dl"),
        ScreeningItem.of("HDL", "hdl_c_mg_dl"),
        ScreeningItem.of("TC", "total_chol_mg_dl"),
        ScreeningItem.of("TG", "triglyceride_mg_dl"));
  }

  @Override
  public SampleRow read(Map<String, String> row) {
    Optional<Sex> sex = Sex.of(row.get("sex"));
    if (sex.isEmpty()) {
      return new SampleRow.LeftOut("sex unknown");
    }
    Cells cells =
        new Cells(row)
            .take(
                List.of(
                    "hemoglobin_g_dl", "total_chol_mg_dl", "triglyceride_mg_dl", "hdl_c_mg_dl"));
    return new Subject(
        sex.get(), null, cells.derived(sex.get(), null), row, Situation.unknown(), null);
  }
}
