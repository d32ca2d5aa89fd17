package health.lifelong.ingestion.mapping.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.mapping.domain.MappedValue;
import health.lifelong.ingestion.mapping.domain.MappedValue.Contradiction;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.Observation.Unmapped;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.ingestion.record.domain.Value.Comparator;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueMapperTest {
  private final ValueMapper mapper = new ValueMapper(Map.of());

  @Test
  void aNumberIsStoredInTheItemsUnit() {
    MappedValue value = mapper.text(item("GLU_F"), "<5.5", "mmol/L");
    assertThat(value.itemCode()).isEqualTo("GLU_F");
    Value.Quantity quantity = (Value.Quantity) value.value();
    assertThat(quantity.unit()).isEqualTo("mg/dL");
    assertThat(quantity.comparator()).isEqualTo(Comparator.LESS);
    assertThat(quantity.value()).isBetween(new BigDecimal("98"), new BigDecimal("100"));
  }

  @Test
  void anUnknownItemKeepsItsTypedRawValue() {
    assertThat(mapper.text(null, "7.40", "pH"))
        .isEqualTo(
            MappedValue.unmapped(
                Unmapped.CODE_UNKNOWN,
                new Value.Quantity(new BigDecimal("7.40"), "pH", Comparator.EQUAL)));
  }

  @Test
  void aMissingUnitIsFilledFromTheContractAndMarked() {
    ValueMapper agreed = new ValueMapper(Map.of("GLU_F", "mg/dL"));
    MappedValue value = agreed.text(item("GLU_F"), "95", "");
    assertThat(value.unitAssumed()).isTrue();
    assertThat(value.itemCode()).isEqualTo("GLU_F");
    assertThat(mapper.text(item("GLU_F"), "95", "").unmapped()).isEqualTo(Unmapped.UNIT_MISSING);
    assertThat(agreed.text(item("GLU_F"), "95", "mg/dL").unitAssumed()).isFalse();
  }

  @Test
  void implausibleIsFlaggedAndImpossibleIsSaid() {
    assertThat(mapper.text(item("TC"), "3000", "mg/dL").implausible()).isTrue();
    assertThat(mapper.text(item("TC"), "3000", "mg/dL").contradiction()).isNull();
    assertThat(mapper.text(item("TC"), "-5", "mg/dL").contradiction())
        .isEqualTo(Contradiction.NEGATIVE);
    assertThat(mapper.text(item("TC"), "182", "mmol/L").contradiction())
        .isEqualTo(Contradiction.UNIT_CONTRADICTED);
  }

  @Test
  void aBareDigitOnATestStripIsNeverReadAsAGrade() {
    assertThat(mapper.text(item("U_PRO"), "1", "").unmapped()).isEqualTo(Unmapped.VALUE_TYPE);
    assertThat(code(mapper.answerCode(item("U_PRO"), "1"))).isEqualTo("1");
    assertThat(code(mapper.text(item("U_PRO"), "약양성(±)", ""))).isEqualTo("2");
    assertThat(code(mapper.text(item("U_PRO"), "+1", ""))).isEqualTo("3");
    assertThat(code(mapper.text(item("U_PRO"), "(+++)", ""))).isEqualTo("5");
    assertThat(mapper.text(item("U_PRO"), "양성", "").unmapped()).isEqualTo(Unmapped.VALUE_TYPE);
  }

  @Test
  void gradesNeverLeakIntoOtherLists() {
    assertThat(mapper.text(item("JUDGE"), "-", "").unmapped()).isEqualTo(Unmapped.VALUE_TYPE);
    assertThat(mapper.text(item("ALC_FREQ"), "negative", "").unmapped())
        .isEqualTo(Unmapped.VALUE_TYPE);
    assertThat(mapper.text(item("PHQ9_9"), "-", "").unmapped()).isEqualTo(Unmapped.VALUE_TYPE);
  }

  @Test
  void scoresAreNumbersHoweverTheyAreAnswered() {
    Value two = new Value.Quantity(new BigDecimal("2"), "{score}", Comparator.EQUAL);
    assertThat(mapper.text(item("PHQ9_1"), "2", "").value()).isEqualTo(two);
    assertThat(mapper.number(item("PHQ9_1"), new BigDecimal("2"), Comparator.EQUAL, "").value())
        .isEqualTo(two);
    Coding answer = new Coding("http://loinc.org", "LA6570-1", "More than half the days");
    assertThat(mapper.coded(item("PHQ9_1"), List.of(answer), "").value()).isEqualTo(two);
  }

  @Test
  void answersAreFoundByCodeSystemOrWord() {
    assertThat(code(mapper.text(item("SMK_STATUS"), "3", ""))).isEqualTo("3");
    assertThat(code(mapper.text(item("SMK_STATUS"), "현재도 피움", ""))).isEqualTo("3");
    Coding snomed = new Coding("http://snomed.info/sct", "8517006", "");
    assertThat(code(mapper.coded(item("SMK_STATUS"), List.of(snomed), ""))).isEqualTo("2");
    Coding own = new Coding(AnswerList.system("SMK_STATUS"), "1", "");
    assertThat(code(mapper.coded(item("SMK_STATUS"), List.of(own), ""))).isEqualTo("1");
    assertThat(code(mapper.text(item("HBSAG"), "음성", ""))).isEqualTo("neg");
    assertThat(code(mapper.text(item("RH"), "+", ""))).isEqualTo("+");
    assertThat(mapper.text(item("SMK_STATUS"), "sometimes", "").unmapped())
        .isEqualTo(Unmapped.VALUE_TYPE);
  }

  @Test
  void unknownIsNeitherYesNorNo() {
    assertThat(code(mapper.text(item("FH_DM"), "예", ""))).isEqualTo("1");
    assertThat(code(mapper.text(item("FH_DM"), "N", ""))).isEqualTo("0");
    assertThat(code(mapper.text(item("ALC_STATUS"), "Y", ""))).isEqualTo("1");
    assertThat(code(mapper.text(item("ALC_STATUS"), "0", ""))).isEqualTo("0");
    assertThat(mapper.text(item("FH_DM"), "모름", "").unmapped()).isEqualTo(Unmapped.VALUE_TYPE);
  }

  @Test
  void blindIsNoVisualAcuity() {
    assertThat(code(mapper.text(item("VA_R_UNC"), "9.9", "1"))).isEqualTo("9.9");
    assertThat(mapper.text(item("VA_R_UNC"), "1.2", "1").value())
        .isInstanceOf(Value.Quantity.class);
  }

  @Test
  void bothEndsOfARangeAreConverted() {
    assertThat(mapper.text(item("HEIGHT"), "1.5-1.6", "m").value())
        .isInstanceOfSatisfying(
            Value.Range.class,
            range -> assertThat(range.text()).startsWith("150").contains("-160"));
  }

  @Test
  void feeScheduleLoincAndOwnCodesNameTheSameItem() {
    CatalogueResolver resolver = new CatalogueResolver(ItemCatalogue.standard());
    String fee = "http://www.hl7korea.or.kr/CodeSystem/hira-edi-procedure";
    assertThat(resolver.resolve(List.of(new Coding(fee, "D0002050", "")))).contains(item("HGB"));
    assertThat(resolver.resolve(List.of(new Coding("http://loinc.org", "2093-3", ""))))
        .contains(item("TC"));
    assertThat(resolver.resolve(List.of(new Coding("urn:lifelong:item", "TC", ""))))
        .contains(item("TC"));
    assertThat(resolver.resolve(List.of(new Coding(fee, "F6001", "")))).isEmpty();
    assertThat(resolver.resolve(List.of(new Coding("", "TC", "")))).isEmpty();
    List<Coding> synonyms =
        List.of(new Coding("L", "HGB", ""), new Coding("LN", "2093-3", "Cholesterol"));
    assertThat(resolver.resolve(synonyms)).contains(item("TC"));
  }

  private static Item item(String code) {
    return ItemCatalogue.standard().byCode(code).orElseThrow();
  }

  private static String code(MappedValue value) {
    return value.value() instanceof Value.Coded coded ? coded.coding().code() : value.toString();
  }
}
