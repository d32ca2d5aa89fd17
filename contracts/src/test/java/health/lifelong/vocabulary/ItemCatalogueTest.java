package health.lifelong.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemCatalogueTest {
  private final ItemCatalogue catalogue = ItemCatalogue.standard();

  @Test
  void atLeast110ItemsAreBoundToLoincAndUcum() {
    assertThat(
            catalogue.items().stream().filter(item -> item.loinc() != null && item.ucum() != null))
        .hasSizeGreaterThanOrEqualTo(110);
  }

  @Test
  void everyNumericItemHasAUnitAndAPlausibleRange() {
    assertThat(catalogue.items())
        .filteredOn(item -> item.valueType() == Item.ValueType.NUMERIC)
        .allSatisfy(
            item -> {
              assertThat(item.ucum()).as(item.code()).isNotNull();
              assertThat(item.plausibleMin()).as(item.code()).isLessThan(item.plausibleMax());
            });
  }

  @Test
  void everyNumericItemSaysWithHowManyDecimalsItIsReportedAndNoOtherDoes() {
    for (Item item : catalogue.items()) {
      if (item.valueType() == Item.ValueType.NUMERIC) {
        assertThat(item.decimals()).as(item.code()).isBetween(0, 3);
      } else {
        assertThat(item.decimals()).as(item.code()).isNull();
      }
    }
  }

  @Test
  void everyItemIsFoundByItsCodeAndItsNames() {
    for (Item item : catalogue.items()) {
      for (String name : new String[] {item.code(), item.nameKo(), item.nameEn()}) {
        assertThat(catalogue.byName(name).map(ItemNames.Column::item)).as(name).contains(item);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "혈색소(g/dL), HGB, g/dL",
        "혈색소 [ g/dL ], HGB, g/dL",
        "식전혈당(공복혈당), GLU_F, \"\"",
        "(혈청지오티)ALT, ALT, \"\"",
        "(혈청지오티)AST, AST, \"\"",
        "혈청지오티(AST), AST, \"\"",
        "혈청지피티(ALT), ALT, \"\"",
        "감마 지티피, GGT, \"\"",
        "hdl_cholesterol (mmol/L), HDL, mmol/L",
        "TSH (u[IU]/mL), TSH, u[IU]/mL",
        "eGFR(mL/min/{1.73_m2}), EGFR, mL/min/{1.73_m2}",
        "LDL콜레스테롤(계산)(mg/dL), LDL_CALC, mg/dL",
        "시력(좌), VA_L_UNC, \"\"",
        "Ｇｌｕ＿Ｆ, GLU_F, \"\"",
        "체중(Kg), WEIGHT, Kg",
        "칼륨(K), K, \"\"",
        "칼륨(K)(mmol/L), K, mmol/L",
        "중성지방(트리글리세라이드), TG, \"\"",
        "백혈구(10³/㎕), WBC, 10³/㎕"
      })
  void aHeaderNamesItemAndUnit(String header, String code, String unit) {
    assertThat(catalogue.byName(header))
        .contains(new ItemNames.Column(catalogue.byCode(code).orElseThrow(), unit));
  }

  @Test
  void aDecomposedHangulHeaderIsTheSameHeader() {
    String decomposed = Normalizer.normalize("혈색소(g/dL)", Normalizer.Form.NFD);
    assertThat(catalogue.byName(decomposed)).isEqualTo(catalogue.byName("혈색소(g/dL)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"알부민(요)", "이름", "", "()", "혈색소(", "치석", "우", "mg/dL", "HGB(mystery)"})
  void whatTheBracketsMakeAnotherThingIsNotFound(String header) {
    assertThat(catalogue.byName(header).map(ItemNames.Column::item).map(Item::code))
        .isIn(Optional.empty(), header.equals("혈색소(") ? Optional.of("HGB") : Optional.empty());
  }

  @Test
  void everySynonymFindsTheItemItStandsFor() {
    for (CsvTable.Row row :
        CsvTable.resource(ItemCatalogue.class, "/checkup-item-names.csv").rows()) {
      assertThat(catalogue.byName(row.require("name")).map(column -> column.item().code()))
          .as(row.require("name"))
          .contains(row.require("code_local"));
    }
  }

  @Test
  void a_name_that_holds_a_bracket_keeps_its_unit() {
    ItemNames.Column column = ItemCatalogue.standard().byName("FEV1_FVC(%)").orElseThrow();
    assertThat(column.item().code()).isEqualTo("FEV1_FVC");
    assertThat(column.unit()).isEqualTo("%");
  }
}
