package health.lifelong.analytics.genotype.domain;

/** Why a site has no genotype. None of these is ever taken for the reference. */
public enum UnreadReason {
  /** The genome's build is unknown or not one whose position of this site is known. */
  BUILD,
  /** No record names the site and no reference block covers it. */
  NOT_ASSAYED,
  NO_CALL,
  /** One of two alleles was read. */
  HALF_CALL,
  /** The laboratory filtered the record, or its quality is too low. */
  FILTERED,
  /** Records of one site contradict each other. */
  CONFLICT,
  /**
   * The call is a structural, overlapping or breakend allele, or an array's insertion or deletion
   * letter.
   */
  NOT_BASES,
  /** The record's REF is none of the alleles the site can have in this build. */
  OTHER_REFERENCE,
  /** Bases were read that are none of the site's alleles: another strand or another variant. */
  UNEXPECTED_ALLELE
}
