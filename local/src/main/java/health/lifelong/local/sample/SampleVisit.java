package health.lifelong.local.sample;

import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One visit's values: a person's own level of each item, the year's variation around it, and the
 * person's story on top.
 *
 * @param treated a blood-pressure medicine is taken; null where nobody asked
 */
record SampleVisit(
    SamplePerson person,
    String centre,
    LocalDate date,
    List<Measured> values,
    List<Answer> answers,
    @Nullable Boolean treated) {

  private static final int YEARS = 10;
  private static final int LAST_YEAR = 2026;
  private static final List<String> CENTRES =
      List.of("seoul", "busan", "daegu", "incheon", "gwangju", "daejeon", "suwon");

  /** A number of a catalogue item, as a laboratory prints it. */
  record Measured(Item item, String value) {}

  /** A coded answer of a catalogue item. */
  record Answer(Item item, String code) {}

  /** Level for men and women, year-to-year variation in per cent, decimals printed. */
  private record Typical(
      String item, double men, double women, double variationPct, int decimals) {}

  private static final List<Typical> TYPICAL = typical();

  private static List<Typical> typical() {
    List<Typical> rows = new ArrayList<>();
    String table =
        """
        HEIGHT 173.5 160.2 0 1; WEIGHT 72 56 1 1; WAIST 84 74 1.2 1; HIP 96 93 1 1; SBP 118 112 4.2 0; DBP 75 70 4 0;
        PULSE 68 70 5 0; RESP 16 16 4 0; TEMP 36.5 36.6 0.4 1; SPO2 98 98 0.4 0; VA_R_UNC 0.9 0.8 4 1; VA_L_UNC 0.8 0.9 4 1;
        IOP_R 15 14 6 0; IOP_L 15 14 6 0; WBC 6.1 5.6 10 2; RBC 4.95 4.4 2.7 2; HGB 15.1 13.2 2.6 1; HCT 44.9 39.6 2.7 1;
        MCV 90.6 90.1 0.7 1; MCH 30.5 30.1 0.8 1; MCHC 33.6 33.4 0.9 1; RDW 12.8 12.9 1.5 1; PLT 236 252 7 0; MPV 9.8 9.9 2.2 1;
        NEUT_PCT 54 55 9 1; LYMPH_PCT 34 33 9 1; MONO_PCT 6.6 6.1 11 1; EOS_PCT 2.6 2.2 12 1; BASO_PCT 0.6 0.6 11 1;
        NEUT_ABS 3.3 3.1 12 2; LYMPH_ABS 2.07 1.85 10 2; ESR 6 10 20 0; PT_SEC 11.6 11.4 2.6 1; PT_INR 1.01 1.0 2.4 2;
        APTT 29.5 29 2.9 1; FE 112 96 22 0; TIBC 310 325 4 0; FERRITIN 128 62 14 1; GLU_F 93 89 4.7 0; HBA1C 5.4 5.3 1.2 1;
        INSULIN 6.8 6.2 20 1; TP 7.2 7.2 2.5 1; ALB 4.5 4.5 2.4 1; GLOB 2.7 2.7 4 1; AG_RATIO 1.67 1.66 4 2; TBIL 0.9 0.7 18 2;
        DBIL 0.28 0.22 18 2; AST 22 20 9 0; ALT 22 17 9 0; GGT 27 16 8.8 0; ALP 66 60 5.2 0; LDH 176 172 5 0; AMYLASE 66 70 6.5 0;
        LIPASE 32 30 9 0; CK 120 86 20 0; TC 196 190 5.2 0; HDL 51 61 5.6 0; LDL 121 112 8 0; TG 112 84 19 0; NONHDL 145 129 6 0;
        APOA1 138 152 6 0; APOB 92 84 6.5 0; BUN 14.6 12.8 13 1; CREAT 0.93 0.69 4.4 2; CYSC 0.86 0.78 4.5 2; URIC 6.1 4.4 8 1;
        NA 141 140.6 0.5 0; K 4.3 4.2 3.8 1; CL 103 103 0.9 0; CA 9.4 9.3 1.7 1; P 3.5 3.7 8 1; MG 2.1 2.1 3 1; CRP 0.08 0.06 25 2;
        TSH 2.1 2.3 18 2; FT4 1.25 1.2 4.7 2; T3 118 112 7 0; AFP 2.9 2.6 12 1; CEA 1.7 1.3 13 1; CA199 8.2 9.6 14 1;
        PG1 52 48 9 1; PG2 9.1 8.6 9 1; U_SG 1.018 1.017 0.3 3; U_PH 6.0 6.1 5 1; US_RBC 1 1 20 0; US_WBC 1 2 20 0;
        U_ALB 8.2 7.9 24 1; U_CREAT 128 98 20 0; U_ACR 6.4 8.1 25 1; VITD 22.6 20.8 6.3 1; VITB12 520 545 8 0; FOLATE 8.6 10.2 14 1;
        NTPROBNP 38 56 20 0; BAPWV_R 1320 1240 4 0; BAPWV_L 1330 1245 4 0; ABI_R 1.12 1.1 3 2; ABI_L 1.12 1.1 3 2; ECG_HR 66 68 6 0;
        ECG_PR 162 156 3 0; ECG_QRS 94 88 2.5 0; ECG_QT 392 398 2 0; ECG_QTC 412 420 1.5 0; FVC 4.4 3.1 2 2; FEV1 3.5 2.5 2 2;
        FEV1_FVC 79.5 80.6 1.5 1; BMD_LS_T -0.4 -0.7 5 1; BFP 21.5 28.4 3 1; SMM 32.4 21.6 1.5 1; BMR 1590 1230 1.5 0;
        GRIP_R 41 25 4 1; GRIP_L 39 24 4 1
        """;
    for (String row : table.replace("\n", " ").split(";")) {
      String[] cells = row.strip().split("\\s+");
      rows.add(
          new Typical(
              cells[0],
              Double.parseDouble(cells[1]),
              Double.parseDouble(cells[2]),
              Double.parseDouble(cells[3]),
              Integer.parseInt(cells[4])));
    }
    return List.copyOf(rows);
  }

  /** All visits of a person, oldest first, each at another of the seven centres in turn. */
  static List<SampleVisit> of(SamplePerson person) {
    return of(person, person.story() == SamplePerson.Story.YOUNG ? 2 : YEARS);
  }

  /** So many visits of a person, a year apart. */
  static List<SampleVisit> of(SamplePerson person, int visits) {
    SplittableRandom random = new SplittableRandom(person.memberNumber().hashCode());
    Map<String, Double> own = ownLevels(person, random);
    List<SampleVisit> all = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      int year = LAST_YEAR - visits + 1 + i;
      LocalDate date = LocalDate.of(year, 3 + random.nextInt(7), 1 + random.nextInt(27));
      String centre =
          CENTRES.get((i + Math.max(0, SamplePerson.FAMILY.indexOf(person))) % CENTRES.size());
      Boolean treated = person.story() == SamplePerson.Story.TREATED ? Boolean.TRUE : Boolean.FALSE;
      all.add(
          new SampleVisit(
              person,
              centre,
              date,
              values(person, own, i, visits, random),
              answers(person, i, visits),
              treated));
    }
    return all;
  }

  /** The same visit at another centre. */
  SampleVisit at(String other) {
    return new SampleVisit(person, other, date, values, answers, treated);
  }

  private static Map<String, Double> ownLevels(SamplePerson person, SplittableRandom random) {
    Map<String, Double> own = new LinkedHashMap<>();
    for (Typical typical : TYPICAL) {
      double middle = person.female() ? typical.women : typical.men;
      double spread = Math.max(0.5 * typical.variationPct, 1) / 100;
      own.put(typical.item, middle * (1 + spread * gaussian(random)));
    }
    return own;
  }

  private static List<Measured> values(
      SamplePerson person,
      Map<String, Double> own,
      int visit,
      int visits,
      SplittableRandom random) {
    List<Measured> values = new ArrayList<>();
    for (Typical typical : TYPICAL) {
      double level =
          own.getOrDefault(typical.item, 0.0) * (1 + typical.variationPct / 150 * gaussian(random));
      double told = level * factor(person, typical.item, visit, visits);
      Item item = ItemCatalogue.standard().byCode(typical.item).orElseThrow();
      values.add(
          new Measured(
              item,
              BigDecimal.valueOf(told)
                  .setScale(typical.decimals, RoundingMode.HALF_UP)
                  .toPlainString()));
    }
    return values;
  }

  /** What the story does to an item by the visit. */
  private static double factor(SamplePerson person, String item, int visit, int visits) {
    int late = Math.max(0, visit - (visits - 5));
    return switch (person.story()) {
      case DRINKER ->
          switch (item) {
            case "GGT" -> 1 + 0.30 * late;
            case "SBP" -> 1 + 0.025 * late;
            case "DBP" -> 1 + 0.022 * late;
            case "AST", "ALT" -> 1 + 0.08 * late;
            case "TG" -> 1 + 0.10 * late;
            case "WAIST", "WEIGHT" -> 1 + 0.012 * late;
            case "PULSE" -> 1 + 0.015 * late;
            default -> 1;
          };
      case TREATED ->
          switch (item) {
            case "SBP" -> 1.16;
            case "CREAT", "CYSC" -> 1.10 + 0.035 * visit;
            case "U_ACR", "U_ALB" -> 1.5 + 0.25 * visit;
            case "HBA1C" -> 1.12;
            case "GLU_F" -> 1.20;
            default -> 1;
          };
      case STEADY, YOUNG -> 1;
    };
  }

  private static List<Answer> answers(SamplePerson person, int visit, int visits) {
    List<Answer> answers = new ArrayList<>();
    boolean drinks = person.story() == SamplePerson.Story.DRINKER;
    answers.add(answer("ALC_STATUS", drinks ? "1" : "0"));
    answers.add(answer("ALC_FREQ", drinks ? (visit > visits - 5 ? "4" : "3") : "0"));
    answers.add(answer("SMK_STATUS", person.story() == SamplePerson.Story.DRINKER ? "2" : "1"));
    answers.add(
        answer("U_PRO", person.story() == SamplePerson.Story.TREATED && visit > 6 ? "3" : "1"));
    return answers;
  }

  /** Drinks on a day with alcohol, where the person drinks; else null. */
  @Nullable String drinksADay() {
    return person.story() == SamplePerson.Story.DRINKER ? "5" : null;
  }

  private static Answer answer(String item, String code) {
    return new Answer(ItemCatalogue.standard().byCode(item).orElseThrow(), code);
  }

  /** Standard normal, from two uniforms (Box and Muller), the same on every machine. */
  private static double gaussian(SplittableRandom random) {
    double u = 1 - random.nextDouble();
    return StrictMath.sqrt(-2 * StrictMath.log(u))
        * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }
}
