package health.lifelong.ingestion.fhir.rest;

import health.lifelong.ingestion.fhir.domain.Refusal;

/** Leaves the parser from any depth; never leaves the package. */
final class XmlRefused extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Refusal refusal;

  XmlRefused(Refusal refusal) {
    super(refusal.detail(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
