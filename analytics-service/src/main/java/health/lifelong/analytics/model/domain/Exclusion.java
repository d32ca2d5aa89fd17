package health.lifelong.analytics.model.domain;

/** A state of the person in which some models do not hold. */
public enum Exclusion {
  /** Pregnant, possibly pregnant, or within 12 weeks after birth. */
  PREGNANCY("Are you pregnant, or did you give birth within the last 12 weeks?"),
  /** Treated by dialysis. */
  DIALYSIS("Are you treated by dialysis?"),
  /** Lives with a transplanted organ. */
  TRANSPLANT("Do you live with a transplanted organ?"),
  /** Under treatment for cancer. */
  CANCER_THERAPY("Are you being treated for cancer now?"),
  /** Known coronary, cerebrovascular or peripheral artery disease. */
  CARDIOVASCULAR_DISEASE(
      "Have you ever had a heart attack, angina, a stroke or narrowed leg arteries?"),
  /** Known heart failure. */
  HEART_FAILURE("Has a doctor ever said that you have heart failure?"),
  /** Known chronic kidney disease. */
  CHRONIC_KIDNEY_DISEASE("Has a doctor ever said that you have chronic kidney disease?"),
  /** Known familial hypercholesterolaemia. */
  FAMILIAL_HYPERCHOLESTEROLAEMIA(
      "Has a doctor ever said that very high cholesterol runs in your family?");

  private final String question;

  Exclusion(String question) {
    this.question = question;
  }

  /** The question that settles it, in English. */
  public String question() {
    return question;
  }
}
