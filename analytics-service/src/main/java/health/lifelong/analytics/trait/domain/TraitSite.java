package health.lifelong.analytics.trait.domain;

/**
 * Where a trait is read. In which of the two alleles is the reference the builds may differ
 * (rs6025).
 *
 * @param alternative38 the allele that is not the GRCh38 reference
 */
public record TraitSite(
    String rsid,
    String chromosome,
    int position37,
    int position38,
    String reference37,
    String reference38,
    String alternative38) {}
