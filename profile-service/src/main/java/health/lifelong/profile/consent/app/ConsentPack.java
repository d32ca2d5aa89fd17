package health.lifelong.profile.consent.app;

import health.lifelong.profile.consent.domain.ConsentTerms;

/** What the region pack says about consent, read once at start. */
public interface ConsentPack {
  /** The terms; a pack that cannot be read is an error of the installation. */
  ConsentTerms terms();
}
