/** Consent through the public door. */
@org.jspecify.annotations.NullMarked
package health.lifelong.profile.consent;
