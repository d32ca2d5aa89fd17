/** Consent's part of a region pack. */
@org.jspecify.annotations.NullMarked
package health.lifelong.profile.consent.store;
