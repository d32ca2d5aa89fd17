package health.lifelong.profile.consent.domain;

/** Who decided. */
public sealed interface Giver {
  /** The person. */
  record Person() implements Giver {}

  /**
   * A guardian, for a person who is a minor.
   *
   * @param id how the centre or the identity provider calls the guardian; no name
   * @param relation such as mother, father, legal_guardian
   */
  record Guardian(String id, String relation) implements Giver {}
}
