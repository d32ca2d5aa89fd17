package health.lifelong.ingestion.mapping.algorithm;

import health.lifelong.ingestion.mapping.domain.ItemResolver;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Resolves by LOINC first, then by the Korean fee schedule, then by the catalogue's own code
 * (ingestion-formats sections 2.4, 3.3 and 3.6).
 */
public final class CatalogueResolver implements ItemResolver {
  /** System of catalogue codes in FHIR; HL7 v2 writes {@code 99LIFELONG}. */
  public static final String ITEM_SYSTEM = "urn:lifelong:item";

  private static final String FEE_SCHEDULE =
      "http://www.hl7korea.or.kr/CodeSystem/hira-edi-procedure";

  // F6001 (spirometry) is left out on purpose: it covers several items, which its components name.
  private static final Map<String, String> ITEM_BY_FEE_CODE =
      Map.of(
          "D0002010", "WBC",
          "D0002030", "RBC",
          "D0002050", "HGB",
          "D0002040", "HCT",
          "D0002070", "PLT");

  private final ItemCatalogue catalogue;

  /** Resolves against this catalogue. */
  public CatalogueResolver(ItemCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Optional<Item> resolve(List<Coding> codings) {
    Item byFeeCode = null;
    Item byItemCode = null;
    for (Coding coding : codings) {
      String code = coding.code().strip();
      if (code.isEmpty()) {
        continue;
      }
      switch (schemeOf(coding.system())) {
        case LOINC -> {
          Optional<Item> item = catalogue.byLoinc(code);
          if (item.isPresent()) {
            return item;
          }
        }
        case FEE_SCHEDULE -> byFeeCode = byFeeCode == null ? feeItem(code) : byFeeCode;
        case CATALOGUE ->
            byItemCode = byItemCode == null ? catalogue.byCode(code).orElse(null) : byItemCode;
        case OTHER -> {}
      }
    }
    return Optional.ofNullable(byFeeCode == null ? byItemCode : byFeeCode);
  }

  private @Nullable Item feeItem(String code) {
    String itemCode = ITEM_BY_FEE_CODE.get(code);
    return itemCode == null ? null : catalogue.byCode(itemCode).orElse(null);
  }

  private enum Scheme {
    LOINC,
    FEE_SCHEDULE,
    CATALOGUE,
    OTHER
  }

  private static Scheme schemeOf(String raw) {
    String system = raw.strip();
    return switch (system) {
      case "LN",
          "http://loinc.org",
          "https://loinc.org",
          "urn:oid:2.16.840.1.113883.6.1",
          "2.16.840.1.113883.6.1" ->
          Scheme.LOINC;
      case FEE_SCHEDULE -> Scheme.FEE_SCHEDULE;
      case ITEM_SYSTEM, "L" -> Scheme.CATALOGUE;
      default -> system.startsWith("99") ? Scheme.CATALOGUE : Scheme.OTHER;
    };
  }
}
