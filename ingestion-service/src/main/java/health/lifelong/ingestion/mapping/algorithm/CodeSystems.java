package health.lifelong.ingestion.mapping.algorithm;

/**
 * The names HL7 v2 gives to code systems (table 0396), as the URIs FHIR gives to them, so that a
 * fact has one spelling.
 */
public final class CodeSystems {
  private CodeSystems() {}

  /** The URI of a code system; a name that is not known stays as it is. */
  public static String uri(String name) {
    return switch (name.strip()) {
      case "LN" -> "http://loinc.org";
      case "SCT", "SNM", "SNOMED-CT" -> "http://snomed.info/sct";
      case "I10", "ICD10", "ICD-10" -> "http://hl7.org/fhir/sid/icd-10";
      case "I10C", "ICD10CM" -> "http://hl7.org/fhir/sid/icd-10-cm";
      case "I9C", "I9CDX" -> "http://hl7.org/fhir/sid/icd-9-cm";
      case "RXNORM" -> "http://www.nlm.nih.gov/research/umls/rxnorm";
      case "ATC", "WC" -> "http://www.whocc.no/atc";
      case "CVX" -> "http://hl7.org/fhir/sid/cvx";
      case "UCUM" -> "http://unitsofmeasure.org";
      default -> name.strip();
    };
  }
}
