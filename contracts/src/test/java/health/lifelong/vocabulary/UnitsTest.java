package health.lifelong.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.vocabulary.Units.Conversion.Converted;
import health.lifelong.vocabulary.Units.Conversion.UnitMissing;
import health.lifelong.vocabulary.Units.Conversion.UnitUnknown;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnitsTest {

  private static Item item(String code) {
    return ItemCatalogue.standard().byCode(code).orElseThrow();
  }

  private static Units.Conversion convert(String code, String value, String unit) {
    return Units.convert(item(code), new BigDecimal(value), unit);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        // section 6, in its order
        "GLU_F, 90, mg/dl, 90",
        "GLU_F, 90, mg%, 90",
        "WBC, 5.2, 10^3/uL, 5.2",
        "WBC, 5.2, 10³/㎕, 5.2",
        "WBC, 5.2, x10*3/ul, 5.2",
        "WBC, 5.2, K/uL, 5.2",
        "WBC, 5.2, 천/㎕, 5.2",
        "WBC, 5.2, 10^9/L, 5.2",
        "RBC, 4.71, 10^6/uL, 4.71",
        "RBC, 4.71, M/uL, 4.71",
        "RBC, 4.71, 백만/㎕, 4.71",
        "RBC, 4.71, 10^12/L, 4.71",
        "WBC, 5200, /㎕, 5.2",
        "WBC, 5200, cells/uL, 5.2",
        "GLU_F, 90, ㎎/㎗, 90",
        "FE, 80, ㎍/㎗, 80",
        "FVC, 3900, ㎖, 3.9",
        "HEIGHT, 171.2, ㎝, 171.2",
        "WEIGHT, 70.5, ㎏, 70.5",
        "FE, 80, μg/dL, 80",
        "FE, 80, µg/dL, 80",
        "SBP, 120, mmHg, 120",
        "AST, 25, IU/L, 25",
        "AST, 25, U/l, 25",
        "AST, 25, IU/ℓ, 25",
        "TSH, 2.1, mIU/L, 2.1",
        "TSH, 2.1, μIU/mL, 2.1",
        "CA199, 12, U/ml, 12",
        "NA, 140, mEq/L, 140",
        "K, 4.2, mEq/L, 4.2",
        "CL, 101, mEq/L, 101",
        "CO2, 24, mEq/L, 24",
        "EGFR, 93, ml/min/1.73㎡, 93",
        "PULSE, 64, bpm, 64",
        "PULSE, 64, 회/분, 64",
        "PT_SEC, 11.5, sec, 11.5",
        "PT_SEC, 11.5, 초, 11.5",
        "SMK_YEARS, 10, 세, 10",
        "ESR, 5, mm/hr, 5",
        "HCT, 44.1, \"% \", 44.1",
        "HCT, 44.1, 퍼센트, 44.1",
        "WEIGHT, 70.5, Kg, 70.5",
        "WEIGHT, 70.5, kgs, 70.5",
        "HEIGHT, 171.2, Cm, 171.2",
        // seen in the sample messages and resources
        "WBC, 5.2, x10*9/L, 5.2",
        "CREAT, 88.42, UMOLL, 1",
        "NA, 140, MMOLL, 140",
        "WBC, 5.2, giga.l-1, 5.2",
        "RBC, 4.7, tera.l-1, 4.7",
        "WBC, 5.2, /nl, 5.2",
        "RBC, 4.7, /pl, 4.7",
        "RBC, 4.7, mill/mm3, 4.7",
        "WBC, 5200, /mm3, 5.2",
        "WBC, 5.2, 10³/uL, 5.2",
        "RBC, 4.7, 10⁶/uL, 4.7",
        "PULSE, 64, beats/min, 64",
        "RESP, 16, breaths per minute, 16",
        "SBP, 120, MDC_DIM_MMHG, 120",
        "SPO2, 97, MDC_DIM_PERCENT, 97",
        "HCT, 44, PERCENT, 44",
        "AG_RATIO, 1.5, {Ratio}, 1.5",
        "HGB, 14.1, G/DL, 14.1",
        "WBC, 5.2, G/L, 5.2",
        "PLT, 250000, /uL, 250",
        "PLT, 250, 1000/uL, 250",
        // molar, mass, time and length
        "GLU_F, 5.55, mmol/L, 100",
        "TC, 5.172, mmol/L, 200",
        "TG, 1.129, mmol/L, 100",
        "BUN, 3.57, mmol/L, 10",
        "CREAT, 88.42, umol/L, 1",
        "TBIL, 17.104, µmol/L, 1",
        "URIC, 297.4, umol/L, 5",
        "HGB, 141, g/L, 14.1",
        "HBA1C, 31.15, mmol/mol, 5",
        "TEMP, 98.6, °F, 37",
        "TEMP, 98.6, ℉, 37",
        "TEMP, 36.5, ℃, 36.5",
        "TEMP, 309.65, K, 36.5",
        "WEIGHT, 100, lb, 45.359237",
        "WEIGHT, 70500, g, 70.5",
        "HEIGHT, 1.712, m, 171.2",
        "HEIGHT, 70, in, 177.8",
        "HEIGHT, 5.5, ft, 167.64",
        "HSCRP, 0.12, mg/dL, 1.2",
        "CRP, 3, mg/L, 0.3",
        "LDH, 3.3334, ukat/L, 200",
        "U_ACR, 12, mg/g Cr, 12",
        "U_ACR, 1.131, mg/mmol, 10",
        "PIVKA2, 25, mAU/mL, 25",
        "HCT, 0.44, L/L, 44",
        "SBP, 13.3322, kPa, 100",
        "PA_MIN, 30, 분, 30",
        "SLEEP_SELF, 7.5, 시간, 7.5",
        "SMK_CPD, 20, 개비, 20",
        "LS_VO2MAX, 41, mL/min·kg, 41",
        "LS_BG, 5.55, mmol<180.1558800000541>/L, 100",
        "EGFR, 93, mL/min/1.73m^2, 93",
        "BMI, 22.1, ㎏/㎡, 22.1",
        "US_RBC, 3, /HPF, 3",
        "FERRITIN, 80, ug/L, 80"
      })
  void aSendersSpellingReachesTheStoredUnit(
      String code, String value, String unit, String expected) {
    assertThat(convert(code, value, unit))
        .isInstanceOfSatisfying(
            Converted.class,
            converted -> {
              assertThat(converted.value()).isEqualByComparingTo(expected);
              assertThat(converted.ucum()).isEqualTo(item(code).ucum());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "LPA, 30, nmol/L", "LPA_MOL, 30, mg/dL", "CA, 4.7, mEq/L", "MG, 1.7, mEq/L", "RF, 12, U/mL",
    "CA199, 12, IU/mL", "AST, 25, mg/dL", "TSH, 2.1, U/mL", "GLU_F, 90, mmol", "GLU_F, 90, Mmol/L",
    "GLU_F, 90, Mg/dL", "EGFR, 93, mL/min", "HGB, 14, mmHg", "HCT, 44, score", "K, 4.2, g/l-1",
    "U_ACR, 3, %", "HP_IGG, 1.1, U/mL", "HBA1C_IFCC, 5.5, %", "WHR, 90, %", "WEIGHT, 1, tablet",
    "GLU_F, 90, 정상", "PLT, 250, /10", "TEMP, 36.5, mmHg", "HGB, 14, {g}/dL"
  })
  void aUnitThatDoesNotFitTheItemIsUnknown(String code, String value, String unit) {
    assertThat(convert(code, value, unit)).isEqualTo(new UnitUnknown(unit));
  }

  @Test
  void aMissingUnitIsMissingAndNeverGuessed() {
    assertThat(Units.convert(item("HGB"), BigDecimal.TEN, null)).isEqualTo(new UnitMissing());
    assertThat(convert("CREAT", "0.9", " ")).isEqualTo(new UnitMissing());
  }

  @ParameterizedTest
  @CsvSource({"VA_R_UNC", "PHQ9", "AG_RATIO", "BMD_LS_T", "PT_INR", "U_PH", "CACS"})
  void aRatioOrScoreNeedsNoUnit(String code) {
    assertThat(Units.convert(item(code), BigDecimal.ONE, null)).isInstanceOf(Converted.class);
  }

  @Test
  void digitsAreKeptAsSentWhereNothingIsConverted() {
    assertThat(convert("K", "4.20", "mEq/L"))
        .isEqualTo(new Converted(new BigDecimal("4.20"), "mmol/L"));
    assertThat(convert("HGB", "14.0", "g/dl"))
        .isEqualTo(new Converted(new BigDecimal("14.0"), "g/dL"));
  }

  @Test
  void aResultNeverHasAnExponentOrFewerThanSixDigits() {
    assertThat(convert("PLT", "0.25", "10*6/uL"))
        .isEqualTo(new Converted(new BigDecimal("250"), "10*3/uL"));
    assertThat(convert("GLU_F", "5.1", "mmol/L"))
        .isEqualTo(new Converted(new BigDecimal("91.8918918919"), "mg/dL"));
  }

  static Stream<Item> itemsWithFactor() {
    return ItemCatalogue.standard().items().stream()
        .filter(item -> item.siFactor() != null && item.siUcum() != null);
  }

  @ParameterizedTest
  @MethodSource("itemsWithFactor")
  void everyFactorOfTheCatalogueRoundTrips(Item item) {
    long seed = item.code().hashCode();
    System.out.println("seed " + seed + " for " + item.code());
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      BigDecimal value = BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(4));
      BigDecimal si = value.multiply(Objects.requireNonNull(item.siFactor()));
      BigDecimal back =
          ((Converted) Units.convert(item, si, Objects.requireNonNull(item.siUcum()))).value();
      assertThat(back.subtract(value).abs().divide(value, MathContext.DECIMAL64))
          .isLessThan(new BigDecimal("1e-11"));
    }
  }

  @Test
  void haemoglobinA1cRoundTripsThroughItsAffineScale() {
    for (String percent : new String[] {"4.0", "5.7", "6.5", "12.3"}) {
      BigDecimal ifcc =
          new BigDecimal(percent)
              .multiply(new BigDecimal("10.93"))
              .subtract(new BigDecimal("23.50"));
      Converted back = (Converted) Units.convert(item("HBA1C"), ifcc, "mmol/mol");
      assertThat(back.value()).isEqualByComparingTo(percent);
    }
  }

  @Test
  void everyUnitOfTheCatalogueIsOneTheParserKnows() {
    for (Item item : ItemCatalogue.standard().items()) {
      for (String unit : new String[] {item.ucum(), item.siUcum()}) {
        if (unit != null) {
          assertThat(UcumUnit.parse(unit)).as("%s %s", item.code(), unit).isPresent();
        }
      }
    }
  }

  @Test
  void everySpellingOfTheTableLeadsToUcum() {
    for (CsvTable.Row row : CsvTable.resource(Units.class, "/unit-spellings.csv").rows()) {
      assertThat(UcumUnit.parse(row.require("ucum"))).as(row.require("spelling")).isPresent();
    }
  }
}
